import { Button, Select } from '@mantine/core'
import { LegalCaseSort } from '@qorgan/shared/legal-cases'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay, useMe } from '../accounts/may.ts'
import listClasses from '../appeals/AppealList.module.css'
import { useText } from '../i18n/i18n.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { FilterPills } from '../ui/FilterPills.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { useCaseFilterWords } from './filter-words.ts'
import type { CaseSearch } from './search.ts'

interface Props {
  search: CaseSearch
  onChange: (search: CaseSearch) => void
}

const shownByControl = ['q', 'status', 'kind', 'attention', 'openedFrom', 'openedTo'] as const
const further = ['stage', 'outcome', 'decision', 'lawyerId', 'branchId'] as const
const furtherDays = ['closedFrom', 'closedTo', 'decidedFrom', 'decidedTo'] as const

export function CaseFilters({ search, onChange }: Props) {
  const { t } = useText()
  const may = useMay()
  const me = useMe()
  const { options, applied } = useCaseFilterWords()
  const [more, setMore] = useState(false)
  const inspects = may('legalCases:inspect')
  const set = (patch: { [K in keyof CaseSearch]?: CaseSearch[K] | undefined }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...patch }).filter(([, value]) => value !== undefined),
      ) as CaseSearch,
    )
  const menus = further.filter(
    (key) =>
      (key !== 'lawyerId' || may('lawyers:read')) &&
      (key !== 'branchId' || me.activePost.branchId === null) &&
      (key !== 'decision' || may('caseMoney:read')),
  )
  const days = (keys: readonly ('openedFrom' | 'openedTo' | (typeof furtherDays)[number])[]) =>
    keys.map((key) => (
      <div key={key} className={listClasses['day']}>
        <DayInput
          size="sm"
          label={t(`legal.filter.${key}`)}
          value={search[key] ?? null}
          onChange={(day) => set({ [key]: day ?? undefined })}
        />
      </div>
    ))
  return (
    <search className={`${listClasses['filters']} q-no-print`} aria-label={t('action.filters')}>
      <SearchField
        label={t('legal.filter.q')}
        placeholder={t('legal.list.searchPlaceholder')}
        value={search.q ?? ''}
        onChange={(q) => set({ q: q === '' ? undefined : q })}
      />
      {days(['openedFrom', 'openedTo'])}
      {(inspects ? (['status', 'kind', 'attention'] as const) : (['status', 'kind'] as const)).map((key) => (
        <FilterMenu<string>
          key={key}
          label={t(`legal.filter.${key}`)}
          options={options[key]}
          value={search[key]}
          onChange={(value) => set({ [key]: value })}
        />
      ))}
      <Button
        variant="default"
        fw={500}
        aria-expanded={more}
        leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
        onClick={() => setMore((now) => !now)}
      >
        {t('appeals.filter.more')}
      </Button>
      {more && (
        <div className={listClasses['more']}>
          {menus.map((key) => (
            <FilterMenu<string>
              key={key}
              label={t(`legal.filter.${key}`)}
              options={options[key]}
              value={search[key]}
              onChange={(value) => set({ [key]: value })}
            />
          ))}
          <Select
            size="sm"
            aria-label={t('legal.filter.sort')}
            allowDeselect={false}
            value={search.sort ?? '-openedOn'}
            data={LegalCaseSort.options.map((value) => ({ value, label: t(`legal.sort.${value}`) }))}
            onChange={(value) => set({ sort: LegalCaseSort.options.find((one) => one === value) })}
          />
          {days(furtherDays)}
        </div>
      )}
      <div className={listClasses['pills']}>
        <FilterPills
          applied={applied(search, shownByControl)}
          onRemove={(key) => set({ [key]: undefined })}
          onReset={() => onChange({})}
        />
      </div>
    </search>
  )
}
