import { z } from 'zod'
import { defineRoute } from './contract.ts'

/** What needs a person now. Each number opens the list of the query beside it, of equal length. */
export const BucketKey = z
  .enum([
    'overdue',
    'dueSoon',
    'notStarted',
    'mine',
    'incomingTransfers',
    'outgoingTransfers',
    'effectExpected',
    'toConfirm',
    'suspended',
    'casesScreening',
    'termsMissed',
    'termsNear',
    'termsUnchecked',
    'hearingsNear',
    'noNextStep',
    'noCounsel',
    'conflictsUndecided',
    'allotmentsUnapproved',
    'actsUnaccepted',
    'actsUnpaid',
    'moneyNearLimit',
    'quarterToSubmit',
    'quarterReturned',
    'quarterLate',
    'quartersToAccept',
  ])
  .meta({ id: 'BucketKey' })
export type BucketKey = z.output<typeof BucketKey>
export const Bucket = z
  .object({
    key: BucketKey,
    count: z.int(),
    list: z.enum(['appeals', 'effects', 'legal-cases', 'branch-reports']),
    query: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Bucket' })
export const listBuckets = defineRoute({
  method: 'GET',
  path: '/signals',
  access: 'signed-in',
  summary: 'What needs the caller, as buckets',
  response: z.object({ items: z.array(Bucket), nextCursor: z.null() }),
})
