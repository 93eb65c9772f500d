import { Button, Select } from '@mantine/core'
import { AppealLevel } from '@qorgan/shared/effects'
import { ReportColumns, ReportRows } from '@qorgan/shared/reports'
import { useText } from '../i18n/i18n.ts'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { lastYears } from './periods.ts'
import { PeriodFields } from './PeriodFields.tsx'
import classes from './Report.module.css'
import type { ReportSearch } from './search.ts'
import { UnitFilter } from './UnitFilter.tsx'

interface Props {
  search: ReportSearch
  onChange: (search: ReportSearch) => void
}

export function ReportControls({ search, onChange }: Props) {
  const { t } = useText()
  return (
    <>
      <div className={classes['controlRow']}>
        <PeriodFields
          withYears
          from={search.from ?? ''}
          to={search.to ?? ''}
          onChange={(dates, period) =>
            onChange({ ...search, ...dates, ...(period === lastYears ? { columns: 'year' } : {}) })
          }
        />
        <Button
          variant="default"
          fw={500}
          onClick={() => onChange({ ...search, from: '2021-01-01', to: '2024-06-30', columns: 'year' })}
        >
          {t('figures.presets.congress')}
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
        <UnitFilter
          value={search.branchId}
          onChange={(value) => {
            const { branchId: _branchId, ...rest } = search
            onChange(value ? { ...rest, branchId: value } : rest)
          }}
        />
      </div>
    </>
  )
}
