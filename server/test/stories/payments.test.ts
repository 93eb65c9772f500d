import {
  addPayment,
  listPayments,
  type PaymentFilter,
  refundPayment,
  summarisePayments,
  voidPayment,
} from '@qorgan/shared/case-money'
import type { RouteOutput } from '@qorgan/shared/contract'
import { expect } from 'vitest'
import { aBranch, aUser } from '../factories.ts'
import { type Client, test as base } from '../harness.ts'
import { aLawyer, aLegalCase, anAllotment, anAssignment } from '../legal-factories.ts'

/** Two cases of a branch, one of them restricted, and one of another; each with payments of November. */
const test = base.extend('world', { scope: 'file' }, async ({ db, as }) => {
  const [branch, other] = [await aBranch(db), await aBranch(db)]
  const headUser = await aUser(db, 'legal_head')
  const head = as(headUser)
  const lawyer = await aLawyer(db, { fullName: `Платёжный ${branch.prefix}` })
  const cases = [
    await aLegalCase(db, branch, { openedBy: headUser, kind: 'criminal' }),
    await aLegalCase(db, branch, { openedBy: headUser, restricted: true }),
    await aLegalCase(db, other, { openedBy: headUser }),
  ] as const
  const ids: string[] = []
  for (const legalCase of cases) {
    await anAllotment(db, legalCase, 1_000_000)
    const contract = await anAssignment(db, legalCase, lawyer, { fee: 500_000 })
    for (const [more, paidOn, amount] of [
      [{ assignmentId: contract.id, advance: true }, '2026-11-03', 50_000],
      [{ assignmentId: contract.id, advance: true }, '2026-11-05', 70_000],
      [{ purpose: 'state_fee' }, '2026-11-05', 3_000],
    ] as const) {
      const body = { ...more, paidOn, amount, document: `ПП-${branch.prefix}-${paidOn}` }
      const { body: payment } = await head.call(addPayment, { params: { id: legalCase.id }, body })
      ids.push(payment.id)
    }
  }
  const [advance = '', mistake = ''] = ids
  const on = { id: cases[0].id }
  await head.call(refundPayment, {
    params: { ...on, itemId: advance },
    body: { amount: 20_000, refundedOn: '2026-11-10', document: `ВОЗВРАТ-${branch.prefix}` },
  })
  await head.call(voidPayment, { params: { ...on, itemId: mistake }, body: { reason: 'Ошибка' } })
  return { branch, other, cases, lawyer, head, ids }
})

const both = async (client: Client, query: PaymentFilter) => {
  const { body } = await client.call(listPayments, { query: { ...query, limit: 200 } })
  const summary = await client.call(summarisePayments, { query })
  return { items: body.items, summary: summary.body }
}

test('the list and its summary say the same, and refunds are of the day when they came back', async ({
  as,
  db,
  world,
}) => {
  const accountant = as(await aUser(db, 'accountant'))
  const { branch, other, cases, lawyer } = world
  const all = { branchId: [branch.id, other.id] }
  const filters: [PaymentFilter, string][] = [
    [all, '8 299000 1 20000 279000'],
    [{ branchId: [other.id] }, '3 123000 0 0 123000'],
    [{ ...all, paidFrom: '2026-11-03', paidTo: '2026-11-04' }, '3 150000 0 0 150000'],
    [{ ...all, paidFrom: '2026-11-10', paidTo: '2026-11-10' }, '0 0 1 20000 -20000'],
    [{ ...all, kind: ['criminal'] }, '2 53000 1 20000 33000'],
    [{ ...all, purpose: ['state_fee'] }, '3 9000 0 0 9000'],
    [{ ...all, purpose: ['counsel'] }, '5 290000 1 20000 270000'],
    [{ lawyerId: [lawyer.id] }, '5 290000 1 20000 270000'],
    [{ ...all, lawyerId: ['none'] }, '3 9000 0 0 9000'],
    [{ caseId: [cases[1].id] }, '3 123000 0 0 123000'],
    [{ ...all, voided: true }, '1 70000 0 0 70000'],
    [{ ...all, voided: false }, '8 299000 1 20000 279000'],
    [{ ...all, q: cases[2].number }, '3 123000 0 0 123000'],
    [{ q: `возврат-${branch.prefix}` }, '1 50000 1 20000 30000'],
    [{ q: lawyer.fullName.toUpperCase() }, '5 290000 1 20000 270000'],
    [{ ...all, sameDocument: false }, '0 0 0 0 0'],
    [{ caseId: ['none'] }, '0 0 0 0 0'],
  ]
  for (const [query, expected] of filters) {
    const { items, summary } = await both(accountant, query)
    const { count, paid, refunds, refunded, net } = summary
    expect([count, paid, refunds, refunded, net].join(' '), JSON.stringify(query)).toBe(expected)
    expect([items.length, items.reduce((sum, { amount }) => sum + amount, 0)], JSON.stringify(query)).toEqual([
      summary.count,
      summary.paid,
    ])
  }
  // Three cases, one document of one day each: the same sum on it is asked about, the voided one is not.
  const { items } = await both(accountant, { ...all, sameDocument: true })
  expect(items.every(({ sameDocument }) => sameDocument)).toBe(true)
  expect(items).toHaveLength(8)
})

test('pages follow one another by day, newest first, and a cursor is of this list', async ({ as, db, world }) => {
  const accountant = as(await aUser(db, 'accountant'))
  const query = { branchId: [world.branch.id, world.other.id], limit: 3 }
  const seen: string[] = []
  const days: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body }: { body: RouteOutput<typeof listPayments> } = await accountant.call(listPayments, {
      query: { ...query, cursor },
    })
    seen.push(...body.items.map(({ id }) => id))
    days.push(...body.items.map(({ paidOn }) => paidOn))
    cursor = body.nextCursor
  }
  expect(new Set(seen).size).toBe(8)
  expect(days).toEqual(days.toSorted().toReversed())
  expect((await accountant.send('GET', '/payments?cursor=abc')).status).toBe(422)
})

test('an accountant of a branch sees its cases’ payments, and enters no others’', async ({ as, db, world }) => {
  const { branch, other, cases } = world
  const accountant = as(await aUser(db, 'accountant', branch))
  const { items, summary } = await both(accountant, {})
  expect(new Set(items.map(({ branchId }) => branchId))).toEqual(new Set([branch.id]))
  expect(summary).toMatchObject({ count: 5, paid: 176_000, net: 156_000 })
  expect((await both(accountant, { branchId: [other.id] })).summary).toMatchObject({ count: 0, paid: 0, refunds: 0 })
  const fee = { purpose: 'other', amount: 1, paidOn: '2026-11-12', document: 'ПП' } as const
  expect((await accountant.call(addPayment, { params: { id: cases[2].id }, body: fee })).status).toBe(404)
  const own = await accountant.call(addPayment, { params: { id: cases[1].id }, body: { ...fee, document: 'ПП-свой' } })
  expect(own).toMatchObject({ status: 201, body: { branchId: branch.id, caseNumber: cases[1].number } })
  await accountant.call(voidPayment, { params: { id: cases[1].id, itemId: own.body.id }, body: { reason: 'Проба' } })
})

test('money of a restricted case is not the other officers’; counsel and branches have no statement', async ({
  as,
  db,
  world,
}) => {
  const restricted = world.cases[1]
  const officer = as(await aUser(db, 'legal_officer'))
  const own = { branchId: [world.branch.id] }
  const { items, summary } = await both(officer, own)
  expect(items.map(({ caseId }) => caseId)).not.toContain(restricted.id)
  expect(summary.count).toBe(2)
  for (const path of ['payments', 'acts', 'allotments', 'assignments', 'money'])
    expect((await officer.send('GET', `/legal-cases/${restricted.id}/${path}`)).status, path).toBe(404)
  for (const role of ['council_head', 'auditor', 'legal_head'] as const)
    expect((await both(as(await aUser(db, role)), own)).summary.count, role).toBe(5)
  for (const role of ['lawyer', 'administrator'] as const)
    expect((await as(await aUser(db, role)).send('GET', '/payments')).status, role).toBe(403)
  const chair = as(await aUser(db, 'branch_chair', world.branch))
  expect((await chair.send('GET', '/payments/summary')).status).toBe(403)
})
