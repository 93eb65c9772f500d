import { Button, Skeleton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import {
  reportMedAdvokatCsv,
  reportMedAdvokatDocx,
  reportMedAdvokatPdf,
  reportMedAdvokatXlsx,
} from '@qorgan/shared/exports'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMe } from '../../accounts/may.ts'
import { ExportMenu } from '../../exports/ExportMenu.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { IssueButton } from '../issued/IssueButton.tsx'
import reportClasses from '../Report.module.css'
import { BranchTable } from './BranchTable.tsx'
import classes from './MedAdvokat.module.css'
import { MedAdvokatControls } from './MedAdvokatControls.tsx'
import { MedAdvokatTotals } from './MedAdvokatTotals.tsx'
import { medAdvokatReport } from './queries.ts'

const route = getRouteApi('/_app/reports_/medadvokat')
const files = {
  xlsx: reportMedAdvokatXlsx,
  docx: reportMedAdvokatDocx,
  pdf: reportMedAdvokatPdf,
  csv: reportMedAdvokatCsv,
}

/** Whom MedAdvokat helped, how it ended, and what it cost beside what it brought. */
export function MedAdvokatPage() {
  const { t } = useText()
  const { longDay } = useFormat()
  const me = useMe()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const byBranch = me.activePost.branchId === null
  const report = useQuery(medAdvokatReport(search, byBranch))
  const query = { ...search, ...(byBranch ? { rows: 'branch' } : {}) }
  const period = `${longDay(search.from ?? '')} – ${longDay(search.to ?? '')}`
  const hides =
    report.data?.peopleHelped === null ||
    report.data?.rows?.some(({ figures }) => figures.peopleHelped === null || figures.allotted === null)
  return (
    <>
      <div className="q-no-print">
        <PageHeader
          title={t('counsel.report.title')}
          aside={
            <>
              <IssueButton report="medadvokat" query={query} />
              <ExportMenu routes={files} query={query} name={t('counsel.report.title')} />
              <Button
                variant="default"
                leftSection={<IconPrinter size={18} aria-hidden />}
                onClick={() => window.print()}
              >
                {t('action.print')}
              </Button>
            </>
          }
        >
          {period}
        </PageHeader>
      </div>
      <MedAdvokatControls
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
      <p className={`q-print-only ${reportClasses['printTitle']}`}>
        {t('counsel.report.printTitle')}
        <br />
        {period}
      </p>
      {report.error && <ProblemNotice error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Skeleton h={420} />}
      {report.data && !report.error && (
        <div aria-busy={report.isPlaceholderData} style={report.isPlaceholderData ? { opacity: 0.55 } : undefined}>
          <MedAdvokatTotals report={report.data} search={search} />
          {report.data.rows && <BranchTable report={report.data} search={search} />}
          <ul className={`${reportClasses['footnotes']} ${classes['notes']}`}>
            <li>{t('counsel.report.standing')}</li>
            <li>{t('counsel.report.peopleNote')}</li>
            {report.data.withoutRestricted && <li>{t('counsel.report.restrictedNote')}</li>}
            {hides && <li>{t('counsel.report.hiddenNote')}</li>}
          </ul>
        </div>
      )}
    </>
  )
}
