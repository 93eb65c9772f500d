import { Button, Skeleton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '../i18n/i18n.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useSheet } from '../ui/use-sheet.ts'
import classes from './Report.module.css'
import { ReportTabs } from './ReportTabs.tsx'

interface Props {
  title: string
  /** What the page is called on paper, and of which days; null where the paper has titles of its own. */
  printTitle: string | null
  period: string
  actions?: ReactNode
  controls?: ReactNode
  /** A page that nobody prints has no button for it. */
  isPrinted?: boolean
  children: ReactNode
}

/** What every report page has: the tabs, the heading, print, and the title that the paper carries instead of them. */
export function ReportFrame({ title, printTitle, period, actions, controls, isPrinted = true, children }: Props) {
  const { t } = useText()
  useSheet('wide')
  return (
    <>
      <div className="q-no-print">
        <ReportTabs />
        <PageHeader
          title={title}
          aside={
            <>
              {actions}
              {isPrinted && (
                <Button
                  variant="default"
                  leftSection={<IconPrinter size={18} aria-hidden />}
                  onClick={() => window.print()}
                >
                  {t('action.print')}
                </Button>
              )}
            </>
          }
        >
          {period}
        </PageHeader>
      </div>
      {controls && <div className={`${classes['controls']} q-no-print`}>{controls}</div>}
      {printTitle !== null && (
        <p className={`q-print-only ${classes['printTitle']}`}>
          {printTitle}
          <br />
          {period}
        </p>
      )}
      {children}
    </>
  )
}

/** A report as it comes: the shape of it, what went wrong, or the figures; the old ones stay pale while new ones are on their way. */
export function ReportAnswer<T>({ answer, children }: { answer: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (answer.error) return <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <Skeleton h={360} />
  return (
    <div aria-busy={answer.isPlaceholderData} style={answer.isPlaceholderData ? { opacity: 0.55 } : undefined}>
      {children(answer.data)}
    </div>
  )
}
