import { listAppeals, summariseAppeals } from '@qorgan/shared/appeals'
import { listEffects, summariseEffects } from '@qorgan/shared/effects'
import { listLegalCases, openLegalCase, summariseLegalCases } from '@qorgan/shared/legal-cases'
import { listBuckets } from '@qorgan/shared/signals'
import type { Insertable } from 'kysely'
import { expect } from 'vitest'
import { COUNCIL_ID } from '../../src/organisation/units.ts'
import type { Db, Tx } from '../../src/platform/db/index.ts'
import type { Appeals } from '../../src/platform/db/schema.ts'
import { aBranch, aMember, anOrganisation, aUser, type TestUser } from '../factories.ts'
import { type Client, system, test } from '../harness.ts'

let made = 0
type Given = Partial<Insertable<Appeals>>
/** An appeal as it stands in the database: in work and due long from now unless told. */
async function anAppeal(db: Db, unitId: string, user: TestUser, given: Given = {}): Promise<string> {
  const seq = ++made
  const usual = {
    branchId: unitId,
    handlingUnitId: unitId,
    level: 'branch',
    receivedLevel: given.level ?? 'branch',
    number: `SIG-2026-${seq}`,
    numberYear: 2026,
    numberSeq: seq,
    status: 'in_progress',
    receivedOn: '2026-10-01',
    channel: 'phone',
    category: 'pay',
    subject: 'Вопрос',
    membership: 'non_member',
    applicantName: 'Заявитель',
    dueOn: '2027-01-20',
    dueExplained: JSON.stringify({ ru: 'срок', kk: 'мерзім', en: 'due' }),
    registeredBy: user.id,
  } as const
  const insert = (tx: Tx) =>
    tx
      .insertInto('appeals')
      .values({ ...usual, ...given })
      .returning('id')
      .executeTakeFirstOrThrow()
  return (await system(db, insert)).id
}
const resolved: Given = { status: 'resolved', outcome: 'satisfied', summary: 'Решено', resolvedOn: '2026-10-20' }
const expected = (on: string): Given => ({ ...resolved, noEffectReason: 'expected_later', expectedOn: on })
const onItsWay = (unitId: string): Given => ({
  transferToUnitId: unitId,
  transferToLevel: 'branch',
  transferReason: 'ваш регион',
})
const anEffect = (db: Db, unitId: string, appealId: string, user: TestUser, confirmedBy?: TestUser) =>
  system(db, async (tx) => {
    const { number } = await tx
      .selectFrom('appeals')
      .select('number')
      .where('id', '=', appealId)
      .executeTakeFirstOrThrow()
    const row = {
      appealId,
      appealNumber: number,
      branchId: unitId,
      level: 'branch',
      category: 'pay',
      kind: 'recovered',
      stage: 'received',
      amount: 5000,
      people: 1,
      occurredOn: '2026-10-20',
    } as const
    await tx
      .insertInto('effects')
      .values({
        ...row,
        enteredBy: user.id,
        changedBy: user.id,
        ...(confirmedBy && { confirmedBy: confirmedBy.id, confirmedAt: '2026-10-21T00:00:00Z' }),
      })
      .execute()
  })

const lists = {
  appeals: [listAppeals, summariseAppeals],
  effects: [listEffects, summariseEffects],
  'legal-cases': [listLegalCases, summariseLegalCases],
} as const

/** The buckets by name, after each was compared with the list and the summary that it opens. */
async function bucketsOf(client: Client): Promise<Record<string, number>> {
  const { status, body } = await client.call(listBuckets, {})
  expect(status).toBe(200)
  for (const { key, count, list, query } of body.items) {
    // Quarters have their own stories.
    if (list === 'branch-reports') continue
    const [rows, sum] = lists[list]
    const opened = await client.send(
      'GET',
      `${rows.path}?${new URLSearchParams({ ...query, limit: '200' }).toString()}`,
    )
    expect([key, opened.status, opened.body.items?.length]).toEqual([key, 200, count])
    const counted = await client.send('GET', `${sum.path}?${new URLSearchParams(query).toString()}`)
    expect([key, counted.body.count]).toEqual([key, count])
  }
  return Object.fromEntries(body.items.map(({ key, count }) => [key, count]))
}

test('a branch sees what is late, soon, not begun, on its way and to be confirmed; each number is the length of its list', async ({
  db,
  as,
}) => {
  const [home, other] = [await aBranch(db), await aBranch(db)]
  const chair = await aUser(db, 'branch_chair', home)
  const colleague = await aUser(db, 'branch_specialist', home)
  // It is Friday 2026-11-20: three working days on is Wednesday the 25th.
  await anAppeal(db, home.id, chair, { dueOn: '2026-11-19' })
  await anAppeal(db, home.id, chair, { dueOn: '2026-11-19', ...resolved })
  await anAppeal(db, home.id, chair, { dueOn: '2026-11-19', status: 'suspended' })
  await anAppeal(db, home.id, chair, { dueOn: '2026-11-20', status: 'registered' })
  await anAppeal(db, home.id, chair, { dueOn: '2026-11-25', assigneeId: colleague.id })
  await anAppeal(db, home.id, chair, { dueOn: '2026-11-26', assigneeId: chair.id })
  await anAppeal(db, home.id, chair, { status: 'annulled', dueOn: '2026-11-01' })
  await anAppeal(db, home.id, chair, onItsWay(other.id))
  await anAppeal(db, other.id, chair, onItsWay(home.id))
  await anAppeal(db, other.id, chair, { handlingUnitId: home.id, dueOn: '2026-11-10' })
  await anAppeal(db, home.id, chair, { handlingUnitId: other.id, dueOn: '2026-11-10' })
  await anAppeal(db, home.id, chair, expected('2026-11-20'))
  await anAppeal(db, home.id, chair, expected('2026-11-21'))
  const paid = await anAppeal(db, home.id, chair)
  await anEffect(db, home.id, paid, chair)
  await anEffect(db, home.id, paid, chair, colleague)
  expect(await bucketsOf(as(chair))).toEqual({
    overdue: 2,
    dueSoon: 2,
    notStarted: 1,
    mine: 1,
    incomingTransfers: 1,
    outgoingTransfers: 1,
    effectExpected: 1,
    toConfirm: 1,
    suspended: 1,
  })
  expect((await bucketsOf(as(colleague)))['mine']).toBe(1)
  expect(await bucketsOf(as(await aUser(db, 'branch_chair', other)))).toMatchObject({
    overdue: 1,
    incomingTransfers: 1,
    outgoingTransfers: 1,
    toConfirm: 0,
  })
})

test('the council sees its own work, an organisation what it received', async ({ db, as }) => {
  const branch = await aBranch(db)
  const organisation = await anOrganisation(db, branch)
  const head = await aUser(db, 'council_head')
  const chair = await aUser(db, 'organisation_chair', branch, organisation)
  await anAppeal(db, branch.id, head, { dueOn: '2026-11-01' })
  await anAppeal(db, branch.id, head, {
    dueOn: '2026-11-01',
    level: 'primary_organisation',
    primaryOrganisationId: organisation.id,
  })
  await anAppeal(db, COUNCIL_ID, head, { dueOn: '2026-11-01', level: 'council' })
  expect((await bucketsOf(as(head)))['overdue']).toBe(1)
  const own = await bucketsOf(as(chair))
  expect(own).toMatchObject({ overdue: 1, notStarted: 0 })
  expect(own).not.toHaveProperty('toConfirm')
  expect(own).not.toHaveProperty('incomingTransfers')
})

test('who has nothing to do has no buckets; an accountant confirms', async ({ db, as }) => {
  for (const role of ['auditor', 'administrator'] as const)
    expect(await bucketsOf(as(await aUser(db, role)))).toEqual({})
  const branch = await aBranch(db)
  const chair = await aUser(db, 'branch_chair', branch)
  await anEffect(db, branch.id, await anAppeal(db, branch.id, chair), chair)
  expect(await bucketsOf(as(await aUser(db, 'accountant', branch)))).toEqual({ toConfirm: 1, actsUnpaid: 0 })
  expect((await as(null).call(listBuckets, {})).status).toBe(401)
})

test('the legal department sees what its cases need, the council’s head what waits for approval', async ({
  db,
  as,
}) => {
  const branch = await aBranch(db)
  const officer = await aUser(db, 'legal_officer')
  const member = await aMember(db, branch)
  const opened = await as(officer).call(openLegalCase, {
    body: {
      kind: 'civil',
      members: [{ memberId: member.id, role: 'plaintiff' }],
      summary: 'Иск о доплате',
      openedOn: '2026-11-02',
    },
  })
  await system(db, async (tx) => {
    const caseId = opened.body.id
    const term = { caseId, title: 'Подать иск', enteredBy: officer.id }
    await tx
      .insertInto('caseDeadlines')
      .values([
        { ...term, dueOn: '2026-11-19' },
        { ...term, dueOn: '2026-11-27' },
      ])
      .execute()
    const hearing = { caseId, court: 'Суд', stage: 'first_instance' as const, enteredBy: officer.id }
    await tx
      .insertInto('hearings')
      .values([
        { ...hearing, startsAt: '2026-11-18T05:00:00Z', result: 'Отложено', nextStep: 'Ждать повестки' },
        { ...hearing, startsAt: '2026-11-24T05:00:00Z' },
      ])
      .execute()
  })
  expect(await bucketsOf(as(officer))).toEqual({
    termsMissed: 1,
    termsNear: 1,
    hearingsNear: 1,
    noNextStep: 0,
    casesScreening: 1,
    noCounsel: 0,
    conflictsUndecided: 0,
    termsUnchecked: 1,
    actsUnaccepted: 0,
    moneyNearLimit: 0,
    actsUnpaid: 0,
  })
  expect(await bucketsOf(as(await aUser(db, 'lawyer')))).toEqual({
    termsMissed: 0,
    termsNear: 0,
    hearingsNear: 0,
    noNextStep: 0,
  })
  expect((await bucketsOf(as(await aUser(db, 'council_head'))))['allotmentsUnapproved']).toBe(0)
})
