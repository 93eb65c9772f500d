import { Button, Checkbox, Select } from '@mantine/core'
import { AppealSort } from '@qorgan/shared/appeals'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { FilterPills } from '../ui/FilterPills.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import classes from './AppealList.module.css'
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
  const [more, setMore] = useState(false)
  const set = (patch: { [K in keyof AppealSearch]?: AppealSearch[K] | undefined }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...patch }).filter(([, value]) => value !== undefined),
      ) as AppealSearch,
    )
  return (
    <search className={`${classes['filters']} q-no-print`} aria-label={t('action.filters')}>
      <SearchField
        label={t('appeals.filter.q')}
        placeholder={t('appeals.searchPlaceholder')}
        value={search.q ?? ''}
        onChange={(q) => set({ q: q === '' ? undefined : q })}
      />
      <div className={classes['day']}>
        <DayInput
          size="sm"
          label={t('appeals.filter.receivedFrom')}
          value={search.receivedFrom ?? null}
          onChange={(day) => set({ receivedFrom: day ?? undefined })}
        />
      </div>
      <div className={classes['day']}>
        <DayInput
          size="sm"
          label={t('appeals.filter.receivedTo')}
          value={search.receivedTo ?? null}
          onChange={(day) => set({ receivedTo: day ?? undefined })}
        />
      </div>
      {everyday.map((key) => (
        <FilterMenu<string>
          key={key}
          label={t(`appeals.filter.${key}`)}
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
        <div className={classes['more']}>
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
        </div>
      )}
      <div className={classes['pills']}>
        <FilterPills
          applied={applied(search, shownByControl)}
          onRemove={(key) => set({ [key]: undefined })}
          onReset={() => onChange({})}
        />
      </div>
    </search>
  )
}
