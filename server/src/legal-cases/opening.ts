import type { CaseRole } from '@qorgan/shared/case-people'
import type { LegalCaseDraft, LegalCaseKind } from '@qorgan/shared/legal-cases'
import { type Day, yearOf } from '@qorgan/shared/dates'
import { sql } from 'kysely'
import {
  type AppealOfCase,
  findAppealForCase,
  logCaseOf,
  registerForCase,
  restrictWithCase,
} from '../appeals/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Tx } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import { AppError, invalid, invalidAt } from '../platform/errors.ts'
import type { IinCipher } from '../platform/iin-cipher.ts'
import { newId } from '../platform/ids.ts'
import { leaveCaseTrace } from './acting.ts'
import { dateErrors, findPeople, referenceErrors } from './references.ts'

export interface Opening {
  tx: Tx
  actor: Actor
  cipher: IinCipher
  today: Day
}

/** Opens a case: on an appeal, or with one that is made for it, so that it has one ledger and is counted once. Answers its id. */
export async function openCase(opening: Opening, draft: LegalCaseDraft): Promise<string> {
  const { tx, actor, today } = opening
  const errors = [...dateErrors(draft, today), ...(await referenceErrors(tx, actor, draft, today))]
  if (errors.length > 0) throw invalid(...errors)
  const given = draft.appealId ? await findAppealForCase({ tx, actor }, draft.appealId) : null
  if (given === undefined) throw invalidAt('/appealId', 'field.absent')
  if (given && draft.branchId && draft.branchId !== given.branchId) throw invalidAt('/branchId', 'field.notInUnit')
  if (given?.status === 'annulled')
    throw new AppError('appeal.wrongStatus', { status: given.status, action: 'legal-case' })
  const restricted = (draft.restricted ?? false) || (given?.restricted ?? false)
  const appeal = given ?? (await makeAppeal(opening, draft, restricted))
  return writeCase(opening, appeal, { ...draft, restricted, appealIsOwn: !given })
}

/** A unit asks the legal department to take its appeal. The applicant is the first of its people; the rest is screening's. */
export const requestCase = (
  opening: Opening,
  appeal: AppealOfCase,
  { id, kind, summary }: { id?: string | undefined; kind: LegalCaseKind; summary: string },
): Promise<string> =>
  writeCase(opening, appeal, {
    id,
    kind,
    summary,
    openedOn: opening.today,
    applicationOn: appeal.receivedOn,
    restricted: appeal.restricted,
    members: appeal.memberId ? [{ memberId: appeal.memberId, role: likelyRole[kind] }] : [],
    appealIsOwn: false,
  })

const likelyRole = {
  criminal: 'suspect',
  administrative: 'accused',
  civil: 'plaintiff',
  other: 'plaintiff',
} as const satisfies Record<LegalCaseKind, CaseRole>

async function makeAppeal(opening: Opening, draft: LegalCaseDraft, restricted: boolean): Promise<AppealOfCase> {
  const { tx, actor } = opening
  const [first] = draft.members
  if (!first) throw invalidAt('/members', 'field.required')
  const [member] = await findPeople(tx, actor, [first.memberId])
  if (!member) throw invalidAt('/members/0/memberId', 'field.absent')
  return registerForCase(
    opening,
    {
      receivedOn: draft.applicationOn && draft.applicationOn <= draft.openedOn ? draft.applicationOn : draft.openedOn,
      channel: 'written',
      category: 'legal',
      // What it says is said in the case, to fewer people.
      subject: 'МедАдвокат',
      branchId: draft.branchId ?? member.branchId,
      applicant: { memberId: first.memberId },
      signatories: draft.members.length,
      restricted,
    },
    'МедАдвокат',
  )
}

type NewCase = Omit<LegalCaseDraft, 'appealId' | 'restricted'> & { restricted: boolean; appealIsOwn: boolean }

async function writeCase({ tx, actor, today }: Opening, appeal: AppealOfCase, draft: NewCase): Promise<string> {
  const id = draft.id ?? newId()
  const number = await asSystem(tx, actor, async () => {
    const year = yearOf(draft.openedOn)
    const { lastNumber } = await tx
      .insertInto('legalCaseNumbers')
      .values({ year, lastNumber: 1 })
      .onConflict((conflict) =>
        conflict.column('year').doUpdateSet({ lastNumber: sql`legal_case_numbers.last_number + 1` }),
      )
      .returning('lastNumber')
      .executeTakeFirstOrThrow()
    const given = `MA-${year}-${String(lastNumber).padStart(5, '0')}`
    await tx
      .insertInto('legalCases')
      .values({
        id,
        number: given,
        numberYear: year,
        numberSeq: lastNumber,
        kind: draft.kind,
        status: 'screening',
        stage: 'consultation',
        branchId: appeal.branchId,
        appealId: appeal.id,
        appealIsOwn: draft.appealIsOwn,
        openedOn: draft.openedOn,
        applicationOn: draft.applicationOn ?? null,
        consentOn: draft.consentOn ?? null,
        restricted: draft.restricted,
        repeatOfId: draft.repeatOf?.caseId ?? null,
        openedBy: actor.userId,
      })
      .execute()
    await tx
      .insertInto('legalCaseContents')
      .values({
        caseId: id,
        summary: draft.summary,
        opposingParty: draft.opposingParty ?? null,
        conciliation: draft.conciliation ? JSON.stringify(draft.conciliation) : null,
      })
      .execute()
    if (draft.article)
      await tx.insertInto('legalCaseAccusations').values({ caseId: id, article: draft.article }).execute()
    for (const { memberId, role } of draft.members)
      await tx.insertInto('legalCaseMembers').values({ caseId: id, memberId, role }).execute()
    for (const userId of new Set(draft.readerIds))
      await tx.insertInto('legalCaseReaders').values({ caseId: id, userId }).execute()
    return given
  })
  if (draft.restricted && !appeal.restricted) await restrictWithCase({ tx, actor }, appeal.id, true)
  await logCaseOf({ tx, actor, today }, appeal, 'case_opened', { caseId: id, number })
  await leaveCaseTrace(
    { tx, actor, today },
    { id, branchId: appeal.branchId },
    { kind: 'opened', onDate: draft.openedOn, action: 'legalCase.opened' },
  )
  return id
}
