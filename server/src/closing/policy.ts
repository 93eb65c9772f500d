import type { BranchReport, ReportingPeriod } from '@qorgan/shared/closing'
import type { Day } from '@qorgan/shared/dates'
import { type Actor, may } from '../platform/auth/actor.ts'
import { AppError } from '../platform/errors.ts'

export interface ReportState {
  status: BranchReport['status']
  periodStatus: ReportingPeriod['status']
  unitId: string
  toOn: Day
}
export type ReportAction = keyof BranchReport['can']

const allowedStatuses = {
  edit: ['open', 'returned'],
  submit: ['open', 'returned'],
  return: ['submitted', 'accepted'],
  accept: ['submitted'],
  remind: ['open', 'returned'],
} as const satisfies Record<ReportAction, readonly BranchReport['status'][]>

/** A unit writes and hands in its own report; the council's head does so for a branch that has no chair. Nobody reminds themselves. */
function isTheirs(actor: Actor, { unitId }: ReportState, action: ReportAction): boolean {
  const isOwn = unitId === actor.unitId
  if (action === 'edit' || action === 'submit')
    return may(actor, 'closing:submit') && (isOwn || actor.role === 'council_head')
  return may(actor, 'closing:accept') && !(action === 'remind' && isOwn)
}

/** On its last day a quarter may be handed in: what it still brings is then a correction, or the figures have changed. */
const isOver = ({ toOn }: ReportState, today: Day) => today >= toOn

function refusal(report: ReportState, action: ReportAction, today: Day): AppError | undefined {
  const statuses: readonly BranchReport['status'][] = allowedStatuses[action]
  if (report.periodStatus === 'closed') return new AppError('period.closed')
  // That it was never handed in is said in words of its own.
  if (action === 'accept' && report.status !== 'submitted')
    return new AppError('branchReport.notSubmitted', { status: report.status })
  if (!statuses.includes(report.status)) return new AppError('branchReport.wrongStatus', { status: report.status })
  if ((action === 'submit' || action === 'remind') && !isOver(report, today))
    return new AppError('branchReport.periodNotOver')
  return undefined
}

export const reportCapabilities = (actor: Actor, report: ReportState, today: Day): BranchReport['can'] => {
  const can = (action: ReportAction) => isTheirs(actor, report, action) && !refusal(report, action, today)
  return {
    edit: can('edit'),
    submit: can('submit'),
    return: can('return'),
    accept: can('accept'),
    remind: can('remind'),
  }
}

/** Whose it is comes before anything about its state. */
export function refuseStranger(actor: Actor, report: ReportState, action: ReportAction): void {
  if (!isTheirs(actor, report, action)) throw new AppError('auth.forbidden')
}
export function refuseReportAction(report: ReportState, action: ReportAction, today: Day): void {
  const problem = refusal(report, action, today)
  if (problem) throw problem
}
