import { Button, Skeleton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { reportQueries } from './queries.ts'
import { ReportControls } from './ReportControls.tsx'
import classes from './Report.module.css'
import { ReportNotes } from './ReportNotes.tsx'
import { ReportTable } from './ReportTable.tsx'
import type { ReportSearch } from './search.ts'

const route = getRouteApi('/_app/reports')

/** The congress table, for any dates and in every breakdown, as the union prints it. */
export function ReportPage() {
  const { t } = useText()
  const { longDay } = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const report = useQuery(reportQueries.appeals(search))
  const change = (next: ReportSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  return (
    <>
      <div className="q-no-print">
        <PageHeader
          title={t('reports.title')}
          aside={
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('action.print')}
            </Button>
          }
        >
          <span className="q-no-print">
            {longDay(search.from ?? '')} – {longDay(search.to ?? '')}
          </span>
        </PageHeader>
      </div>
      <ReportControls search={search} onChange={change} />
      <p className={`q-print-only ${classes['printTitle']}`}>
        {t('reports.printTitle')}
        <br />
        {longDay(search.from ?? '')} – {longDay(search.to ?? '')}
      </p>
      {report.error && <ProblemNotice error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Skeleton h={360} />}
      {report.data && !report.error && (
        <div aria-busy={report.isPlaceholderData} style={report.isPlaceholderData ? { opacity: 0.55 } : undefined}>
          <ReportTable report={report.data} search={search} />
          <ReportNotes report={report.data} />
        </div>
      )}
    </>
  )
}
