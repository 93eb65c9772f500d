import { Alert, Group } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../accounts/may.ts'
import { dayOfInstant, formatDay } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useFocusAfter } from '../ui/use-focus-after.ts'
import { ChecksCard } from './ChecksCard.tsx'
import classes from './Closing.module.css'
import { CouncilBar } from './CouncilBar.tsx'
import { DifferencesCard } from './DifferencesCard.tsx'
import { FiguresCard } from './FiguresCard.tsx'
import { PrintMenu } from './PrintMenu.tsx'
import { closingQueries } from './queries.ts'
import { ReportBadge } from './ReportBadge.tsx'
import { ReportState } from './ReportState.tsx'
import { SubmitBar } from './SubmitBar.tsx'
import { TimeWords } from './TimeWords.tsx'
import { useQuarterName } from './use-quarter-name.ts'
import { useReportWords } from './use-report-words.ts'
import { WordsCard } from './WordsCard.tsx'
import { WordsRead } from './WordsRead.tsx'
import { ZeroReport } from './ZeroReport.tsx'

const route = getRouteApi('/_app/quarters/$key_/$reportId')

/** One unit's quarter: filled in and checked when it opens; the chair writes why and hands it in, the council reads and accepts. */
export function UnitReportPage() {
  const { reportId } = route.useParams()
  const report = useSuspenseQuery(closingQueries.report(reportId)).data
  // Another report is another draft.
  return <UnitReport key={report.id} report={report} />
}

function UnitReport({ report }: { report: BranchReport }) {
  const { t } = useText()
  const names = useUnitNames()
  const me = useMe()
  const quarterName = useQuarterName()
  const words = useReportWords(report)
  useFocusAfter(report.status)
  const figures = useQuery(closingQueries.figures(report.id))
  const checks = useQuery(closingQueries.checks(report.id))
  const inHand = report.status === 'open' || report.status === 'returned'
  const unit = names.unit(report.branchId)
  const own = me.activePost.branchId === report.branchId
  // The council's head reads another unit's report first, and writes it only on purpose.
  const [actsFor, setActsFor] = useState(words.restored)
  const actFor = () => {
    setActsFor(true)
    setTimeout(() => document.getElementById('analysis')?.focus())
  }
  const writes = report.can.edit && (own || actsFor)
  const current = figures.data?.totals.current
  const isZero = current?.count === 0 && current.effect === 0 && report.total.count === 0
  return (
    <>
      <PageHeader
        title={quarterName(report.periodKey)}
        documentTitle={`${quarterName(report.periodKey)} · ${unit}`}
        aside={<PrintMenu of={{ report: report.id }} />}
      >
        <Group gap="xs">
          {me.activePost.branchId === null ? (
            <LinkAnchor to="/quarters/$key" params={{ key: report.periodKey }} inherit className="q-no-print">
              {t('closing.board.allUnits')}
            </LinkAnchor>
          ) : (
            <LinkAnchor to="/quarters" inherit className="q-no-print">
              {t('closing.quarters.title')}
            </LinkAnchor>
          )}
          <span aria-hidden className="q-no-print">
            ·
          </span>
          <b>{unit}</b>
          <span aria-hidden>·</span>
          <ReportBadge status={report.status} />
          <TimeWords report={report} />
        </Group>
      </PageHeader>
      <div className="q-wall" aria-hidden />
      <div className={classes['page']}>
        <ReportState report={report} />
        {report.comment && (
          <Alert
            color="ochre"
            title={t(report.status === 'returned' ? 'closing.returned.title' : 'closing.returned.earlier')}
            role="note"
          >
            <span className="q-prose">{report.comment}</span>
          </Alert>
        )}
        {own && report.status === 'open' && report.remindedAt && (
          <Alert color="ochre" role="note">
            {t('closing.remind.toYou', { day: formatDay(dayOfInstant(report.remindedAt)) })}
          </Alert>
        )}
        {isZero && own && report.can.submit && <ZeroReport report={report} words={words} />}
        {inHand && <ChecksCard report={report} query={checks} writes={writes} />}
        {report.sha256 && <DifferencesCard of={{ report: report.id }} />}
        <FiguresCard report={report} query={figures} />
        {writes && <WordsCard report={report} words={words} figures={figures.data} />}
        <WordsRead report={report} paperOnly={writes} />
      </div>
      {writes ? (
        <SubmitBar report={report} words={words} checks={checks.data} />
      ) : (
        <CouncilBar report={report} unit={unit} {...(report.can.edit ? { onActFor: actFor } : {})} />
      )}
    </>
  )
}
