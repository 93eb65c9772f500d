import { Checkbox, Select } from '@mantine/core'
import { AppealSort } from '@qorgan/shared/appeals'
import { useText } from '../i18n/i18n.ts'
import { type Patch, patched } from '../platform/search-params.ts'
import { FilterBar, FilterDay } from '../ui/FilterBar.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { useFilterWords } from './filter-words.ts'
import type { AppealSearch } from './queries.ts'

interface Props {
  search: AppealSearch
  onChange: (search: AppealSearch) => void
}

const everyday = ['category', 'status', 'due'] as const
const further = [
  'branchId',
  'handling',
  'level',
  'topicId',
  'channel',
  'outcome',
  'assigneeId',
  'primaryOrganisationId',
  'regionCode',
  'membership',
  'transfer',
  'noEffectReason',
] as const
const flags = ['repeat', 'consultation', 'urgent'] as const
const shownByControl = ['q', 'category', 'status', 'due', 'receivedFrom', 'receivedTo'] as const

export function AppealFilters({ search, onChange }: Props) {
  const { t } = useText()
  const { options, applied } = useFilterWords()
  const set = (patch: Patch<AppealSearch>) => onChange(patched(search, patch))
  return (
    <FilterBar
      further={
        <>
          {further
            .filter((key) => options[key].length > 0)
            .map((key) => (
              <FilterMenu<string>
                key={key}
                label={t(`appeals.filter.${key}`)}
                options={options[key]}
                value={search[key]}
                onChange={(value) => set({ [key]: value })}
              />
            ))}
          {flags.map((key) => (
            <Checkbox
              key={key}
              my="auto"
              mx={6}
              label={t(`appeals.filter.${key}`)}
              checked={search[key] === true}
              onChange={(event) => set({ [key]: event.currentTarget.checked ? true : undefined })}
            />
          ))}
          <Select
            size="sm"
            aria-label={t('appeals.filter.sort')}
            allowDeselect={false}
            value={search.sort ?? '-receivedOn'}
            data={AppealSort.options.map((value) => ({ value, label: t(`appeals.sort.${value}`) }))}
            onChange={(value) => set({ sort: AppealSort.options.find((one) => one === value) })}
          />
        </>
      }
      pills={{
        applied: applied(search, shownByControl),
        onRemove: (key) => set({ [key]: undefined }),
        onReset: () => onChange({}),
      }}
    >
      <SearchField
        label={t('appeals.filter.q')}
        placeholder={t('appeals.searchPlaceholder')}
        value={search.q ?? ''}
        onChange={(q) => set({ q: q === '' ? undefined : q })}
      />
      <FilterDay
        label={t('appeals.filter.receivedFrom')}
        value={search.receivedFrom}
        onChange={(day) => set({ receivedFrom: day })}
      />
      <FilterDay
        label={t('appeals.filter.receivedTo')}
        value={search.receivedTo}
        onChange={(day) => set({ receivedTo: day })}
      />
      {everyday.map((key) => (
        <FilterMenu<string>
          key={key}
          label={t(`appeals.filter.${key}`)}
          options={options[key]}
          value={search[key]}
          onChange={(value) => set({ [key]: value })}
        />
      ))}
    </FilterBar>
  )
}
