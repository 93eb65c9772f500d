import {
  acceptTransfer,
  annulAppeal,
  assignAppeal,
  changeAppeal,
  extendAppeal,
  findSimilar,
  getAppeal,
  listAppeals,
  registerAppeal,
  rejectTransfer,
  reopenAppeal,
  resolveAppeal,
  resumeAppeal,
  startAppeal,
  summariseAppeals,
  suspendAppeal,
  transferAppeal,
} from '@qorgan/shared/appeals'
import { addNote, listTimeline } from '@qorgan/shared/timeline'
import { addEffect, confirmEffect, listAppealEffects } from '@qorgan/shared/effects'
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { aBranch, aMember, anOrganisation, aUser } from '../factories.ts'
import { test } from '../harness.ts'

const pay = {
  receivedOn: '2026-11-20',
  channel: 'phone',
  category: 'pay',
  subject: 'Не выплачены ночные за октябрь',
} as const

test('an appeal is registered, answered, and says what it brought', async ({ db, as }) => {
  const branch = await aBranch(db)
  const organisation = await anOrganisation(db, branch)
  const member = await aMember(db, branch, organisation)
  const chair = await aUser(db, 'branch_chair', branch)

  const registered = await as(chair).call(registerAppeal, { body: { ...pay, applicant: { memberId: member.id } } })
  expect(registered.status, JSON.stringify(registered.body)).toBe(201)
  expect(registered.headers['etag']).toBe('"1"')
  expect(registered.body).toMatchObject({
    number: `${branch.prefix}-2026-00001`,
    status: 'registered',
    level: 'branch',
    branchId: branch.id,
    handlingBranchId: branch.id,
    primaryOrganisationId: organisation.id,
    employerId: organisation.employerId,
    regionCode: 'KZ-35',
    dueOn: '2026-12-11',
    applicant: { memberId: member.id, isMember: true, phone: '+77010001122' },
  })
  const { id } = registered.body
  const effect = await as(chair).call(addEffect, {
    params: { id },
    body: { kind: 'accrued', stage: 'received', amount: 240_000, people: 1, occurredOn: '2026-11-20' },
  })
  expect(effect.status, JSON.stringify(effect.body)).toBe(201)
  const resolved = await as(chair).call(resolveAppeal, {
    params: { id },
    version: 1,
    body: { outcome: 'satisfied', summary: 'Доплата начислена' },
  })
  expect(resolved.status, JSON.stringify(resolved.body)).toBe(200)
  expect(resolved.body).toMatchObject({
    status: 'resolved',
    outcome: 'satisfied',
    resolvedOn: '2026-11-20',
    version: 2,
    effect: { received: 240_000, people: 1 },
  })

  const specialist = await aUser(db, 'branch_specialist', branch)
  expect((await as(chair).call(confirmEffect, { params: { id: effect.body.id }, version: 1 })).body.code).toBe(
    'effect.ownEntry',
  )
  expect((await as(specialist).call(confirmEffect, { params: { id: effect.body.id }, version: 1 })).status).toBe(200)

  const timeline = await as(chair).call(listTimeline, { params: { id } })
  expect(timeline.body.items.map(({ kind }) => kind)).toEqual([
    'registered',
    'effect_entered',
    'resolved',
    'effect_confirmed',
  ])
  const summary = await as(chair).call(summariseAppeals, { query: { category: 'pay' } })
  expect(summary.body).toMatchObject({
    count: 1,
    effect: { received: 240_000, agreed: 0, claimed: 0, people: 1 },
    byStatus: { resolved: 1, registered: 0 },
    byCategory: { pay: 1 },
  })
})

test('resolving needs an effect or the reason why there is none', async ({ db, as }) => {
  const branch = await aBranch(db)
  const chair = await aUser(db, 'branch_chair', branch)
  const { body } = await as(chair).call(registerAppeal, { body: { ...pay, applicant: { anonymous: true } } })
  const refused = await as(chair).call(resolveAppeal, {
    params: { id: body.id },
    version: 1,
    body: { outcome: 'explained', summary: 'Разъяснён порядок' },
  })
  expect(refused.status).toBe(422)
  expect(refused.body.errors).toMatchObject([{ path: '/noEffectReason' }])
  const closed = await as(chair).call(registerAppeal, {
    body: {
      ...pay,
      applicant: { anonymous: true },
      consultation: true,
      resolution: { outcome: 'explained', summary: 'Ответили сразу', noEffectReason: 'advice_only' },
    },
  })
  expect(closed.body).toMatchObject({
    status: 'resolved',
    outcome: 'explained',
    resolvedOn: '2026-11-20',
    consultation: true,
  })
})

test('the clock is extended, stopped and started again, and every date explains itself', async ({ db, as, clock }) => {
  const branch = await aBranch(db)
  const chair = await aUser(db, 'branch_chair', branch)
  const { body } = await as(chair).call(registerAppeal, { body: { ...pay, applicant: { anonymous: true } } })
  const on = { params: { id: body.id } }
  expect((await as(chair).call(startAppeal, { ...on, version: 1 })).body).toMatchObject({
    status: 'in_progress',
    version: 2,
  })
  expect((await as(chair).call(startAppeal, { ...on, version: 2 })).body.code).toBe('appeal.wrongStatus')
  expect(
    (await as(chair).call(extendAppeal, { ...on, version: 2, body: { dueOn: '2026-12-11', reason: 'Ждём ответ' } }))
      .body.errors,
  ).toMatchObject([{ path: '/dueOn', code: 'field.notLater' }])
  expect(
    (await as(chair).call(extendAppeal, { ...on, version: 2, body: { dueOn: '2027-02-12', reason: 'Ждём ответ' } }))
      .body.errors,
  ).toMatchObject([{ path: '/dueOn', code: 'field.tooLate' }])
  expect(
    (await as(chair).call(extendAppeal, { ...on, version: 2, body: { dueOn: '2026-12-18', reason: 'Ждём ответ' } }))
      .body,
  ).toMatchObject({ dueOn: '2026-12-18', version: 3 })
  expect((await as(chair).call(suspendAppeal, { ...on, version: 3, body: { reason: 'Медиация' } })).body).toMatchObject(
    { status: 'suspended', dueOn: '2026-12-18' },
  )
  clock.set('2026-11-25')
  const resumed = await as(chair).call(resumeAppeal, { ...on, version: 4 })
  expect(resumed.body).toMatchObject({ status: 'in_progress', dueOn: '2026-12-23', version: 5 })
  clock.set('2026-11-20')
  expect((await as(chair).call(reopenAppeal, { ...on, version: 5, body: { reason: 'ещё раз' } })).body.code).toBe(
    'appeal.wrongStatus',
  )
})

test('a voucher and an aid bring what the rule computes, and a change rewrites it', async ({ db, as }) => {
  const branch = await aBranch(db)
  const chair = await aUser(db, 'branch_chair', branch)
  const voucher = {
    place: 'Санаторий «Окжетпес»',
    fullPrice: 250_000,
    memberPays: 75_000,
    people: 2,
    issuedOn: '2026-11-18',
  }
  const { body, status } = await as(chair).call(registerAppeal, {
    body: {
      ...pay,
      category: 'sanatorium',
      subject: 'Путёвка',
      applicant: { anonymous: true },
      voucher,
      resolution: { outcome: 'satisfied', summary: 'Выдана' },
    },
  })
  expect(status, JSON.stringify(body)).toBe(201)
  expect(body.effect).toEqual({ received: 175_000, agreed: 0, claimed: 0, people: 2 })
  expect(body.voucher).toMatchObject({ number: null, from: null, returnedOn: null })
  const returned = await as(chair).call(changeAppeal, {
    params: { id: body.id },
    version: 1,
    body: { voucher: { ...voucher, returnedOn: '2026-11-19', returnReason: 'Заболел' } },
  })
  expect(returned.status, JSON.stringify(returned.body)).toBe(200)
  expect(returned.body.effect.received).toBe(0)
  const ledger = await as(chair).call(listAppealEffects, { params: { id: body.id } })
  expect(ledger.body.items).toMatchObject([{ kind: 'voucher_discount', computed: true, voidReason: 'recomputed' }])

  const aid = await as(chair).call(registerAppeal, {
    body: {
      ...pay,
      category: 'material_aid',
      subject: 'Помощь',
      applicant: { anonymous: true },
      aid: { requested: 100_000, granted: 60_000 },
    },
  })
  expect(aid.body.effect).toEqual({ received: 0, agreed: 60_000, claimed: 0, people: 0 })
  const paid = await as(chair).call(changeAppeal, {
    params: { id: aid.body.id },
    version: 1,
    body: { aid: { granted: 60_000, paid: 50_000, paidOn: '2026-11-19' } },
  })
  expect(paid.body.effect).toEqual({ received: 50_000, agreed: 0, claimed: 0, people: 1 })
})

test('a transfer changes who handles an appeal, never who received it', async ({ db, as }) => {
  const [home, away] = [await aBranch(db), await aBranch(db)]
  const sender = await aUser(db, 'branch_chair', home)
  const receiver = await aUser(db, 'branch_chair', away)
  const { body } = await as(sender).call(registerAppeal, { body: { ...pay, applicant: { anonymous: true } } })
  const on = { params: { id: body.id } }
  expect((await as(receiver).call(getAppeal, on)).status).toBe(404)
  const asked = await as(sender).call(transferAppeal, {
    ...on,
    version: 1,
    body: { to: { level: 'branch', branchId: away.id }, reason: 'Работодатель у них' },
  })
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)
  expect(asked.body.pendingTransfer).toMatchObject({ to: { branchId: away.id } })
  expect((await as(receiver).call(getAppeal, on)).body.can).toMatchObject({ 'transfer/accept': true, start: false })
  expect((await as(receiver).call(startAppeal, { ...on, version: 2 })).status).toBe(409)
  const rejected = await as(receiver).call(rejectTransfer, { ...on, version: 2, body: { reason: 'Не наш' } })
  expect(rejected.status, JSON.stringify(rejected.body)).toBe(200)
  expect((await as(receiver).call(getAppeal, on)).status).toBe(404)
  await as(sender).call(transferAppeal, {
    ...on,
    version: 3,
    body: { to: { level: 'branch', branchId: away.id }, reason: 'Проверили: их' },
  })
  const accepted = await as(receiver).call(acceptTransfer, { ...on, version: 4 })
  expect(accepted.body).toMatchObject({
    branchId: home.id,
    handlingBranchId: away.id,
    pendingTransfer: null,
    number: body.number,
  })
  expect((await as(sender).call(startAppeal, { ...on, version: 5 })).body.code).toBe('appeal.handledElsewhere')
  expect((await as(receiver).call(startAppeal, { ...on, version: 5 })).status).toBe(200)
  expect((await as(receiver).call(summariseAppeals, {})).body.count).toBe(0)
  expect((await as(receiver).call(summariseAppeals, { query: { handling: 'mine' } })).body.count).toBe(1)
  expect((await as(sender).call(summariseAppeals, {})).body.count).toBe(1)
})

test('a primary organisation passes up, and sees only what it received itself', async ({ db, as }) => {
  const branch = await aBranch(db)
  const organisation = await anOrganisation(db, branch)
  const member = await aMember(db, branch, organisation)
  const local = await aUser(db, 'organisation_chair', branch, organisation)
  const chair = await aUser(db, 'branch_chair', branch)
  const overTheHead = await as(chair).call(registerAppeal, { body: { ...pay, applicant: { memberId: member.id } } })
  const { body } = await as(local).call(registerAppeal, { body: { ...pay, applicant: { memberId: member.id } } })
  expect(body).toMatchObject({ level: 'primary_organisation', number: `${branch.prefix}-2026-00002` })
  expect((await as(local).call(getAppeal, { params: { id: overTheHead.body.id } })).status).toBe(404)
  expect((await as(local).call(listAppeals, {})).body.items.map(({ id }) => id)).toEqual([body.id])
  const similar = await as(local).call(findSimilar, { body: { memberId: member.id } })
  expect(similar.body.items.map(({ id }) => id)).toEqual([body.id])
  await as(local).call(transferAppeal, {
    params: { id: body.id },
    version: 1,
    body: { to: { level: 'branch' }, reason: 'Не решается на месте' },
  })
  const accepted = await as(chair).call(acceptTransfer, { params: { id: body.id }, version: 2 })
  expect(accepted.body, JSON.stringify(accepted.body)).toMatchObject({
    level: 'branch',
    number: body.number,
    receivedOn: body.receivedOn,
  })
  expect((await as(local).call(getAppeal, { params: { id: body.id } })).body.can).toMatchObject({
    start: false,
    resolve: false,
  })
})

test('an annulled registration keeps its number and leaves every list and count', async ({ db, as }) => {
  const branch = await aBranch(db)
  const chair = await aUser(db, 'branch_chair', branch)
  const { body } = await as(chair).call(registerAppeal, { body: { ...pay, applicant: { anonymous: true } } })
  await as(chair).call(addEffect, {
    params: { id: body.id },
    body: { kind: 'recovered', stage: 'received', amount: 5, people: 1, occurredOn: '2026-11-20' },
  })
  const annulled = await as(chair).call(annulAppeal, {
    params: { id: body.id },
    version: 1,
    body: { reason: 'Ошибка' },
  })
  expect(annulled.body).toMatchObject({ status: 'annulled', number: body.number, effect: { received: 0 } })
  expect((await as(chair).call(summariseAppeals, {})).body).toMatchObject({ count: 0, effect: { received: 0 } })
  expect((await as(chair).call(listAppeals, { query: { status: 'annulled' } })).body.items).toHaveLength(1)
  expect(
    (
      await as(chair).call(addEffect, {
        params: { id: body.id },
        body: { kind: 'recovered', stage: 'received', amount: 5, people: 1, occurredOn: '2026-11-20' },
      })
    ).body.code,
  ).toBe('appeal.wrongStatus')
})

test('the same registration sent again is one record; anything else under its id is refused', async ({ db, as }) => {
  const [branch, other] = [await aBranch(db), await aBranch(db)]
  const [chair, stranger] = [await aUser(db, 'branch_chair', branch), await aUser(db, 'branch_chair', other)]
  const body = { ...pay, id: randomUUID(), applicant: { anonymous: true } as const }
  const answers = await Promise.all(Array.from({ length: 6 }, () => as(chair).call(registerAppeal, { body })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 201])
  expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1)
  expect((await as(chair).call(registerAppeal, { body: { ...body, subject: 'Другое' } })).body.code).toBe(
    'record.idInUse',
  )
  expect((await as(stranger).call(registerAppeal, { body })).body.code).toBe('record.idInUse')
})

test('forty people register at once: no error and no gap', async ({ db, as }) => {
  const branch = await aBranch(db)
  const people = await Promise.all(Array.from({ length: 40 }, () => aUser(db, 'branch_specialist', branch)))
  const answers = await Promise.all(
    people.map((person) => as(person).call(registerAppeal, { body: { ...pay, applicant: { anonymous: true } } })),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(answers.map((answer) => answer.body.number).toSorted()).toEqual(
    Array.from({ length: 40 }, (_, n) => `${branch.prefix}-2026-${String(n + 1).padStart(5, '0')}`),
  )
})

test('a change names the version it was made from', async ({ db, as }) => {
  const branch = await aBranch(db)
  const [chair, specialist] = [await aUser(db, 'branch_chair', branch), await aUser(db, 'branch_specialist', branch)]
  const { body } = await as(chair).call(registerAppeal, { body: { ...pay, applicant: { anonymous: true } } })
  expect((await as(chair).send('PATCH', `/appeals/${body.id}`, { body: { subject: 'Без версии' } })).status).toBe(428)
  const answers = await Promise.all(
    [chair, specialist].map((person) =>
      as(person).call(changeAppeal, { params: { id: body.id }, version: 1, body: { subject: 'Кто первый' } }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
  expect(
    (await as(chair).call(changeAppeal, { params: { id: body.id }, version: 2, body: { receivedOn: '2025-12-30' } }))
      .body.code,
  ).toBe('appeal.numberedInYear')
  const moved = await as(chair).call(changeAppeal, {
    params: { id: body.id },
    version: 2,
    body: { receivedOn: '2026-11-18', category: 'legal' },
  })
  expect(moved.body, JSON.stringify(moved.body)).toMatchObject({
    receivedOn: '2026-11-18',
    category: 'legal',
    dueOn: '2026-12-09',
    version: 3,
  })
  expect(
    (await as(chair).call(assignAppeal, { params: { id: body.id }, version: 3, body: { assigneeId: specialist.id } }))
      .body.assigneeId,
  ).toBe(specialist.id)
  expect((await as(chair).call(addNote, { params: { id: body.id }, body: { text: 'Позвонить завтра' } })).status).toBe(
    201,
  )
})
