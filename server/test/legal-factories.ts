import type { LegalCaseKind, LegalCaseStatus, LegalOutcome } from '@qorgan/shared/legal-cases'
import { sql } from 'kysely'
import { COUNCIL_ID } from '../src/organisation/units.ts'
import type { Db, Tx } from '../src/platform/db/index.ts'
import { aMember, aUser, type TestBranch, type TestUser } from './factories.ts'
import { system } from './harness.ts'

let made = 0

export interface TestCase {
  id: string
  number: string
  appealId: string
  branchId: string
  memberIds: string[]
  openedBy: string
}
interface CaseTraits {
  kind?: LegalCaseKind
  status?: LegalCaseStatus
  outcome?: LegalOutcome
  openedOn?: string
  openedBy?: TestUser
  restricted?: boolean
  readers?: TestUser[]
  opposingParty?: string | null
  article?: string | null
  /** Those named, or so many of the branch. */
  memberIds?: string[]
  people?: number
  employerId?: string | null
}

/** A funded case that waits for its counsel, with its appeal; written as the product's own jobs write. */
export async function aLegalCase(db: Db, branch: TestBranch | null, traits: CaseTraits = {}): Promise<TestCase> {
  const openedBy = traits.openedBy ?? (await aUser(db, 'legal_head'))
  const branchId = branch?.id ?? COUNCIL_ID
  const memberIds = traits.memberIds ?? []
  if (!traits.memberIds && branch)
    for (let i = 0; i < (traits.people ?? 1); i++) memberIds.push((await aMember(db, branch)).id)
  return system(db, async (tx) => {
    const openedOn = traits.openedOn ?? '2026-03-02'
    const status = traits.status ?? 'awaiting_lawyer'
    const appealId = await anAppealRow(tx, branchId, openedBy.id, openedOn, traits)
    const { seq } = (await sql<{ seq: number }>`insert into legal_case_numbers (year, last_number) values (2026, 1)
      on conflict (year) do update set last_number = legal_case_numbers.last_number + 1 returning last_number as seq`
      .execute(tx)
      .then(({ rows }) => rows[0])) ?? { seq: 0 }
    const number = `MA-2026-${String(seq).padStart(5, '0')}`
    const { id } = await tx
      .insertInto('legalCases')
      .values({
        number,
        numberYear: 2026,
        numberSeq: seq,
        kind: traits.kind ?? 'civil',
        status,
        stage: 'first_instance',
        outcome: status === 'closed' ? (traits.outcome ?? 'won') : null,
        closedOn: status === 'closed' ? '2026-10-01' : null,
        branchId,
        appealId,
        openedOn,
        restricted: traits.restricted ?? false,
        decision: status === 'screening' ? null : 'fund',
        decidedOn: status === 'screening' ? null : openedOn,
        openedBy: openedBy.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('legalCaseContents')
      .values({ caseId: id, summary: `Спор № ${seq}`, opposingParty: traits.opposingParty ?? null })
      .execute()
    if (traits.article)
      await tx.insertInto('legalCaseAccusations').values({ caseId: id, article: traits.article }).execute()
    if (memberIds.length > 0)
      await tx
        .insertInto('legalCaseMembers')
        .values(memberIds.map((memberId) => ({ caseId: id, memberId, role: 'plaintiff' as const })))
        .execute()
    for (const reader of traits.readers ?? [])
      await tx.insertInto('legalCaseReaders').values({ caseId: id, userId: reader.id }).execute()
    return { id, number, appealId, branchId, memberIds, openedBy: openedBy.id }
  })
}

async function anAppealRow(tx: Tx, branchId: string, registeredBy: string, receivedOn: string, traits: CaseTraits) {
  const n = made++
  const { id } = await tx
    .insertInto('appeals')
    .values({
      branchId,
      handlingUnitId: branchId,
      level: branchId === COUNCIL_ID ? 'council' : 'branch',
      receivedLevel: branchId === COUNCIL_ID ? 'council' : 'branch',
      // Beyond whatever the API numbers in a test.
      number: `LT${n}-${branchId.slice(-12)}`,
      numberYear: Number(receivedOn.slice(0, 4)),
      numberSeq: 500_000 + n,
      status: 'in_progress',
      receivedOn,
      channel: 'written',
      category: 'legal',
      subject: 'О защите в суде',
      membership: 'anonymous',
      employerId: traits.employerId ?? null,
      restricted: traits.restricted ?? false,
      dueOn: receivedOn,
      dueExplained: JSON.stringify({ ru: 'срок', kk: 'мерзім', en: 'due' }),
      registeredBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  // Its due date follows from its log, also when a day of the calendar is set.
  await tx
    .insertInto('appealEvents')
    .values({
      appealId: id,
      branchId,
      kind: 'registered',
      onDate: receivedOn,
      actorId: registeredBy,
      details: JSON.stringify({ workingDays: 15 }),
    })
    .execute()
  return id
}

export interface TestLawyer {
  id: string
  fullName: string
}
export async function aLawyer(
  db: Db,
  traits: { user?: TestUser; fullName?: string; active?: boolean; employerIds?: string[] } = {},
): Promise<TestLawyer> {
  const fullName = traits.fullName ?? `Защитников Номер${made++}`
  const { id } = await system(db, (tx) =>
    tx
      .insertInto('lawyers')
      .values({
        fullName,
        kind: 'advocate',
        phone: '+77015550099',
        userId: traits.user?.id ?? null,
        active: traits.active ?? true,
        employerIds: traits.employerIds ?? [],
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return { id, fullName }
}

/** Approved by a second person, so that it counts. */
export async function anAllotment(db: Db, { id, openedBy }: TestCase, amount: number): Promise<{ id: string }> {
  const approver = await aUser(db, 'council_head')
  return system(db, (tx) =>
    tx
      .insertInto('caseAllotments')
      .values({
        caseId: id,
        amount,
        stage: 'first_instance',
        decisionNumber: `Р-${made++}`,
        decidedOn: '2026-03-03',
        requestedBy: openedBy,
        approvedBy: approver.id,
        approvedAt: sql`now()`,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
}

/** A contract in force, after a cleared check; the case is active by it. Money for the fee has to be allotted before. */
export async function anAssignment(
  db: Db,
  { id, openedBy }: TestCase,
  lawyer: TestLawyer,
  traits: { fee?: number; contractDate?: string; endedOn?: string } = {},
): Promise<{ id: string }> {
  return system(db, async (tx) => {
    const check = await tx
      .insertInto('conflictChecks')
      .values({
        caseId: id,
        lawyerId: lawyer.id,
        matches: '[]',
        decision: 'clear',
        decidedBy: openedBy,
        decidedAt: sql`now()`,
        checkedBy: openedBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('legalCases')
      .set({ status: 'active' })
      .where('id', '=', id)
      .where('status', '=', 'awaiting_lawyer')
      .execute()
    return tx
      .insertInto('caseAssignments')
      .values({
        caseId: id,
        lawyerId: lawyer.id,
        conflictCheckId: check.id,
        contractNumber: `Д-${made++}`,
        contractDate: traits.contractDate ?? '2026-03-10',
        stage: 'first_instance',
        fee: traits.fee ?? 0,
        endedOn: traits.endedOn ?? null,
        endReason: traits.endedOn ? 'Окончена' : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  })
}
