import { Alert, Button, Group } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { isProblem } from '../platform/problem.ts'
import { LinkButton } from '../ui/links.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import classes from './Bar.module.css'
import { closingMutations, closingQueries } from './queries.ts'
import { RemindButton } from './RemindButton.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'

interface Props {
  report: BranchReport
  unit: string
  /** For a unit without a chair. */
  onActFor?: () => void
}

/** The council's answer. What is accepted is what was on the screen: its hash is kept from the first look, and never changed unseen. */
export function CouncilBar({ report, unit, onActFor }: Props) {
  const { t } = useText()
  const queryClient = useQueryClient()
  const [looked, setLooked] = useState(report.sha256)
  const [returning, setReturning] = useState(false)
  const accept = useMutation({
    ...closingMutations.accept,
    onSuccess: (accepted) => {
      queryClient.setQueryData(closingQueries.report(report.id).queryKey, accepted)
      toast(t('closing.accept.done', { unit }))
      window.scrollTo({ top: 0 })
    },
  })
  const { can } = report
  const changed = isProblem(accept.error, 'branchReport.figuresChanged')
  const isOther = report.sha256 !== looked
  const lookAgain = async () => {
    accept.reset()
    await queryClient.invalidateQueries({ queryKey: closingQueries.all })
    setLooked(queryClient.getQueryData(closingQueries.report(report.id).queryKey)?.sha256 ?? report.sha256)
    document.getElementById('differences')?.focus()
  }
  if (!can.accept && !can.return && !can.remind && !onActFor) return null
  return (
    <div className={`q-no-print ${classes['bar']}`}>
      {(changed || (isOther && can.accept)) && (
        <Alert role="alert" color="ochre" title={t('closing.accept.changedTitle')} mb="xs">
          <Group justify="space-between" gap="xs">
            <span className={classes['barText']}>
              {t(isOther ? 'closing.accept.submittedAnew' : 'closing.accept.changedText')}
            </span>
            <Button variant="default" onClick={() => void lookAgain()}>
              {t('closing.accept.lookAgain')}
            </Button>
          </Group>
        </Alert>
      )}
      {accept.error && !changed && !isOther && <ProblemNotice error={accept.error} />}
      <div className={classes['barRow']}>
        <span className={classes['barState']}>
          <NextUnit report={report} />
        </span>
        {can.remind && <RemindButton report={report} name={unit} />}
        {onActFor && (
          <Button size="md" variant="default" onClick={onActFor}>
            {t('closing.bar.actFor')}
          </Button>
        )}
        {can.return && (
          <Button size="md" variant="default" onClick={() => setReturning(true)}>
            {t('closing.return.action')}
          </Button>
        )}
        {can.accept && looked && (
          <Button
            size="md"
            loading={accept.isPending}
            disabled={isOther}
            onClick={() => accept.mutate({ id: report.id, version: report.version, body: { sha256: looked } })}
          >
            {t('closing.accept.action')}
          </Button>
        )}
      </div>
      {returning && <ReturnDialog report={report} unit={unit} onClose={() => setReturning(false)} />}
    </div>
  )
}

/** Twenty-one reports are read one after another, round and round while any waits. */
function NextUnit({ report }: { report: BranchReport }) {
  const { t } = useText()
  const names = useUnitNames()
  const reports = useQuery(closingQueries.reports(report.periodKey)).data ?? []
  const here = reports.findIndex(({ id }) => id === report.id)
  const next = [...reports.slice(here + 1), ...reports.slice(0, here)].find(({ can }) => can.accept)
  if (!next)
    return (
      <LinkButton variant="subtle" to="/quarters/$key" params={{ key: report.periodKey }}>
        {t('closing.board.allUnits')}
      </LinkButton>
    )
  return (
    <LinkButton
      variant="subtle"
      to="/quarters/$key/$reportId"
      params={{ key: next.periodKey, reportId: next.id }}
      className={classes['nextUnit'] ?? ''}
    >
      {t('closing.accept.next', { unit: names.unit(next.branchId) })}
    </LinkButton>
  )
}
