import { reportMinistryCsv, reportMinistryDocx, reportMinistryPdf, reportMinistryXlsx } from '@qorgan/shared/exports'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ExportMenu } from '../../exports/ExportMenu.tsx'
import { useText } from '../../i18n/i18n.ts'
import { IssueButton } from '../issued/IssueButton.tsx'
import { PeriodFields } from '../PeriodFields.tsx'
import { reportQueries } from '../queries.ts'
import reportClasses from '../Report.module.css'
import { ReportAnswer, ReportFrame } from '../ReportFrame.tsx'
import { usePeriodWords } from '../use-period-words.ts'
import { MinistryTable } from './MinistryTable.tsx'
import { Tensions } from './Tensions.tsx'

const route = getRouteApi('/_app/reports_/ministry')
const files = { xlsx: reportMinistryXlsx, docx: reportMinistryDocx, pdf: reportMinistryPdf, csv: reportMinistryCsv }

/** What the sector agreement promises the ministry: appeals and outcomes by region, and where a dispute may come. */
export function MinistryPage() {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const words = usePeriodWords()
  const report = useQuery(reportQueries.ministry(search))
  const { from = '', to = '' } = search
  return (
    <ReportFrame
      title={t('figures.ministry.title')}
      printTitle={t('figures.ministry.printTitle')}
      period={words(from, to)}
      actions={
        <>
          <IssueButton report="ministry" query={search} />
          <ExportMenu routes={files} query={search} name={t('figures.ministry.title')} />
        </>
      }
      controls={
        <div className={reportClasses['controlRow']}>
          <PeriodFields
            from={from}
            to={to}
            onChange={(dates) => void navigate({ search: dates, replace: true, resetScroll: false })}
          />
        </div>
      }
    >
      <ReportAnswer answer={report}>
        {(data) => (
          <>
            <MinistryTable report={data} />
            <ul className={`${reportClasses['footnotes']} ${reportClasses['notes']}`}>
              <li>{t('figures.ministry.standing')}</li>
            </ul>
            <Tensions tensions={data.tensions} />
          </>
        )}
      </ReportAnswer>
    </ReportFrame>
  )
}
