import { Button, SegmentedControl, TextInput } from '@mantine/core'
import type { DeadlineRule } from '@qorgan/shared/legal-terms'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SimpleTable } from '../ui/SimpleTable.tsx'
import { useRuleColumns } from './columns.tsx'
import { editionState } from './editions.ts'
import { ruleQueries } from './queries.ts'
import { RuleDialog } from './RuleDialog.tsx'

type Open = { kind: 'new' } | { kind: 'edit' | 'edition'; rule: DeadlineRule } | null

/** The terms of law by which a case's dates are computed; the head of the legal department keeps them. */
export function RulesPage() {
  const { t } = useText()
  const { label } = useFormat()
  const may = useMay()
  const list = useQuery(ruleQueries.all)
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<'valid' | 'unsure' | 'all'>('valid')
  const [open, setOpen] = useState<Open>(null)
  const all = list.data ?? []
  const stateOf = (rule: DeadlineRule) => editionState(rule, all, today())
  const text = typed.trim().toLowerCase()
  const rules = all.filter(
    (rule) =>
      [label(rule.title), label(rule.event), rule.act, rule.article].join(' ').toLowerCase().includes(text) &&
      (shown === 'all' ||
        (shown === 'valid' && ['valid', 'coming'].includes(stateOf(rule))) ||
        (shown === 'unsure' && rule.certainty === 'unsure')),
  )
  const columns = useRuleColumns({
    stateOf,
    onEdit: (rule) => setOpen({ kind: 'edit', rule }),
    onEdition: (rule) => setOpen({ kind: 'edition', rule }),
  })
  const writes = may('deadlineRules:write')
  return (
    <>
      <PageHeader
        title={t('counsel.rules.title')}
        aside={
          writes && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ kind: 'new' })}>
              {t('counsel.rules.add')}
            </Button>
          )
        }
      >
        {t(writes ? 'counsel.rules.hintWrites' : 'counsel.rules.hint')}
      </PageHeader>
      <FilterBar>
        <TextInput
          size="sm"
          type="search"
          label={t('action.find')}
          placeholder={t('counsel.rules.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('counsel.rules.which')}
          value={shown}
          onChange={(value) => setShown((['valid', 'unsure', 'all'] as const).find((one) => one === value) ?? 'valid')}
          data={(['valid', 'unsure', 'all'] as const).map((value) => ({
            value,
            label: t(`counsel.rules.shown.${value}`),
          }))}
          style={{ flex: 'none' }}
        />
      </FilterBar>
      <div className="q-surface">
        {list.isPending && <RowsSkeleton />}
        {list.error && (
          <div className="q-pad">
            <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {rules.length > 0 && <SimpleTable label={t('counsel.rules.tableLabel')} items={rules} columns={columns} />}
        {list.isSuccess && rules.length === 0 && (
          <EmptyState title={t('state.nothingFound')} text={t('state.nothingFoundHint')} />
        )}
      </div>
      {open && (
        <RuleDialog
          rule={open.kind === 'new' ? undefined : open.rule}
          asEdition={open.kind === 'edition'}
          keys={all.map((rule) => rule.key)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
