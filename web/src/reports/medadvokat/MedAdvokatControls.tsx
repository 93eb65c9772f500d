import { Button, Select } from '@mantine/core'
import { useMe } from '../../accounts/may.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { useUnitNames } from '../../organisation/names.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FilterMenu } from '../../ui/FilterMenu.tsx'
import { datesOf, months, periodKeys, periodOf } from '../periods.ts'
import classes from '../Report.module.css'
import { type MedAdvokatSearch, projectBegan } from './search.ts'

interface Props {
  search: MedAdvokatSearch
  onChange: (search: MedAdvokatSearch) => void
}

const periods = [...periodKeys, ...months.map((month) => `month${month}` as const)]

/** The periods of the other report, and the project from its beginning. */
export function MedAdvokatControls({ search, onChange }: Props) {
  const { t } = useText()
  const { label } = useFormat()
  const me = useMe()
  const { branches } = useUnitNames()
  const { from = '', to = '' } = search
  const year = from.slice(0, 4)
  const period = periodOf(from, to)
  const years = Array.from({ length: Number(today().slice(0, 4)) - 2020 }, (_, i) => String(2021 + i)).toReversed()
  return (
    <div className={`${classes['controls']} q-no-print`}>
      <div className={classes['controlRow']}>
        <Select
          size="sm"
          label={t('reports.year')}
          w={100}
          allowDeselect={false}
          data={years.includes(year) ? years : [year, ...years]}
          value={year}
          onChange={(value) => value && onChange({ ...search, ...datesOf(value, period ?? 'year') })}
        />
        <Select
          size="sm"
          label={t('reports.period')}
          w={190}
          allowDeselect={false}
          data={[
            ...(period === null ? [{ value: 'custom', label: t('reports.periods.custom') }] : []),
            ...periodKeys.map((key) => ({ value: key as string, label: t(`reports.periods.${key}`) })),
            ...months.map((month) => ({ value: `month${month}`, label: t(`months.m${month}`) })),
          ]}
          value={period ?? 'custom'}
          onChange={(value) => {
            const key = periods.find((one) => one === value)
            if (key) onChange({ ...search, ...datesOf(year, key) })
          }}
        />
        <div className={classes['day']}>
          <DayInput
            size="sm"
            label={t('reports.from')}
            value={from}
            onChange={(day) => day && onChange({ ...search, from: day })}
          />
        </div>
        <div className={classes['day']}>
          <DayInput
            size="sm"
            label={t('reports.to')}
            value={to}
            onChange={(day) => day && onChange({ ...search, to: day })}
            error={to < from ? t('reports.wrongDates') : null}
          />
        </div>
        <Button variant="default" fw={500} onClick={() => onChange({ ...search, from: projectBegan, to: today() })}>
          {t('counsel.report.wholeProject')}
        </Button>
        {me.activePost.branchId === null && (
          <FilterMenu<string>
            label={t('reports.unit')}
            options={[
              { value: 'council', label: t('accounts.council') },
              ...branches.map((branch) => ({ value: branch.id, label: label(branch.name) })),
            ]}
            value={search.branchId}
            onChange={(value) => {
              const { branchId: _branchId, ...rest } = search
              onChange(value ? { ...rest, branchId: value } : rest)
            }}
          />
        )}
      </div>
    </div>
  )
}
