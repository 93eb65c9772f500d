import type { Day } from '@qorgan/shared/dates'
import type { Bucket, BucketKey } from '@qorgan/shared/signals'
import type { z } from 'zod'
import { type Actor, may } from '../platform/auth/actor.ts'

export type BucketList = Omit<z.output<typeof Bucket>, 'count'>

const appeals = (key: BucketKey, query: Record<string, string>): BucketList => ({ key, list: 'appeals', query })

/** What needs the caller, most pressing first: each bucket is a list that the caller may open, and its length. */
export function bucketsOf(actor: Actor, today: Day): BucketList[] {
  const buckets: BucketList[] = []
  if (may(actor, 'appeals:work')) {
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
  if (may(actor, 'appeals:work')) buckets.push(appeals('suspended', { handling: 'mine', status: 'suspended' }))
  return buckets
}
