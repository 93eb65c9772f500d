import {
  acceptTransfer,
  annulAppeal,
  registerAppeal,
  resolveAppeal,
  startAppeal,
  suspendAppeal,
  transferAppeal,
} from '@qorgan/shared/appeals'
import { addEffect } from '@qorgan/shared/effects'
import { createMember } from '@qorgan/shared/members'
import { listOrganisationDigests, reportMembership, reportMinistry, reportMovement } from '@qorgan/shared/reports'
import { expect } from 'vitest'
import { aBranch, anOrganisation, aUser } from '../factories.ts'
import { type Client, test } from '../harness.ts'

type Draft = Parameters<typeof registered>[1]
async function registered(client: Client, given: { receivedOn: string } & Record<string, unknown>) {
  const answer = await client.call(registerAppeal, {
    body: { channel: 'phone', category: 'pay', subject: 'Доплата', applicant: { anonymous: true }, ...given },
  })
  expect(answer.status).toBe(201)
  return answer.body
}
const answered = (outcome: string, resolvedOn: string) => ({
  resolution: { outcome, resolvedOn, summary: 'Ответ дан', noEffectReason: 'not_in_money' },
})

test('movement: what was open and came, less what was resolved, is what stays open', async ({ db, as }) => {
  const [home, other] = [await aBranch(db), await aBranch(db)]
  const chair = as(await aUser(db, 'branch_chair', home))
  const given: Draft[] = [
    // Open before October, resolved in it, well and late.
    { receivedOn: '2026-08-03', ...answered('satisfied', '2026-10-05') },
    // Open before and after.
    { receivedOn: '2026-09-01' },
    // Came and went within it.
    { receivedOn: '2026-10-02', ...answered('refused', '2026-10-06'), consultation: true },
    { receivedOn: '2026-10-30', signatories: 12, applicant: { fullName: 'Асель', isMember: false } },
    // Before and after it altogether.
    { receivedOn: '2026-09-01', ...answered('explained', '2026-09-02') },
    { receivedOn: '2026-11-02' },
  ]
  for (const draft of given) await registered(chair, draft)
  const annulled = await registered(chair, { receivedOn: '2026-10-02' })
  await chair.call(annulAppeal, { params: { id: annulled.id }, version: 1, body: { reason: 'Ошибка' } })
  const query = { from: '2026-10-01', to: '2026-10-31', rows: 'branch' } as const
  const report = await chair.call(reportMovement, { query })
  expect(report.status).toBe(200)
  expect(report.body.rows).toHaveLength(1)
  expect(report.body.rows[0]).toMatchObject({
    key: home.id,
    openAtStart: 2,
    received: 2,
    resolved: 2,
    positive: 1,
    positiveShare: 0.5,
    openAtEnd: 2,
    overdue: 1,
    resolvedLate: 1,
    repeat: 0,
    collective: 1,
    signatories: 12,
    nonMembers: 1,
    consultations: 1,
    transferredIn: 0,
    transferredOut: 0,
  })
  for (const rows of ['category', 'region'] as const) {
    const { totals } = (await chair.call(reportMovement, { query: { ...query, rows } })).body
    expect(totals).toEqual(report.body.totals)
  }
  // A transfer changes who handles, and never who is counted.
  const passed = await registered(chair, { receivedOn: '2026-11-03' })
  await chair.call(transferAppeal, {
    params: { id: passed.id },
    version: 1,
    body: { to: { level: 'branch', branchId: other.id }, reason: 'Там работает' },
  })
  const receiver = as(await aUser(db, 'branch_chair', other))
  expect((await receiver.call(acceptTransfer, { params: { id: passed.id }, version: 2 })).status).toBe(200)
  const now = { from: '2026-11-01', to: '2026-11-30' }
  expect((await chair.call(reportMovement, { query: now })).body.totals).toMatchObject({
    received: 2,
    transferredOut: 1,
  })
  expect((await receiver.call(reportMovement, { query: now })).body.totals).toMatchObject({
    received: 0,
    transferredIn: 1,
    transferredOut: 0,
  })
  const council = as(await aUser(db, 'council_specialist'))
  const both = await council.call(reportMovement, { query: { ...now, branchId: `${home.id},${other.id}` as never } })
  expect(both.body.totals).toMatchObject({ received: 2, transferredIn: 1, transferredOut: 1 })
  const wrong = await chair.call(reportMovement, { query: { from: '2026-10-31', to: '2026-10-01' } })
  expect([wrong.status, wrong.body.errors?.[0]?.path]).toEqual([422, '/to'])
  expect((await chair.send('GET', '/reports/movement?from=2026-13-01&to=2026-10-01')).status).toBe(422)
})

test('what is suspended stays open and is not late', async ({ db, as }) => {
  const chair = as(await aUser(db, 'branch_chair', await aBranch(db)))
  const appeal = await registered(chair, { receivedOn: '2026-09-01' })
  await chair.call(startAppeal, { params: { id: appeal.id }, version: 1 })
  await chair.call(suspendAppeal, { params: { id: appeal.id }, version: 2, body: { reason: 'Медиация' } })
  const { totals } = (await chair.call(reportMovement, { query: { from: '2026-10-01', to: '2026-12-31' } })).body
  expect(totals).toMatchObject({ openAtStart: 1, openAtEnd: 1, overdue: 0, positiveShare: null })
})

test('membership on a day: whoever left is none from that day on', async ({ db, as }) => {
  const branch = await aBranch(db)
  const organisation = await anOrganisation(db, branch)
  const chair = as(await aUser(db, 'branch_chair', branch))
  const person = { lastName: 'Иванова', firstName: 'Анна', primaryOrganisationId: organisation.id }
  for (const given of [
    { kind: 'employed', joinedOn: '2024-01-10' },
    { kind: 'student', joinedOn: '2024-01-10', leftOn: '2026-06-30' },
    { kind: 'pensioner', joinedOn: '2026-07-01' },
  ] as const)
    expect((await chair.call(createMember, { body: { ...person, ...given } })).status).toBe(201)
  const on = async (day: string) => (await chair.call(reportMembership, { query: { on: day } })).body.totals
  expect(await on('2026-06-29')).toEqual({ primaryOrganisations: 1, total: 2, employed: 1, students: 1, pensioners: 0 })
  expect(await on('2026-06-30')).toMatchObject({ total: 1, students: 0 })
  expect(await on('2026-07-01')).toMatchObject({ total: 2, pensioners: 1 })
  expect((await as(await aUser(db, 'accountant')).call(reportMembership, { query: {} })).status).toBe(403)
})

test('the ministry’s answer is by region, and its sums are those of the reports', async ({ db, as }) => {
  const branch = await aBranch(db)
  const organisation = await anOrganisation(db, branch)
  const chair = as(await aUser(db, 'branch_chair', branch))
  const appeal = await registered(chair, { receivedOn: '2025-03-03', primaryOrganisationId: organisation.id })
  await chair.call(addEffect, {
    params: { id: appeal.id },
    body: { kind: 'recovered', stage: 'received', amount: 90_000, people: 1, occurredOn: '2025-03-20' },
  })
  await chair.call(resolveAppeal, {
    params: { id: appeal.id },
    version: 1,
    body: { outcome: 'satisfied', summary: 'Выплачено', resolvedOn: '2025-03-20' },
  })
  const council = as(await aUser(db, 'council_head'))
  const { body } = await council.call(reportMinistry, { query: { from: '2025-03-01', to: '2025-03-31' } })
  const region = body.rows.find(({ key }) => key === 'KZ-35')
  expect(region).toMatchObject({
    received: { pay: 1, legal: 0 },
    receivedTotal: 1,
    resolved: 1,
    positive: 1,
    effect: 90_000,
  })
  expect(body.totals).toMatchObject({ receivedTotal: 1, effect: 90_000, openAtEnd: 0 })
  expect((await chair.call(reportMinistry, { query: { from: '2025-03-01', to: '2025-03-31' } })).status).toBe(403)
})

test('a digest tells an organisation what was won, and hides small numbers', async ({ db, as }) => {
  const branch = await aBranch(db)
  const [large, small] = [await anOrganisation(db, branch), await anOrganisation(db, branch)]
  const chair = as(await aUser(db, 'branch_chair', branch))
  for (let n = 0; n < 6; n++) await registered(chair, { receivedOn: '2026-10-05', primaryOrganisationId: large.id })
  for (let n = 0; n < 4; n++) await registered(chair, { receivedOn: '2026-10-05', primaryOrganisationId: small.id })
  const one = await registered(chair, { receivedOn: '2026-10-05', primaryOrganisationId: large.id })
  await chair.call(addEffect, {
    params: { id: one.id },
    body: { kind: 'accrued', stage: 'received', amount: 700_000, people: 7, occurredOn: '2026-10-30' },
  })
  const { body } = await chair.call(listOrganisationDigests, { query: { from: '2026-10-01', to: '2026-12-31' } })
  const of = (id: string) => body.items.find(({ primaryOrganisationId }) => primaryOrganisationId === id)
  expect(of(large.id)).toMatchObject({
    received: 7,
    byCategory: { pay: 7, legal: 0 },
    effect: 700_000,
    people: 7,
    openAtEnd: 7,
  })
  expect(of(small.id)).toMatchObject({
    received: null,
    byCategory: { pay: null, legal: null },
    effect: null,
    openAtEnd: null,
  })
  const stranger = as(await aUser(db, 'branch_chair', await aBranch(db)))
  const foreign = await stranger.call(listOrganisationDigests, {
    query: { from: '2026-10-01', to: '2026-12-31', branchId: branch.id },
  })
  expect(foreign.body.items).toEqual([])
  const seen = await as(await aUser(db, 'auditor')).call(listOrganisationDigests, {
    query: { from: '2026-10-01', to: '2026-12-31', branchId: branch.id },
  })
  expect(seen.body.items).toEqual(body.items)
})
