import type { Allotment } from '@qorgan/shared/case-money'
import { sql } from 'kysely'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { readCursor } from '../platform/http/pages.ts'
import { isUuid } from '../platform/ids.ts'
import { type PageAsked, personOf } from './people.ts'
import { allotmentCapabilities } from './policy.ts'

const selectAllotments = (db: Reader, caseId: string) =>
  db
    .selectFrom('caseAllotments')
    .select(['id', 'amount', 'stage', 'decisionNumber', 'decidedOn', 'approvedAt', 'version'])
    .select([
      personOf('case_allotments.requested_by').as('requestedBy'),
      personOf<Allotment['approvedBy']>('case_allotments.approved_by').as('approvedBy'),
    ])
    .where('caseId', '=', caseId)
export type AllotmentRow = Awaited<ReturnType<ReturnType<typeof selectAllotments>['executeTakeFirstOrThrow']>>

export async function findAllotment(db: Reader, caseId: string, id: string): Promise<AllotmentRow | undefined> {
  return isUuid(id) ? selectAllotments(db, caseId).where('id', '=', id).executeTakeFirst() : undefined
}

export function findAllotments(db: Reader, caseId: string, { limit, cursor }: PageAsked): Promise<AllotmentRow[]> {
  const after = readCursor(cursor, 2)
  return selectAllotments(db, caseId)
    .$if(after !== undefined, (rest) =>
      rest.where(sql<boolean>`(decided_on, id) < (${after?.[0] ?? ''}::date, ${after?.[1] ?? ''}::uuid)`),
    )
    .orderBy('decidedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const placeOfAllotment = (row: AllotmentRow) => [row.decidedOn, row.id]

export const presentAllotment = (actor: Actor, row: AllotmentRow, isOpen: boolean): Allotment => ({
  ...row,
  approvedAt: row.approvedAt?.toISOString() ?? null,
  can: allotmentCapabilities(actor, row, isOpen),
})
