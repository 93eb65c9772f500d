import type { Day } from '@qorgan/shared/dates'
import type { changeMember, createMember, Member } from '@qorgan/shared/members'
import type { RouteInput } from '@qorgan/shared/contract'
import { recordEvent, recordEvents } from '../audit/service.ts'
import { type Actor, databaseRoleOf } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { AppError, invalidAt, notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import type { IinCipher } from '../platform/iin-cipher.ts'
import { newId } from '../platform/ids.ts'
import { normalisePhone } from '../platform/phones.ts'
import { presentMember } from './present.ts'
import { findBranchOfOrganisation, findMember, insertMember, isBranch, lockMember, setMember } from './queries.ts'

export { presentMember } from './present.ts'
export {
  countMembers,
  EVERYONE,
  findMembersByIin,
  findMembersByPhone,
  findMembersByWords,
  findMembersForAppeals,
  type MemberFilter,
  type MemberRow,
  membersInOrder,
  wordsOf,
} from './queries.ts'

type Draft = RouteInput<typeof createMember>['body']
type Change = RouteInput<typeof changeMember>['body']
export interface Desk {
  actor: Actor
  iins: IinCipher
  today: Day
}

/** Surname, given name, patronymic: as an appeal keeps its applicant. */
export const fullNameOf = (person: { lastName: string; firstName: string; patronymic: string | null }): string =>
  [person.lastName, person.firstName, person.patronymic].filter((name) => name !== null).join(' ')

export async function showMember(db: Reader, actor: Actor, iins: IinCipher, id: string): Promise<Member> {
  const row = await findMember(db, actor, id)
  if (!row) throw notFound()
  return presentMember(actor, iins, row)
}

/** `isRepeat`: the same person sent the same member before, and nothing was written now. */
export async function enterMember(tx: Tx, desk: Desk, draft: Draft): Promise<{ member: Member; isRepeat: boolean }> {
  const { actor, iins } = desk
  const { id = newId(), branchId: asked, ...body } = draft
  if (draft.id !== undefined && !(await claimId(tx, actor, 'member', id, withoutIin(draft, iins)))) {
    const row = await findMember(tx, actor, id)
    if (!row) throw new AppError('record.idInUse')
    return { member: presentMember(actor, iins, row), isRepeat: true }
  }
  const branchId = await branchOf(tx, actor, asked)
  await requireOrganisationOf(tx, branchId, body.primaryOrganisationId)
  requireDates(body, desk.today)
  const { kind, lastName, firstName } = body
  await insertMember(tx, { ...stored(body, iins), id, branchId, kind, lastName, firstName })
  const member = await showMember(tx, actor, iins, id)
  await recordEvent(tx, actor, {
    unitId: branchId,
    action: 'member.entered',
    entity: 'member',
    entityId: id,
    fields: Object.keys(body),
  })
  return { member, isRepeat: false }
}

export async function changeMemberRecord(
  tx: Tx,
  desk: Desk,
  id: string,
  change: Change,
  ifMatch: IfMatch,
): Promise<Member> {
  const { actor, iins } = desk
  const row = await lockMember(tx, actor, id)
  if (!row) throw notFound()
  const branchId =
    change.branchId === undefined || change.branchId === row.branchId
      ? row.branchId
      : await branchOf(tx, actor, change.branchId)
  const organisationId =
    change.primaryOrganisationId === undefined ? row.primaryOrganisationId : change.primaryOrganisationId
  if (change.primaryOrganisationId !== undefined || branchId !== row.branchId)
    await requireOrganisationOf(tx, branchId, organisationId)
  requireDates({ ...row, ...change }, desk.today)
  requireVersion(ifMatch, row.version)
  await setMember(tx, row.id, { ...stored(change, iins), branchId })
  const member = await showMember(tx, actor, iins, row.id)
  // A member who moves leaves a trace in the branch that is left and in the one that receives.
  const units = branchId === row.branchId ? [branchId] : [row.branchId, branchId]
  await recordEvents(
    tx,
    actor,
    units.map((unitId) => ({
      unitId,
      action: 'member.changed',
      entity: 'member',
      entityId: row.id,
      fields: Object.keys(change),
    })),
  )
  return member
}

export async function openIin(
  tx: Tx,
  actor: Actor,
  iins: IinCipher,
  id: string,
  allow: (userId: string) => void,
): Promise<string | null> {
  const row = await findMember(tx, actor, id)
  if (!row) throw notFound()
  if (row.iinCipher === null) return null
  allow(actor.userId)
  await recordEvent(tx, actor, {
    unitId: row.branchId,
    action: 'member.iinOpened',
    entity: 'member',
    entityId: row.id,
    fields: ['iin'],
  })
  return iins.decrypt(row.iinCipher)
}

/** A branch enters its own people; the council says whose they are. */
async function branchOf(tx: Tx, actor: Actor, asked: string | undefined): Promise<string> {
  if (databaseRoleOf(actor) !== 'qorgan_union') {
    if (asked !== undefined && asked !== actor.unitId) throw invalidAt('/branchId', 'field.absent')
    return actor.unitId
  }
  if (asked === undefined) throw invalidAt('/branchId', 'field.required')
  if (!(await isBranch(tx, asked))) throw invalidAt('/branchId', 'field.absent')
  return asked
}

async function requireOrganisationOf(
  tx: Tx,
  branchId: string,
  organisationId: string | null | undefined,
): Promise<void> {
  if (organisationId === null || organisationId === undefined) return
  const branch = await findBranchOfOrganisation(tx, organisationId)
  if (branch === undefined) throw invalidAt('/primaryOrganisationId', 'field.absent')
  if (branch !== branchId) throw invalidAt('/primaryOrganisationId', 'field.notInUnit')
}

type Dates = Pick<Change, 'birthDate' | 'joinedOn' | 'leftOn'>
function requireDates({ birthDate, joinedOn, leftOn }: Dates, today: Day): void {
  if (birthDate && birthDate > today) throw invalidAt('/birthDate', 'field.inFuture')
  if (joinedOn && leftOn && leftOn < joinedOn) throw invalidAt('/leftOn', 'field.reversed')
}

/** What the columns take: the IIN encrypted, the phone in one spelling. Fields that were not given stay out. */
function stored({ iin, phone, ...plain }: Omit<Change, 'branchId'>, iins: IinCipher) {
  const encrypted = iin ? iins.encrypt(iin) : null
  return {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...(phone !== undefined && { phone: phone === null ? null : normalisePhone(phone) }),
    ...(iin !== undefined && { iinCipher: encrypted?.cipher ?? null, iinHash: encrypted?.hash ?? null }),
  }
}

/** The body is remembered as a hash, in which a bare IIN could be guessed. */
const withoutIin = (draft: Draft, iins: IinCipher) => ({
  ...draft,
  iin: draft.iin && iins.hash(draft.iin).toString('hex'),
})
