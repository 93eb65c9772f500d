import { listSessions } from '@qorgan/shared/accounts'
import {
  acceptTransfer,
  listAppeals,
  registerAppeal,
  registerBatch,
  summariseAppeals,
  transferAppeal,
} from '@qorgan/shared/appeals'
import { addEffect, listAppealEffects, listEffects, summariseEffects, voidEffect } from '@qorgan/shared/effects'
import { reportAppeals } from '@qorgan/shared/reports'
import { addNote } from '@qorgan/shared/timeline'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { aBranch, anOrganisation, aUser } from '../factories.ts'
import { test } from '../harness.ts'

const anonymous = { anonymous: true } as const
const pay = {
  receivedOn: '2026-11-20',
  channel: 'phone',
  category: 'pay',
  subject: 'Доплата за ночные',
  applicant: anonymous,
} as const
const money = { kind: 'recovered', stage: 'received', amount: 1000, people: 1, occurredOn: '2026-11-20' } as const

describe('a text', () => {
  test('counts to a thousand and says so, and narrows with other filters exactly', async ({ db, as }) => {
    const chair = as(await aUser(db, 'branch_chair', await aBranch(db)))
    const items = Array.from({ length: 500 }, () => ({}))
    for (const category of ['pay', 'pay', 'legal'])
      await chair.call(registerBatch, { body: { id: randomUUID(), shared: { ...pay, category }, items } })
    expect((await chair.call(summariseAppeals, { query: { q: 'доплата' } })).body).toMatchObject({
      count: 1000,
      capped: true,
    })
    const legal = await chair.call(summariseAppeals, { query: { q: 'доплата', category: 'legal' } })
    expect(legal.body).toMatchObject({ count: 500, byCategory: { legal: 500 } })
    expect(legal.body.capped).toBeUndefined()
    expect((await chair.call(summariseAppeals, { query: { q: '-ничего' } })).body.count).toBe(0)
  })
})

describe('a list of aid', () => {
  test('names every item that fails, whatever is wrong with it', async ({ db, as }) => {
    const chair = as(await aUser(db, 'branch_chair', await aBranch(db)))
    const shared = { ...pay, category: 'material_aid' }
    const items = [{ applicant: { memberId: randomUUID() } }, { signatories: 0 }, { receivedOn: '2027-01-01' }, {}]
    const { status, body } = await chair.call(registerBatch, { body: { id: randomUUID(), shared, items } })
    expect(status).toBe(422)
    expect(body.errors?.map(({ path }) => path).toSorted()).toEqual([
      '/items/0/applicant/memberId',
      '/items/1/signatories',
      '/items/2/receivedOn',
    ])
    expect((await chair.call(summariseAppeals, {})).body.count).toBe(0)
  })
})

describe('an accountant', () => {
  test('finds the same money by whatever it is broken down, and reads no appeal but vouchers and aid', async ({
    db,
    as,
  }) => {
    const branch = await aBranch(db)
    const chair = as(await aUser(db, 'branch_chair', branch))
    const accountant = as(await aUser(db, 'accountant', branch))
    const { body } = await chair.call(registerAppeal, { body: pay })
    await chair.call(addEffect, { params: { id: body.id }, body: money })
    const dates = { from: '2026-01-01', to: '2026-12-31' }
    for (const rows of ['category', 'branch', 'region', 'topic', 'outcome', 'channel', 'employer'] as const)
      expect((await accountant.call(reportAppeals, { query: { ...dates, rows } })).body.totals['total']).toMatchObject({
        count: 0,
        effect: 1000,
      })
    const filter = { stage: 'received', channel: 'phone', status: 'registered' } as const
    expect((await accountant.call(summariseEffects, { query: filter })).body).toMatchObject({ count: 1, amount: 1000 })
    expect((await accountant.call(listAppeals, {})).body.items).toEqual([])
  })
})

describe('a computed entry', () => {
  test('follows its voucher: nobody voids it by hand', async ({ db, as }) => {
    const chair = as(await aUser(db, 'branch_chair', await aBranch(db)))
    const voucher = { place: 'Ок-Жетпес', fullPrice: 100, memberPays: 10, people: 1, issuedOn: '2026-11-19' }
    const { body } = await chair.call(registerAppeal, { body: { ...pay, category: 'sanatorium', voucher } })
    const ledger = await chair.call(listAppealEffects, { params: { id: body.id } })
    const [entry] = ledger.body.items
    expect(entry?.can).toMatchObject({ edit: false, void: false })
    const refused = await chair.call(voidEffect, {
      params: { id: entry?.id ?? '' },
      version: 1,
      body: { reason: 'Нет' },
    })
    expect(refused.body.code).toBe('effect.computed')
  })
})

describe('after a transfer', () => {
  test('the unit that handles the appeal acts, and finds its ledger; the one that received it reads', async ({
    db,
    as,
  }) => {
    const [home, away] = [await aBranch(db), await aBranch(db)]
    const [sender, receiver] = [as(await aUser(db, 'branch_chair', home)), as(await aUser(db, 'branch_chair', away))]
    const { body } = await sender.call(registerAppeal, { body: pay })
    const on = { params: { id: body.id } }
    const to = { level: 'branch', branchId: away.id } as const
    await sender.call(transferAppeal, { ...on, version: 1, body: { to, reason: 'Их больница' } })
    await receiver.call(acceptTransfer, { ...on, version: 2 })
    expect((await sender.call(addNote, { ...on, body: { text: 'Ещё' } })).body.code).toBe('appeal.handledElsewhere')
    expect((await receiver.call(addEffect, { ...on, body: money })).status).toBe(201)
    expect((await receiver.call(listEffects, {})).body.items).toEqual([])
    expect((await receiver.call(listEffects, { query: { handling: 'mine' } })).body.items).toHaveLength(1)
    expect((await sender.call(summariseEffects, {})).body.amount).toBe(1000)
  })

  test('an organisation passes up to its own branch, not to another', async ({ db, as }) => {
    const [home, away] = [await aBranch(db), await aBranch(db)]
    const local = as(await aUser(db, 'organisation_chair', home, await anOrganisation(db, home)))
    const { body } = await local.call(registerAppeal, { body: pay })
    const to = { level: 'branch', branchId: away.id } as const
    const refused = await local.call(transferAppeal, {
      params: { id: body.id },
      version: 1,
      body: { to, reason: 'Мимо' },
    })
    expect(refused.body.errors).toMatchObject([{ path: '/to/branchId' }])
  })
})

test('what is missing says so, a cursor belongs to its list, broken text is refused', async ({ db, as }) => {
  const user = await aUser(db, 'branch_chair', await aBranch(db))
  const chair = as(user)
  const empty = await chair.send('POST', '/appeals', { body: {} })
  const codes = (empty.body.errors as { path: string; code: string }[]).map(({ path, code }) => [path, code])
  expect(codes).toEqual(
    expect.arrayContaining([
      ['/channel', 'field.required'],
      ['/category', 'field.required'],
    ]),
  )
  await chair.call(registerAppeal, { body: pay })
  await chair.call(registerAppeal, { body: pay })
  const { body: page } = await chair.call(listAppeals, { query: { limit: 1 } })
  const cursor = page.nextCursor ?? ''
  expect((await chair.call(listAppeals, { query: { limit: 1, cursor } })).body.items).toHaveLength(1)
  expect((await chair.call(listAppeals, { query: { cursor, sort: 'dueOn' } })).body.errors).toMatchObject([
    { path: '/cursor', code: 'field.badCursor' },
  ])
  expect((await chair.call(listEffects, { query: { cursor } })).status).toBe(422)
  const session = (await chair.call(listSessions, {})).body.items[0]
  expect((await chair.send('GET', `/auth/sessions/${session?.id}`)).body).toEqual(session)
  const representative = { fullName: 'Дочь', relation: 'дочь' }
  const kept = await chair.call(registerAppeal, { body: { ...pay, representative } })
  expect(kept.body.representative).toEqual({ ...representative, phone: null })
})
