import { Select } from '@mantine/core'
import { LegalCaseSort } from '@qorgan/shared/legal-cases'
import { useMay, useMe } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { type Patch, patched } from '../platform/search-params.ts'
import { FilterBar, FilterDay } from '../ui/FilterBar.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
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
  const inspects = may('legalCases:inspect')
  const set = (patch: Patch<CaseSearch>) => onChange(patched(search, patch))
  const menus = further.filter(
    (key) =>
      (key !== 'lawyerId' || may('lawyers:read')) &&
      (key !== 'branchId' || me.activePost.branchId === null) &&
      (key !== 'decision' || may('caseMoney:read')),
  )
  const days = (keys: readonly ('openedFrom' | 'openedTo' | (typeof furtherDays)[number])[]) =>
    keys.map((key) => (
      <FilterDay
        key={key}
        label={t(`legal.filter.${key}`)}
        value={search[key]}
        onChange={(day) => set({ [key]: day })}
      />
    ))
  return (
    <FilterBar
      further={
        <>
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
        </>
      }
      pills={{
        applied: applied(search, shownByControl),
        onRemove: (key) => set({ [key]: undefined }),
        onReset: () => onChange({}),
      }}
    >
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
    </FilterBar>
  )
}
