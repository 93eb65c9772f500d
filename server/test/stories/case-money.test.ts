import {
  acceptAct,
  addAct,
  addAddendum,
  addAllotment,
  addPayment,
  approveAllotment,
  changeAllotment,
  changeAssignment,
  changePayment,
  endAssignment,
  listAllotments,
  refundPayment,
  voidPayment,
} from '@qorgan/shared/case-money'
import { getLegalCase } from '@qorgan/shared/legal-cases'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { aBranch, aUser } from '../factories.ts'
import type { Client } from '../harness.ts'
import { aLawyer, aLegalCase, anAllotment, anAssignment } from '../legal-factories.ts'
import { fee, kinds, sums, test, work } from '../money-world.ts'

const asked = { amount: 500_000, stage: 'first_instance', decisionNumber: 'Р-5', decidedOn: '2026-11-02' } as const

describe('allotments', () => {
  test('count when another person has approved them, and are not changed then', async ({ world }) => {
    const { head, council, on, legalCase } = await world()
    const id = randomUUID()
    const made = await head.call(addAllotment, { params: on, body: { ...asked, id } })
    expect(made).toMatchObject({
      status: 201,
      body: { ...asked, id, approvedBy: null, approvedAt: null, can: { edit: true, approve: false } },
    })
    expect(await head.call(addAllotment, { params: on, body: { ...asked, id } })).toMatchObject({
      status: 200,
      body: made.body,
    })
    expect(await sums(head, legalCase)).toBe('200000 100000 0 100000')
    const item = { params: { ...on, itemId: id } }
    expect((await head.call(approveAllotment, item)).body.code).toBe('caseMoney.ownRequest')
    expect((await head.send('PATCH', `/legal-cases/${on.id}/allotments/${id}`, { body: {} })).status).toBe(428)
    const changed = await head.call(changeAllotment, { ...item, version: 1, body: { amount: 400_000 } })
    expect(changed.body).toMatchObject({ amount: 400_000, version: 2 })
    expect((await council.call(approveAllotment, { ...item, version: 1 })).status).toBe(412)
    const approved = await council.call(approveAllotment, { ...item, version: 2 })
    expect(approved).toMatchObject({ status: 200, body: { version: 3, can: { edit: false, approve: false } } })
    expect(approved.body.approvedAt).not.toBeNull()
    expect(await sums(head, legalCase)).toBe('600000 100000 0 500000')
    expect((await council.call(approveAllotment, item)).body.code).toBe('caseMoney.approved')
    expect((await head.call(changeAllotment, { ...item, version: 3, body: { amount: 1 } })).body.code).toBe(
      'caseMoney.approved',
    )
    expect((await council.call(listAllotments, { params: on })).body.items.map(({ amount }) => amount)).toEqual([
      400_000, 200_000,
    ])
    expect(await kinds(head, legalCase)).toEqual(['allotted', 'allotment_changed', 'allotment_approved'])
  })

  test('nobody approves what they changed, nor what is of the future, of no money, of another case', async ({
    world,
    db,
    as,
  }) => {
    const { head, on } = await world()
    const second = as(await aUser(db, 'legal_head'))
    const { body } = await head.call(addAllotment, { params: on, body: asked })
    const item = { params: { ...on, itemId: body.id } }
    await second.call(changeAllotment, { ...item, version: 1, body: { amount: 900_000 } })
    expect((await second.call(approveAllotment, item)).body.code).toBe('caseMoney.ownRequest')
    expect((await head.call(approveAllotment, item)).status).toBe(200)
    const paths = async (answer: Promise<{ body: { errors?: { path: string; code: string }[] | undefined } }>) =>
      (await answer).body.errors?.map(({ path, code }) => `${path} ${code}`)
    const late = { ...asked, decidedOn: '2026-11-21' }
    expect(await paths(head.call(addAllotment, { params: on, body: late }))).toEqual(['/decidedOn field.inFuture'])
    expect(await paths(head.call(addAllotment, { params: on, body: { ...asked, amount: 0 } }))).toEqual([
      '/amount too_small',
    ])
    const other = await world()
    expect((await second.call(approveAllotment, { params: { ...other.on, itemId: body.id } })).status).toBe(404)
    const closed = await aLegalCase(db, await aBranch(db), { status: 'closed' })
    expect((await head.call(addAllotment, { params: { id: closed.id }, body: asked })).body.code).toBe(
      'legalCase.wrongStatus',
    )
    const screened = await aLegalCase(db, await aBranch(db), { status: 'screening' })
    expect((await head.call(addAllotment, { params: { id: screened.id }, body: asked })).body.code).toBe(
      'legalCase.notFunded',
    )
  })
})

describe('a contract', () => {
  test('its fee moves by addenda, between what is paid and what is allotted', async ({ world }) => {
    const { head, accountant, on, legalCase, contractId } = await world()
    const item = { params: { ...on, itemId: contractId } }
    const advance = { assignmentId: contractId, advance: true, amount: 30_000, paidOn: '2026-11-12', document: 'ПП-1' }
    await accountant.call(addPayment, { params: on, body: advance })
    const addendum = { number: '1', date: '2026-11-11', feeChange: 100_000, reason: 'Апелляция' }
    const id = randomUUID()
    const up = await head.call(addAddendum, { ...item, body: { ...addendum, id } })
    expect(up.body).toMatchObject({ fee: 200_000, paid: 30_000, version: 2, addenda: [{ id, feeChange: 100_000 }] })
    expect((await head.call(addAddendum, { ...item, body: { ...addendum, id } })).body).toEqual(up.body)
    expect((await head.call(addAddendum, { ...item, body: { ...addendum, feeChange: 1 } })).body.code).toBe(
      'caseMoney.overAllotment',
    )
    for (const feeChange of [-170_001, -200_001])
      expect((await head.call(addAddendum, { ...item, body: { ...addendum, feeChange } })).body.code).toBe(
        'caseMoney.overAllotment',
      )
    const down = await head.call(addAddendum, { ...item, version: 2, body: { ...addendum, feeChange: -170_000 } })
    expect(down.body).toMatchObject({ fee: 30_000, version: 3 })
    expect(await sums(head, legalCase)).toBe('200000 30000 30000 170000')
    for (const [date, code] of [
      ['2026-11-21', 'field.inFuture'],
      ['2026-03-09', 'field.reversed'],
    ] as const)
      expect((await head.call(addAddendum, { ...item, body: { ...addendum, date } })).body.errors).toMatchObject([
        { path: '/date', code },
      ])
    const corrected = await head.call(changeAssignment, {
      ...item,
      version: 3,
      body: { contractNumber: 'Д-9', stage: 'appeal' },
    })
    expect(corrected.body).toMatchObject({ contractNumber: 'Д-9', stage: 'appeal', version: 4 })
  })

  test('an early end frees the rest, never below what is paid', async ({ world }) => {
    const { head, accountant, on, legalCase, contractId } = await world()
    const item = { params: { ...on, itemId: contractId } }
    await accountant.call(addPayment, {
      params: on,
      body: { assignmentId: contractId, advance: true, amount: 40_000, paidOn: '2026-11-12', document: 'ПП-1' },
    })
    const end = { endedOn: '2026-11-15', reason: 'Заболел', feeDue: 40_000 }
    expect((await head.call(endAssignment, { ...item, body: { ...end, feeDue: 39_999 } })).body.code).toBe(
      'caseMoney.overAllotment',
    )
    expect((await head.call(endAssignment, { ...item, body: { ...end, feeDue: 100_001 } })).body.errors).toMatchObject([
      { path: '/feeDue', code: 'too_big' },
    ])
    expect(
      (await head.call(endAssignment, { ...item, body: { ...end, endedOn: '2026-03-09' } })).body.errors,
    ).toMatchObject([{ path: '/endedOn', code: 'field.reversed' }])
    expect((await head.call(endAssignment, { ...item, version: 9, body: end })).status).toBe(412)
    expect((await head.call(endAssignment, { ...item, version: 1, body: end })).body).toMatchObject({
      fee: 40_000,
      endedOn: '2026-11-15',
      endReason: 'Заболел',
      can: { edit: false, addenda: false, end: false },
    })
    expect(await sums(head, legalCase)).toBe('200000 40000 40000 160000')
    const addendum = { number: '1', date: '2026-11-16', feeChange: 1, reason: 'Ещё' }
    const again = [
      await head.call(endAssignment, { ...item, body: end }),
      await head.call(addAddendum, { ...item, body: addendum }),
      await head.call(changeAssignment, { ...item, version: 2, body: { contractNumber: 'Д-3' } }),
    ]
    expect(again.map(({ body }) => body.code)).toEqual(Array.from({ length: 3 }, () => 'assignment.ended'))
  })
})

test('a case offers acts under a contract, and payments of what was allotted', async ({ db, as }) => {
  const [officer, accountant, account] = [
    as(await aUser(db, 'legal_officer')),
    as(await aUser(db, 'accountant')),
    await aUser(db, 'lawyer'),
  ]
  const legalCase = await aLegalCase(db, await aBranch(db))
  const offers = async (client: Client) => {
    const { can } = (await client.call(getLegalCase, { params: { id: legalCase.id } })).body
    return [can.acts, can.payments]
  }
  expect([await offers(officer), await offers(accountant)]).toEqual([
    [false, false],
    [false, false],
  ])
  await anAllotment(db, legalCase, 10_000)
  expect([await offers(officer), await offers(accountant)]).toEqual([
    [false, true],
    [false, true],
  ])
  await anAssignment(db, legalCase, await aLawyer(db, { user: account }), { fee: 10_000 })
  expect([await offers(officer), await offers(accountant), await offers(as(account))]).toEqual([
    [true, true],
    [false, true],
    [true, false],
  ])
})

describe('payments', () => {
  test('say what they are for, and what they are for is there', async ({ world }) => {
    const { accountant, officer, head, on, contractId } = await world()
    const other = await world()
    const { body: act } = await officer.call(addAct, { params: on, body: { ...work, assignmentId: contractId } })
    await head.call(acceptAct, { params: { ...on, itemId: act.id } })
    const base_ = { amount: 1_000, paidOn: '2026-11-12', document: 'ПП-1' }
    const refused: [object, string][] = [
      [{}, '/assignmentId field.required'],
      [{ assignmentId: contractId, purpose: 'travel', advance: true }, '/purpose field.notAllowed'],
      [{ assignmentId: contractId }, '/actId field.required'],
      [{ assignmentId: contractId, advance: false }, '/actId field.required'],
      [{ purpose: 'travel', actId: act.id }, '/actId field.notAllowed'],
      [{ assignmentId: contractId, actId: act.id, advance: true }, '/advance field.notAllowed'],
      [{ assignmentId: other.contractId, advance: true }, '/assignmentId field.absent'],
      [{ assignmentId: contractId, actId: randomUUID() }, '/actId field.absent'],
      [{ purpose: 'travel', paidOn: '2026-11-21' }, '/paidOn field.inFuture'],
      [{ purpose: 'travel', paidOn: '2026-03-01' }, '/paidOn field.beforeOpening'],
      [{ purpose: 'travel', amount: 0 }, '/amount too_small'],
    ]
    for (const [more, expected] of refused) {
      const answer = await accountant.send('POST', `/legal-cases/${on.id}/payments`, { body: { ...base_, ...more } })
      const [error] = answer.body.errors ?? []
      expect(`${answer.status} ${error?.path} ${error?.code}`).toBe(`422 ${expected}`)
    }
    const id = randomUUID()
    const once = { ...fee, document: `ПП-${id}` }
    const made = await accountant.call(addPayment, { params: on, body: { ...once, id } })
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...once,
        id,
        assignmentId: null,
        lawyerName: null,
        refunds: [],
        sameDocument: false,
        can: { edit: true, void: true, refund: true },
      },
    })
    expect((await accountant.call(addPayment, { params: on, body: { ...once, id } })).status).toBe(200)
    const twice = await officer.call(addPayment, { params: on, body: once })
    expect(twice.body.sameDocument).toBe(true)
  })

  test('stay within the fee and the allotted', async ({ world }) => {
    const { accountant, head, on, legalCase, contractId } = await world()
    const advance = { assignmentId: contractId, advance: true, paidOn: '2026-11-12', document: 'ПП-1' }
    const pay = async (body: object) =>
      (await accountant.send('POST', `/legal-cases/${on.id}/payments`, { body })).body.code ?? 'paid'
    expect(await pay({ ...advance, amount: 100_001 })).toBe('caseMoney.overAllotment')
    expect(await pay({ ...advance, amount: 100_000 })).toBe('paid')
    expect(await pay({ ...advance, amount: 1 })).toBe('caseMoney.overAllotment')
    expect(await pay({ ...fee, amount: 100_001 })).toBe('caseMoney.overAllotment')
    expect(await pay({ ...fee, amount: 100_000 })).toBe('paid')
    expect(await pay({ ...fee, amount: 1 })).toBe('caseMoney.overAllotment')
    expect(await sums(head, legalCase)).toBe('200000 200000 200000 0')
  })

  test('are voided once and not when something came back; a refund is of what is left', async ({ world }) => {
    const { accountant, head, on, legalCase } = await world()
    const { body: mistake } = await accountant.call(addPayment, { params: on, body: { ...fee, amount: 90_000 } })
    const { body: paid } = await accountant.call(addPayment, { params: on, body: { ...fee, amount: 10_000 } })
    expect(await sums(head, legalCase)).toBe('200000 200000 100000 0')
    const first = { params: { ...on, itemId: mistake.id } }
    const voided = await accountant.call(voidPayment, { ...first, version: 1, body: { reason: 'Дважды' } })
    expect(voided.body).toMatchObject({
      voidReason: 'Дважды',
      version: 2,
      can: { edit: false, void: false, refund: false },
    })
    expect(await sums(head, legalCase)).toBe('200000 110000 10000 90000')
    const refund = { amount: 4_000, refundedOn: '2026-11-13', document: 'ПП-в' }
    const afterwards = [
      await accountant.call(voidPayment, { ...first, body: { reason: 'Снова' } }),
      await accountant.call(refundPayment, { ...first, body: refund }),
      await accountant.call(changePayment, { ...first, version: 2, body: { document: 'ПП-8' } }),
    ]
    expect(afterwards.map(({ body }) => body.code)).toEqual(Array.from({ length: 3 }, () => 'payment.voided'))

    const item = { params: { ...on, itemId: paid.id } }
    const id = randomUUID()
    const back = await accountant.call(refundPayment, { ...item, body: { ...refund, id } })
    expect(back.body).toMatchObject({
      refunded: 4_000,
      refunds: [{ id, amount: 4_000 }],
      can: { void: false, refund: true },
    })
    expect((await accountant.call(refundPayment, { ...item, body: { ...refund, id } })).body).toEqual(back.body)
    expect(await sums(head, legalCase)).toBe('200000 106000 6000 94000')
    expect((await accountant.call(voidPayment, { ...item, body: { reason: 'Нет' } })).body.code).toBe(
      'payment.refunded',
    )
    for (const [body, path, code] of [
      [{ ...refund, amount: 6_001 }, '/amount', 'too_big'],
      [{ ...refund, refundedOn: '2026-11-11' }, '/refundedOn', 'field.reversed'],
      [{ ...refund, refundedOn: '2026-11-21' }, '/refundedOn', 'field.inFuture'],
    ] as const)
      expect((await accountant.call(refundPayment, { ...item, body })).body.errors).toMatchObject([{ path, code }])
    expect(
      (await accountant.call(changePayment, { ...item, version: back.body.version, body: { paidOn: '2026-11-14' } }))
        .body.errors,
    ).toMatchObject([{ path: '/paidOn', code: 'field.reversed' }])
    const corrected = await accountant.call(changePayment, {
      ...item,
      version: back.body.version,
      body: { paidOn: '2026-11-11', document: 'ПП-78' },
    })
    expect(corrected.body).toMatchObject({ paidOn: '2026-11-11', document: 'ПП-78' })
    expect(
      (await accountant.call(refundPayment, { ...item, body: { ...refund, amount: 6_000 } })).body.can.refund,
    ).toBe(false)
    expect(await kinds(head, legalCase)).toEqual([
      'paid',
      'paid',
      'payment_voided',
      'payment_refunded',
      'payment_changed',
      'payment_refunded',
    ])
  })

  test('an act whose payment is voided or returned can be paid again', async ({ world }) => {
    const { accountant, officer, head, on, contractId } = await world()
    const { body: act } = await officer.call(addAct, { params: on, body: { ...work, assignmentId: contractId } })
    await head.call(acceptAct, { params: { ...on, itemId: act.id } })
    const pay = () =>
      accountant.call(addPayment, {
        params: on,
        body: { assignmentId: contractId, actId: act.id, amount: 60_000, paidOn: '2026-11-12', document: 'ПП-1' },
      })
    const first = await pay()
    expect((await pay()).body.code).toBe('caseMoney.overAct')
    await accountant.call(voidPayment, { params: { ...on, itemId: first.body.id }, body: { reason: 'Ошибка' } })
    const second = await pay()
    expect(second.status).toBe(201)
    const refund = { amount: 60_000, refundedOn: '2026-11-12', document: 'ПП-2' }
    await accountant.call(refundPayment, { params: { ...on, itemId: second.body.id }, body: refund })
    expect((await pay()).status).toBe(201)
  })
})
