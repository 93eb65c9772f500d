import { AppealFilter } from '@qorgan/shared/appeals'
import type { Day } from '@qorgan/shared/dates'
import { EffectFilter } from '@qorgan/shared/effects'
import { LegalCaseFilter } from '@qorgan/shared/legal-cases'
import { type Bucket, listBuckets } from '@qorgan/shared/signals'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { summariseAppealRows } from '../appeals/service.ts'
import { quarterBuckets } from '../closing/service.ts'
import { summariseEffectRows } from '../effects/service.ts'
import { summariseCaseRows } from '../legal-cases/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { query } from '../platform/http/route.ts'
import { type BucketList, bucketsOf } from './buckets.ts'

export function signalRoutes(app: FastifyInstance): void {
  query(app, listBuckets, async ({ db, actor, clock }) => {
    const items: z.output<typeof Bucket>[] = await quarterBuckets(db, actor, clock.today())
    for (const bucket of bucketsOf(actor, clock.today()))
      items.push({ ...bucket, count: await countOf(db, actor, bucket, clock.today()) })
    return { items, nextCursor: null }
  })
}

/** The list's own filter, read from the query that opens it: the number and the list cannot differ. */
async function countOf(db: Reader, actor: Actor, { list, query: opens }: BucketList, today: Day): Promise<number> {
  switch (list) {
    case 'appeals':
      return (await summariseAppealRows(db, actor, AppealFilter.parse(opens), today)).count
    case 'effects':
      return (await summariseEffectRows(db, actor, EffectFilter.parse(opens))).count
    case 'legal-cases':
      return (await summariseCaseRows(db, actor, LegalCaseFilter.parse(opens), today)).count
  }
}
