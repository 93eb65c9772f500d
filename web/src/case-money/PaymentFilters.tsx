import { Checkbox, SegmentedControl } from '@mantine/core'
import { PaymentPurpose } from '@qorgan/shared/case-money'
import { LegalCaseKind } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useMe } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { lawyerQueries } from '../lawyers/queries.ts'
import { useUnitNames } from '../organisation/names.ts'
import { FilterBar, FilterDay } from '../ui/FilterBar.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { datesOfSpan, type PaymentSearch, spans } from './search.ts'
import classes from './Statement.module.css'

interface Props {
  search: PaymentSearch
  onChange: (search: PaymentSearch) => void
}

export function PaymentFilters({ search, onChange }: Props) {
  const { t } = useText()
  const { label } = useFormat()
  const me = useMe()
  const { branches } = useUnitNames()
  const lawyers = useQuery(lawyerQueries.names).data ?? []
  const set = (patch: { [K in keyof PaymentSearch]?: PaymentSearch[K] | undefined }) => {
    const { paidTo, ...rest } = { ...search, ...patch }
    const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as PaymentSearch
    // Without any filter the page would fall back to this month.
    onChange({ ...kept, paidTo: paidTo ?? datesOfSpan('allTime').paidTo })
  }
  const span = spans.find((one) => {
    const dates = datesOfSpan(one)
    return dates.paidFrom === search.paidFrom && dates.paidTo === search.paidTo
  })
  return (
    <FilterBar
      pills={{
        applied: search.caseId ? [{ key: 'caseId', name: t('counsel.statement.oneCase'), value: '' }] : [],
        onRemove: () => set({ caseId: undefined }),
        onReset: () => onChange(datesOfSpan('thisMonth')),
      }}
    >
      <SearchField
        label={t('action.find')}
        placeholder={t('counsel.statement.search')}
        value={search.q ?? ''}
        onChange={(q) => set({ q: q === '' ? undefined : q })}
      />
      <FilterDay
        label={t('counsel.statement.from')}
        value={search.paidFrom}
        onChange={(day) => set({ paidFrom: day })}
      />
      <FilterDay label={t('counsel.statement.to')} value={search.paidTo} onChange={(day) => set({ paidTo: day })} />
      <SegmentedControl
        className={classes['spans'] ?? ''}
        aria-label={t('reports.period')}
        value={span ?? ''}
        onChange={(value) => {
          const chosen = spans.find((one) => one === value)
          if (chosen) set({ paidFrom: undefined, ...datesOfSpan(chosen) })
        }}
        data={spans.map((value) => ({ value, label: t(`counsel.statement.${value}`) }))}
      />
      {me.activePost.branchId === null && (
        <FilterMenu<string>
          label={t('counsel.statement.unit')}
          options={[
            { value: 'council', label: t('accounts.council') },
            ...branches.map((branch) => ({ value: branch.id, label: label(branch.name) })),
          ]}
          value={search.branchId}
          onChange={(branchId) => set({ branchId })}
        />
      )}
      <FilterMenu
        label={t('counsel.statement.kind')}
        options={LegalCaseKind.options.map((value) => ({ value, label: t(`legal.kind.${value}`) }))}
        value={search.kind}
        onChange={(kind) => set({ kind })}
      />
      <FilterMenu
        label={t('counsel.statement.purpose')}
        options={(['counsel', ...PaymentPurpose.options] as const).map((value) => ({
          value,
          label: t(`counsel.purpose.${value}`),
        }))}
        value={search.purpose}
        onChange={(purpose) => set({ purpose })}
      />
      <FilterMenu<string>
        label={t('counsel.statement.lawyer')}
        options={lawyers.map((lawyer) => ({ value: lawyer.id, label: lawyer.fullName }))}
        value={search.lawyerId}
        onChange={(lawyerId) => set({ lawyerId })}
      />
      <Checkbox
        my="auto"
        mx={6}
        label={t('counsel.statement.onlyDouble')}
        checked={search.sameDocument === true}
        onChange={(event) => set({ sameDocument: event.currentTarget.checked ? true : undefined })}
      />
      <Checkbox
        my="auto"
        mx={6}
        label={t('counsel.statement.voided')}
        checked={search.voided === true}
        onChange={(event) => set({ voided: event.currentTarget.checked ? true : undefined })}
      />
    </FilterBar>
  )
}
