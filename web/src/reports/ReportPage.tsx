import { reportAppealsCsv, reportAppealsDocx, reportAppealsPdf, reportAppealsXlsx } from '@qorgan/shared/exports'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ExportMenu } from '../exports/ExportMenu.tsx'
import { useText } from '../i18n/i18n.ts'
import { IssueButton } from './issued/IssueButton.tsx'
import { reportQueries } from './queries.ts'
import { ReportControls } from './ReportControls.tsx'
import { ReportAnswer, ReportFrame } from './ReportFrame.tsx'
import { ReportNotes } from './ReportNotes.tsx'
import { ReportTable } from './ReportTable.tsx'
import type { ReportSearch } from './search.ts'
import { usePeriodWords } from './use-period-words.ts'

const route = getRouteApi('/_app/reports')
const files = { xlsx: reportAppealsXlsx, docx: reportAppealsDocx, pdf: reportAppealsPdf, csv: reportAppealsCsv }

/** The congress table, for any dates and in every breakdown, as the union prints it. */
export function ReportPage() {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const report = useQuery(reportQueries.appeals(search))
  const words = usePeriodWords()
  return (
    <ReportFrame
      title={t('reports.title')}
      printTitle={t('reports.printTitle')}
      period={words(search.from ?? '', search.to ?? '')}
      actions={
        <>
          <IssueButton report="appeals" query={search} />
          <ExportMenu asksUnconfirmed routes={files} query={search} name={t('reports.title')} />
        </>
      }
      controls={
        <ReportControls
          search={search}
          onChange={(next: ReportSearch) => void navigate({ search: next, replace: true, resetScroll: false })}
        />
      }
    >
      <ReportAnswer answer={report}>
        {(data) => (
          <>
            <ReportTable report={data} search={search} />
            <ReportNotes report={data} />
          </>
        )}
      </ReportAnswer>
    </ReportFrame>
  )
}
