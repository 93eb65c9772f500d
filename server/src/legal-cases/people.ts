import type { CaseMember, CaseRole } from '@qorgan/shared/case-people'
import { requireVersion, type IfMatch } from '../platform/http/route.ts'
import { claimId } from '../platform/creations.ts'
import { AppError, invalidAt, notFound } from '../platform/errors.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { type CaseActing, leaveCaseTrace, lockCase } from './acting.ts'
import { refuseCaseAction } from './policy.ts'
import { presentPerson } from './present.ts'
import { type CaseRow, findCase } from './queries.ts'
import { findPeople } from './references.ts'

/** Adds a member to a case; each stands in it once. */
export async function addPerson(
  acting: CaseActing,
  given: { id?: string | undefined; memberId: string; role: CaseRole },
): Promise<{ person: CaseMember; isNew: boolean }> {
  const { tx, actor } = acting
  const row = await lockCase(acting)
  const id = given.id ?? newId()
  if (given.id && !(await claimId(tx, actor, 'caseMember', id, { ...given, caseId: row.id })))
    return { person: personOf(acting, row, id), isNew: false }
  refuseCaseAction(row, 'members')
  const [member] = await findPeople(tx, actor, [given.memberId])
  if (!member) throw invalidAt('/memberId', 'field.absent')
  await tx
    .insertInto('legalCaseMembers')
    .values({ id, caseId: row.id, memberId: given.memberId, role: given.role })
    .execute()
  const person = await personAfter(acting, row, id)
  await leaveCaseTrace(acting, row, {
    kind: 'member_added',
    details: { role: given.role },
    action: 'legalCase.memberAdded',
    entity: 'legalCaseMember',
    entityId: id,
  })
  return { person, isNew: true }
}

export async function changePerson(
  acting: CaseActing & { ifMatch: IfMatch },
  itemId: string,
  role: CaseRole,
): Promise<CaseMember> {
  const { tx, ifMatch } = acting
  const row = await lockCase(acting)
  const person = isUuid(itemId) ? row.persons?.find(({ id }) => id === itemId) : undefined
  if (!person) throw notFound()
  requireVersion(ifMatch, person.version)
  refuseCaseAction(row, 'members')
  await tx
    .updateTable('legalCaseMembers')
    .set({ role, version: person.version + 1 })
    .where('id', '=', itemId)
    .execute()
  const changed = await personAfter(acting, row, itemId)
  await leaveCaseTrace(acting, row, {
    kind: 'member_changed',
    details: { role },
    action: 'legalCase.memberChanged',
    entity: 'legalCaseMember',
    entityId: itemId,
    fields: ['role'],
  })
  return changed
}

async function personAfter(acting: CaseActing, row: CaseRow, id: string): Promise<CaseMember> {
  const after = await findCase(acting.tx, acting.actor, row.id, acting.today)
  if (!after) throw notFound()
  return personOf(acting, after, id)
}

function personOf({ actor }: CaseActing, row: CaseRow, id: string): CaseMember {
  const person = row.persons?.find((one) => one.id === id)
  if (!person) throw new AppError('record.idInUse')
  return presentPerson(actor, row, person)
}
