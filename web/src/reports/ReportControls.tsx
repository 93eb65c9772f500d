import { Button, Select } from '@mantine/core'
import { AppealLevel } from '@qorgan/shared/effects'
import { ReportColumns, ReportRows } from '@qorgan/shared/reports'
import { useMe } from '../accounts/may.ts'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { datesOf, months, periodKeys, periodOf } from './periods.ts'
import classes from './Report.module.css'
import type { ReportSearch } from './search.ts'

interface Props {
  search: ReportSearch
  onChange: (search: ReportSearch) => void
}

export function ReportControls({ search, onChange }: Props) {
  const { t } = useText()
  const { label } = useFormat()
  const me = useMe()
  const { branches } = useUnitNames()
  const from = search.from ?? ''
  const to = search.to ?? ''
  const year = from.slice(0, 4)
  const period = periodOf(from, to)
  const years = Array.from({ length: Number(today().slice(0, 4)) - 2020 }, (_, i) => String(2021 + i)).toReversed()
  const periods = [...periodKeys, ...months.map((month) => `month${month}` as const)]
  const choose = (nextYear: string, key: (typeof periods)[number]) => onChange({ ...search, ...datesOf(nextYear, key) })
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
          onChange={(value) => value && choose(value, period ?? 'year')}
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
            if (key) choose(year, key)
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
        <Button
          variant="default"
          fw={500}
          onClick={() => onChange({ ...search, from: '2021-01-01', to: '2024-06-30', columns: 'year' })}
        >
          {t('reports.fiveYears')}
        </Button>
      </div>
      <div className={classes['controlRow']}>
        <Select
          size="sm"
          label={t('reports.columns')}
          w={210}
          allowDeselect={false}
          data={ReportColumns.options.map((value) => ({ value, label: t(`reports.column.${value}`) }))}
          value={search.columns ?? 'none'}
          onChange={(value) =>
            onChange({ ...search, columns: ReportColumns.options.find((one) => one === value) ?? 'none' })
          }
        />
        <Select
          size="sm"
          label={t('reports.rows')}
          w={190}
          allowDeselect={false}
          data={ReportRows.options.map((value) => ({ value, label: t(`reports.row.${value}`) }))}
          value={search.rows ?? 'category'}
          onChange={(value) =>
            onChange({ ...search, rows: ReportRows.options.find((one) => one === value) ?? 'category' })
          }
        />
        <FilterMenu
          label={t('reports.levels')}
          options={AppealLevel.options.map((value) => ({ value, label: t(`level.${value}`) }))}
          value={search.levels === 'counted' ? undefined : search.levels}
          onChange={(value) => {
            const { levels: _levels, ...rest } = search
            onChange(value ? { ...rest, levels: value } : rest)
          }}
        />
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
