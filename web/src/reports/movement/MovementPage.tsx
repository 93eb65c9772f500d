import { SegmentedControl, Switch, Title } from '@mantine/core'
import { reportMovementCsv, reportMovementDocx, reportMovementPdf, reportMovementXlsx } from '@qorgan/shared/exports'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { ExportMenu } from '../../exports/ExportMenu.tsx'
import { useText } from '../../i18n/i18n.ts'
import { IssueButton } from '../issued/IssueButton.tsx'
import { PeriodFields } from '../PeriodFields.tsx'
import { reportQueries } from '../queries.ts'
import reportClasses from '../Report.module.css'
import { ReportAnswer, ReportFrame } from '../ReportFrame.tsx'
import { UnitFilter } from '../UnitFilter.tsx'
import { usePeriodWords } from '../use-period-words.ts'
import { columns } from './columns.ts'
import classes from './Movement.module.css'
import { MovementHeadline } from './MovementHeadline.tsx'
import { MovementTable } from './MovementTable.tsx'
import { movementRows, type MovementSearch } from './search.ts'
import { useColumnName } from './use-column-name.ts'

const route = getRouteApi('/_app/reports_/movement')
const files = { xlsx: reportMovementXlsx, docx: reportMovementDocx, pdf: reportMovementPdf, csv: reportMovementCsv }

/** What was open, came, was resolved and stays open: the work of a period, by unit, category or region. */
export function MovementPage() {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const words = usePeriodWords()
  const columnName = useColumnName()
  const [isWhole, setIsWhole] = useState(false)
  const report = useQuery(reportQueries.movement(search))
  const { from = '', to = '', rows = 'branch' } = search
  const change = (next: MovementSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  return (
    <ReportFrame
      title={t('figures.movement.title')}
      printTitle={t('figures.movement.printTitle')}
      period={words(from, to)}
      actions={
        <>
          <IssueButton report="movement" query={search} />
          <ExportMenu routes={files} query={search} name={t('figures.movement.title')} />
        </>
      }
      controls={
        <>
          <div className={reportClasses['controlRow']}>
            <PeriodFields from={from} to={to} onChange={(dates) => change({ ...search, ...dates })} />
          </div>
          <div className={reportClasses['controlRow']}>
            <SegmentedControl
              aria-label={t('figures.movement.rows')}
              value={rows}
              onChange={(value) => {
                const chosen = movementRows.find((one) => one === value)
                if (chosen) change({ ...search, rows: chosen })
              }}
              data={movementRows.map((value) => ({ value, label: t(`figures.movement.row.${value}`) }))}
            />
            <UnitFilter
              value={search.branchId}
              onChange={(value) => {
                const { branchId: _branchId, ...rest } = search
                change(value ? { ...rest, branchId: value } : rest)
              }}
            />
            <Switch
              size="sm"
              my={6}
              label={t('figures.movement.hideEmpty')}
              checked={!isWhole}
              onChange={(event) => setIsWhole(!event.currentTarget.checked)}
            />
          </div>
        </>
      }
    >
      <ReportAnswer answer={report}>
        {(data) => (
          <>
            <MovementHeadline totals={data.totals} />
            <MovementTable report={data} search={search} isWhole={isWhole} />
            <section className={classes['meanings']}>
              <Title order={2}>{t('figures.movement.meanings')}</Title>
              <dl>
                {columns.map((column) => (
                  <div key={column}>
                    <dt>{columnName(column)}</dt>

                    <dd>{t(`figures.movement.meaning.${column}`)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          </>
        )}
      </ReportAnswer>
    </ReportFrame>
  )
}
