import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db/index.ts'
import type { Cursor } from '../platform/http/pages.ts'

function selectNotes(db: Reader, caseId: string) {
  return db
    .selectFrom('privilegedNotes as n')
    .innerJoin('users', 'users.id', 'n.writtenBy')
    .select(['n.id', 'n.caseId', 'n.kind', 'n.cipher', 'n.writtenBy', 'n.version', 'n.createdAt', 'users.fullName'])
    .select(sql<string>`n.created_at::text`.as('place'))
    .where('n.caseId', '=', caseId)
}
export type NoteRow = Awaited<ReturnType<ReturnType<typeof selectNotes>['executeTakeFirstOrThrow']>>

const before = (columns: string, after: Cursor | undefined) =>
  after
    ? sql<boolean>`(${sql.raw(columns)}) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)`
    : sql<boolean>`true`

export function findNotes(db: Reader, caseId: string, limit: number, after: Cursor | undefined): Promise<NoteRow[]> {
  return selectNotes(db, caseId)
    .where(before('n.created_at, n.id', after))
    .orderBy('n.createdAt', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const findNote = (db: Reader, caseId: string, id: string): Promise<NoteRow | undefined> =>
  selectNotes(db, caseId).where('n.id', '=', id).executeTakeFirst()

/** The case is locked before it. */
export const lockNote = (tx: Tx, caseId: string, id: string): Promise<NoteRow | undefined> =>
  selectNotes(tx, caseId).where('n.id', '=', id).forUpdate('n').executeTakeFirst()

export function findOpenings(db: Reader, caseId: string, limit: number, after: Cursor | undefined) {
  return db
    .selectFrom('privilegedOpenings as o')
    .innerJoin('users', 'users.id', 'o.userId')
    .select(['o.id', 'o.userId', 'o.role', 'o.at', 'users.fullName'])
    .select(sql<string>`o.at::text`.as('place'))
    .where('o.caseId', '=', caseId)
    .where(before('o.at, o.id', after))
    .orderBy('o.at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
    .execute()
}
