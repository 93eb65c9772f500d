import type { Day } from '@qorgan/shared/dates'
import type { Bucket, BucketKey } from '@qorgan/shared/signals'
import type { z } from 'zod'
import { type Actor, may } from '../platform/auth/actor.ts'

/** Quarters know their own lists. */
export type BucketList = Omit<z.output<typeof Bucket>, 'count' | 'list'> & {
  list: Exclude<z.output<typeof Bucket>['list'], 'branch-reports'>
}

const cases = (key: BucketKey, query: Record<string, string>): BucketList => ({ key, list: 'legal-cases', query })
const appeals = (key: BucketKey, query: Record<string, string>): BucketList => ({ key, list: 'appeals', query })

/** What needs the caller, most pressing first: each bucket is a list that the caller may open, and its length. */
export function bucketsOf(actor: Actor, today: Day): BucketList[] {
  const buckets = caseBuckets(actor)
  // The legal department works on appeals in their cases.
  if (may(actor, 'appeals:work') && !may(actor, 'legalCases:work')) {
    buckets.push(
      appeals('overdue', { handling: 'mine', due: 'overdue' }),
      appeals('dueSoon', { handling: 'mine', due: 'soon' }),
      appeals('notStarted', { handling: 'mine', status: 'registered' }),
      appeals('mine', { assigneeId: 'me', status: 'registered,in_progress,suspended' }),
    )
    // Nothing is passed down to a primary organisation.
    if (actor.organisationId === null) buckets.push(appeals('incomingTransfers', { transfer: 'incoming' }))
    buckets.push(
      appeals('outgoingTransfers', { transfer: 'outgoing' }),
      appeals('effectExpected', { handling: 'mine', noEffectReason: 'expected_later', expectedTo: today }),
    )
  }
  if (may(actor, 'effects:confirm'))
    buckets.push({ key: 'toConfirm', list: 'effects', query: { stage: 'received', confirmed: 'false' } })
  if (may(actor, 'appeals:work') && !may(actor, 'legalCases:work'))
    buckets.push(appeals('suspended', { handling: 'mine', status: 'suspended' }))
  return buckets
}

/** Terms first: what is missed there cannot be made good. */
function caseBuckets(actor: Actor): BucketList[] {
  const buckets: BucketList[] = []
  const works = may(actor, 'legalCases:work')
  if (works || may(actor, 'legalCases:hearings'))
    buckets.push(
      cases('termsMissed', { attention: 'term_missed' }),
      cases('termsNear', { attention: 'term_near' }),
      cases('hearingsNear', { attention: 'hearing_near' }),
      cases('noNextStep', { attention: 'no_next_step' }),
    )
  if (works)
    buckets.push(
      cases('casesScreening', { status: 'screening' }),
      cases('noCounsel', { attention: 'no_counsel' }),
      cases('conflictsUndecided', { attention: 'conflict_undecided' }),
      cases('termsUnchecked', { attention: 'term_unchecked' }),
      cases('actsUnaccepted', { attention: 'act_unaccepted' }),
      cases('moneyNearLimit', { attention: 'money_near_limit' }),
    )
  if (may(actor, 'caseMoney:approve'))
    buckets.push(cases('allotmentsUnapproved', { attention: 'allotment_unapproved' }))
  if (may(actor, 'caseMoney:pay')) buckets.push(cases('actsUnpaid', { attention: 'act_unpaid' }))
  return buckets
}
