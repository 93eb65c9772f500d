import type { LegalCaseChange, LegalCaseDraft } from '@qorgan/shared/legal-cases'
import type { Day } from '@qorgan/shared/dates'
import type { FieldError } from '@qorgan/shared/errors'
import { caseReaderRoles } from '@qorgan/shared/permissions'
import type { Actor } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Tx } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import { fieldError } from '../platform/errors.ts'
import { readable } from './filters.ts'
import { visibleTo } from './scope.ts'

const FIRST_DAY = '2000-01-01'

/** Dates that a case is written down with: none in the future, none before anything was. */
export function dateErrors(
  draft: Pick<LegalCaseChange, 'openedOn' | 'applicationOn' | 'consentOn' | 'conciliation'>,
  today: Day,
) {
  const { knownOn, createdOn, appliedOn, decidedOn } = draft.conciliation ?? {}
  const dates: [string, Day | null | undefined][] = [
    ['/openedOn', draft.openedOn],
    ['/applicationOn', draft.applicationOn],
    ['/consentOn', draft.consentOn],
    ['/conciliation/knownOn', knownOn],
    ['/conciliation/createdOn', createdOn],
    ['/conciliation/appliedOn', appliedOn],
    ['/conciliation/decidedOn', decidedOn],
  ]
  const errors: FieldError[] = []
  for (const [path, day] of dates) {
    if (!day) continue
    if (day > today) errors.push(fieldError(path, 'field.inFuture'))
    else if (day < FIRST_DAY) errors.push(fieldError(path, 'too_small'))
  }
  if (appliedOn && knownOn && appliedOn < knownOn) errors.push(fieldError('/conciliation/appliedOn', 'field.reversed'))
  if (decidedOn && appliedOn && decidedOn < appliedOn)
    errors.push(fieldError('/conciliation/decidedOn', 'field.reversed'))
  return errors
}

/** People, readers and earlier cases that a draft names and the actor does not know. */
export async function referenceErrors(
  tx: Tx,
  actor: Actor,
  draft: Partial<Pick<LegalCaseDraft, 'members' | 'readerIds' | 'repeatOf' | 'branchId'>>,
  today: Day,
  caseId: string | null = null,
): Promise<FieldError[]> {
  const errors: FieldError[] = []
  if (draft.members) {
    const asked = draft.members.map(({ memberId }) => memberId)
    const known = new Set((await findPeople(tx, actor, asked)).map(({ id }) => id))
    draft.members.forEach(({ memberId }, index) => {
      if (!known.has(memberId)) errors.push(fieldError(`/members/${index}/memberId`, 'field.absent'))
      else if (asked.indexOf(memberId) !== index)
        errors.push(fieldError(`/members/${index}/memberId`, 'field.duplicate'))
    })
  }
  if (draft.readerIds?.length) {
    const readers = await findReaders(tx, draft.readerIds, caseId, today)
    draft.readerIds.forEach((id, index) => {
      if (!readers.has(id)) errors.push(fieldError(`/readerIds/${index}`, 'field.absent'))
    })
  }
  if (draft.repeatOf) {
    const earlier = await tx
      .selectFrom('legalCases')
      .select('id')
      .where(visibleTo(actor, today))
      .where(readable(actor))
      .where('id', '=', draft.repeatOf.caseId)
      .executeTakeFirst()
    if (!earlier) errors.push(fieldError('/repeatOf/caseId', 'field.absent'))
  }
  if (draft.branchId) {
    const unit = await tx.selectFrom('units').select('id').where('id', '=', draft.branchId).executeTakeFirst()
    if (!unit) errors.push(fieldError('/branchId', 'field.absent'))
  }
  return errors
}

/** Of those asked for, who reads cases by a post in force. Who was named before may stay: their access ended with the post. */
async function findReaders(tx: Tx, ids: readonly string[], caseId: string | null, today: Day): Promise<Set<string>> {
  const found = await tx
    .selectFrom('users')
    .select('users.id')
    .where('users.id', '=', anyId(ids))
    .where((eb) =>
      eb.or([
        eb.and([
          eb('users.active', '=', true),
          eb.exists(
            eb
              .selectFrom('posts')
              .select('posts.id')
              .whereRef('posts.userId', '=', 'users.id')
              .where('posts.role', 'in', caseReaderRoles)
              .where('posts.fromOn', '<=', today)
              .where((post) => post.or([post('posts.toOn', 'is', null), post('posts.toOn', '>=', today)])),
          ),
        ]),
        eb.exists(
          eb
            .selectFrom('legalCaseReaders')
            .select('legalCaseReaders.userId')
            .whereRef('legalCaseReaders.userId', '=', 'users.id')
            .where('legalCaseReaders.caseId', '=', caseId)
            .where('legalCaseReaders.active', '=', true),
        ),
      ]),
    )
    .execute()
  return new Set(found.map(({ id }) => id))
}

/** Whoever opens a case names its people by id, having found them: any member, also one of no case yet. */
export const findPeople = (tx: Tx, actor: Actor, ids: readonly string[]) =>
  asSystem(tx, actor, () => tx.selectFrom('members').select(['id', 'branchId']).where('id', '=', anyId(ids)).execute())
