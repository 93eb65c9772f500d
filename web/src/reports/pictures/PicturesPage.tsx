import { SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMe } from '../../accounts/may.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { useUnitNames } from '../../organisation/names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { yearsOfRegister } from '../periods.ts'
import { reportQueries } from '../queries.ts'
import reportClasses from '../Report.module.css'
import { ReportAnswer, ReportFrame } from '../ReportFrame.tsx'
import { usePeriodWords } from '../use-period-words.ts'
import { MapPicture } from './MapPicture.tsx'
import { MonthsPicture } from './MonthsPicture.tsx'
import classes from './Pictures.module.css'
import { metrics, type PictureSearch, yearsOf } from './search.ts'
import { StructurePicture } from './StructurePicture.tsx'
import { YearsPicture } from './YearsPicture.tsx'

const route = getRouteApi('/_app/reports_/pictures')

/** The report for those who would rather look than read. */
export function PicturesPage() {
  const { t } = useText()
  const { label } = useFormat()
  const me = useMe()
  const { branches } = useUnitNames()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const words = usePeriodWords()
  const { year = '', unit, metric = 'count' } = search
  const seesAll = me.activePost.branchId === null
  const branchId = unit ? [unit] : undefined
  const { now, before } = yearsOf(year)
  const shared = { rows: 'category' as const, columns: 'month' as const, ...(branchId ? { branchId } : {}) }
  const months = useQuery(reportQueries.appeals({ ...shared, ...now }))
  const earlier = useQuery(reportQueries.appeals({ ...shared, ...before }))
  const byBranch = useQuery({
    ...reportQueries.appeals({ rows: 'branch', columns: 'none', ...now }),
    enabled: seesAll && !unit,
  })
  const change = (next: PictureSearch) =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false })
  return (
    <ReportFrame
      title={t('figures.pictures.title')}
      printTitle={t('figures.pictures.printTitle')}
      period={words(now.from, now.to)}
      controls={
        <div className={reportClasses['controlRow']}>
          <Select
            size="sm"
            label={t('figures.pictures.year')}
            w={100}
            allowDeselect={false}
            data={yearsOfRegister(today())}
            value={year}
            onChange={(value) => value && change({ year: value })}
          />
          {seesAll && (
            <Select
              size="sm"
              label={t('figures.pictures.unit')}
              w={260}
              allowDeselect={false}
              searchable
              data={[
                { value: 'all', label: t('figures.pictures.allUnits') },
                { value: 'council', label: t('accounts.council') },
                ...branches.map((branch) => ({ value: branch.id, label: label(branch.name) })),
              ]}
              value={unit ?? 'all'}
              onChange={(value) => {
                const { unit: _unit, ...rest } = search
                void navigate({
                  search: value && value !== 'all' ? { ...rest, unit: value } : rest,
                  replace: true,
                  resetScroll: false,
                })
              }}
            />
          )}
          <SegmentedControl
            aria-label={t('figures.pictures.metric')}
            value={metric}
            onChange={(value) => {
              const chosen = metrics.find((one) => one === value)
              if (chosen) change({ metric: chosen })
            }}
            data={metrics.map((value) => ({ value, label: t(`figures.pictures.${value}`) }))}
          />
        </div>
      }
    >
      <div className={classes['pictures']}>
        <ReportAnswer answer={months}>
          {(data) =>
            (data.totals['total']?.count ?? 0) === 0 && (data.totals['total']?.effect ?? 0) === 0 ? (
              <EmptyState title={t('figures.pictures.nothing')} />
            ) : (
              <>
                <MonthsPicture report={data} branchId={branchId} />
                <StructurePicture report={data} branchId={branchId} />
                {earlier.data && <YearsPicture now={data} before={earlier.data} metric={metric} branchId={branchId} />}
              </>
            )
          }
        </ReportAnswer>
        {byBranch.data && seesAll && !unit && <MapPicture report={byBranch.data} metric={metric} />}
      </div>
    </ReportFrame>
  )
}
