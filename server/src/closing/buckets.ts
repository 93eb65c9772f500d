import type { BranchReportStatus } from '@qorgan/shared/closing'
import type { Day } from '@qorgan/shared/dates'
import type { Bucket, BucketKey } from '@qorgan/shared/signals'
import type { z } from 'zod'
import { COUNCIL_ID } from '../organisation/service.ts'
import { type Actor, may } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { findReportsInHand, type ReportInHand } from './queries.ts'

interface Wish {
  key: BucketKey
  status: BranchReportStatus[]
  late?: boolean
  /** The caller's own unit's alone. */
  own?: true
}

/** A chair's quarter to hand in; the council's own, and those of the others to chase and to accept. */
function wishesOf(actor: Actor): Wish[] {
  if (!may(actor, 'closing:submit')) return []
  const own: Wish[] = [
    { key: 'quarterReturned', status: ['returned'], own: true },
    { key: 'quarterToSubmit', status: ['open'], late: false, own: true },
  ]
  if (!may(actor, 'closing:accept')) return [{ key: 'quarterLate', status: ['open'], late: true }, ...own]
  return [
    { key: 'quartersToAccept', status: ['submitted'] },
    { key: 'quarterLate', status: ['open', 'returned'], late: true },
    ...own,
  ]
}

/**
 * What the closing of quarters asks of the caller. A bucket is the list of one quarter: the oldest in which there is something to do, else
 * the last one that is over. Nothing is asked before a quarter ends.
 */
export async function quarterBuckets(db: Reader, actor: Actor, today: Day): Promise<z.output<typeof Bucket>[]> {
  const wishes = wishesOf(actor)
  if (wishes.length === 0) return []
  const reports = await findReportsInHand(db, actor, today)
  const keys = [...new Set(reports.map(({ periodKey }) => periodKey))]
  const last = keys.at(-1)
  if (last === undefined) return []
  return wishes.map((wish) => {
    const isMeant = (report: ReportInHand) =>
      wish.status.includes(report.status) &&
      (wish.late === undefined || wish.late === report.late) &&
      (!wish.own || report.unitId === actor.unitId)
    const periodKey = keys.find((key) => reports.some((report) => report.periodKey === key && isMeant(report))) ?? last
    return {
      key: wish.key,
      count: reports.filter((report) => report.periodKey === periodKey && isMeant(report)).length,
      list: 'branch-reports',
      query: {
        periodKey,
        status: wish.status.join(','),
        ...(wish.late !== undefined && { late: String(wish.late) }),
        // A branch has no list but its own.
        ...(wish.own && actor.unitId === COUNCIL_ID && { branchId: 'council' }),
      },
    }
  })
}
