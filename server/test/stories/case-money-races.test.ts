import {
  acceptAct,
  addAct,
  addAddendum,
  addAllotment,
  addPayment,
  approveAllotment,
  endAssignment,
  getCaseMoney,
  listActs,
  listAssignments,
  listCasePayments,
  refundPayment,
  voidPayment,
} from '@qorgan/shared/case-money'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db, Tx } from '../../src/platform/db/index.ts'
import { aBranch, aUser } from '../factories.ts'
import { type Client, system, test as base } from '../harness.ts'
import { aLawyer, aLegalCase, anAllotment, anAssignment } from '../legal-factories.ts'

const test = base.extend('world', { scope: 'file' }, ({ db, as }) => async (fee: number, allotted: number) => {
  const headUser = await aUser(db, 'legal_head')
  const legalCase = await aLegalCase(db, await aBranch(db), { openedBy: headUser })
  await anAllotment(db, legalCase, allotted)
  const contract = await anAssignment(db, legalCase, await aLawyer(db), { fee })
  return {
    caseId: legalCase.id,
    contractId: contract.id,
    on: { id: legalCase.id },
    head: as(headUser),
    officer: as(await aUser(db, 'legal_officer')),
    council: as(await aUser(db, 'council_head')),
    accountant: as(await aUser(db, 'accountant')),
  }
})

/** Every kept sum of a case against the records that it is of. */
async function differences(db: Db, caseId: string): Promise<unknown[]> {
  const { rows } = await system(db, (tx) =>
    sql`with paid as (select * from case_payments where case_id = ${caseId})
      select 'money' as what, m.allotted, m.committed, m.paid from case_money m where m.case_id = ${caseId} and (m.allotted, m.committed, m.paid) is distinct from (
        (select coalesce(sum(amount), 0) from case_allotments where case_id = ${caseId} and approved_by is not null),
        (select coalesce(sum(fee), 0) from case_assignments where case_id = ${caseId})
          + (select coalesce(sum(amount), 0) from paid where voided_at is null and purpose is not null)
          - (select coalesce(sum(r.amount), 0) from case_refunds r join paid p on p.id = r.payment_id where p.purpose is not null),
        (select coalesce(sum(amount), 0) from paid where voided_at is null) - (select coalesce(sum(r.amount), 0) from case_refunds r where r.case_id = ${caseId}))
      union all select 'order', allotted, committed, paid from case_money where case_id = ${caseId} and not (allotted >= committed and committed >= paid and paid >= 0)
      union all select 'assignment', a.paid, a.fee, null from case_assignments a where a.case_id = ${caseId} and (a.paid > a.fee or a.paid is distinct from
        (select coalesce(sum(p.amount - (select coalesce(sum(r.amount), 0) from case_refunds r where r.payment_id = p.id)), 0) from paid p where p.assignment_id = a.id and p.voided_at is null))
      union all select 'act', t.paid, t.amount, null from case_acts t where t.case_id = ${caseId} and (t.paid > t.amount or t.paid is distinct from
        (select coalesce(sum(p.amount - (select coalesce(sum(r.amount), 0) from case_refunds r where r.payment_id = p.id)), 0) from paid p where p.act_id = t.id and p.voided_at is null))
      union all select 'accepted', a.accepted, a.fee, null from case_assignments a where a.case_id = ${caseId} and (a.accepted > a.fee or a.accepted is distinct from
        (select coalesce(sum(t.amount), 0) from case_acts t where t.assignment_id = a.id and t.accepted_by is not null))
      union all select 'payment', p.refunded, p.amount, null from paid p where p.refunded > p.amount or p.refunded is distinct from
        (select coalesce(sum(r.amount), 0) from case_refunds r where r.payment_id = p.id)
      union all select 'fee', a.fee, a.paid, null from case_assignments a where a.case_id = ${caseId} and a.ended_on is null and a.fee is distinct from
        ${FEE} + (select coalesce(sum(d.fee_change), 0) from case_addenda d where d.assignment_id = a.id)`.execute(tx),
  )
  return rows
}
const FEE = 100_000
const advance = (assignmentId: string, amount: number) => ({
  assignmentId,
  advance: true,
  amount,
  paidOn: '2026-11-12',
  document: 'ПП-1',
})
const outcomes = (answers: { status: number; body: { code?: string | undefined } }[]) =>
  Object.fromEntries(
    [...Map.groupBy(answers, ({ status, body }) => `${status} ${body.code ?? ''}`.trim())].map(([what, all]) => [
      what,
      all.length,
    ]),
  )

describe('at the same moment', () => {
  test(
    'fifty payers never take more than was allotted: as many as fit, the others 409',
    { timeout: 60_000 },
    async ({ db, world }) => {
      const { caseId, on, head, accountant } = await world(FEE, FEE + 30_000)
      const fee = { purpose: 'expertise', amount: 2_000, paidOn: '2026-11-12', document: 'ПП-1' } as const
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, i) => (i % 2 ? head : accountant).call(addPayment, { params: on, body: fee })),
      )
      expect(outcomes(answers)).toEqual({ '201': 15, '409 caseMoney.overAllotment': 35 })
      expect((await head.call(getCaseMoney, { params: on })).body).toEqual({
        allotted: 130_000,
        committed: 130_000,
        paid: 30_000,
        left: 0,
      })
      expect(await differences(db, caseId)).toEqual([])
    },
  )

  test('fifty payers of one contract never pay more than its fee', { timeout: 60_000 }, async ({ db, world }) => {
    const { caseId, contractId, on, accountant } = await world(FEE, 1_000_000)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => accountant.call(addPayment, { params: on, body: advance(contractId, 7_000) })),
    )
    expect(outcomes(answers)).toEqual({ '201': 14, '409 caseMoney.overAllotment': 36 })
    expect(await differences(db, caseId)).toEqual([])
  })

  test('the database holds it by itself, without anybody’s lock on the case', async ({ db, world }) => {
    const { caseId, contractId, on, head, accountant } = await world(FEE, FEE)
    const { body: first } = await accountant.call(addPayment, { params: on, body: advance(contractId, 1) })
    const enter = (amount: number) =>
      system(db, (tx) =>
        tx
          .insertInto('casePayments')
          .values({ ...advance(contractId, amount), caseId, enteredBy: first.enteredBy.id })
          .execute(),
      )
    const answers = await Promise.allSettled(Array.from({ length: 24 }, () => enter(9_000)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(11)
    const refusals = answers.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { constraint: string }).constraint] : [],
    )
    expect(new Set(refusals)).toEqual(new Set(['case_assignments_paid_within']))
    expect((await head.call(getCaseMoney, { params: on })).body.paid).toBe(99_001)
    expect(await differences(db, caseId)).toEqual([])
  })

  test('an early end and a payment: never less due than is paid', async ({ db, world }) => {
    for (let turn = 0; turn < 5; turn++) {
      const { caseId, contractId, on, head, accountant } = await world(FEE, FEE)
      const [paid, ended] = await Promise.all([
        accountant.call(addPayment, { params: on, body: advance(contractId, 60_000) }),
        head.call(endAssignment, {
          params: { ...on, itemId: contractId },
          body: { endedOn: '2026-11-15', reason: 'Окончен', feeDue: 50_000 },
        }),
      ])
      expect([paid.status, ended.status].toSorted()).toEqual(paid.status === 201 ? [201, 409] : [200, 409])
      expect(paid.status === 201 ? ended.body.code : paid.body.code).toBe('caseMoney.overAllotment')
      expect(await differences(db, caseId)).toEqual([])
    }
  })

  test('an act accepted and a contract ended below it: one of the two', async ({ db, world }) => {
    for (let turn = 0; turn < 5; turn++) {
      const { caseId, contractId, on, head, officer } = await world(FEE, FEE)
      const work = { assignmentId: contractId, number: 'А-1', date: '2026-11-10', amount: 60_000 }
      const { body: act } = await head.call(addAct, { params: on, body: work })
      const [accepted, ended] = await Promise.all([
        officer.call(acceptAct, { params: { ...on, itemId: act.id } }),
        head.call(endAssignment, {
          params: { ...on, itemId: contractId },
          body: { endedOn: '2026-11-15', reason: 'Окончен', feeDue: 50_000 },
        }),
      ])
      expect([accepted.status, ended.status].toSorted()).toEqual([200, 409])
      expect(accepted.status === 200 ? ended.body.code : accepted.body.code).toBe('caseMoney.overAct')
      expect(await differences(db, caseId)).toEqual([])
    }
  })

  test('the database keeps the fee above accepted acts by itself', { timeout: 60_000 }, async ({ db, world }) => {
    const { caseId, contractId, on, head } = await world(FEE, FEE)
    const work = { assignmentId: contractId, number: 'А-1', date: '2026-11-10', amount: 9_000 }
    const acts = await Promise.all(
      Array.from({ length: 10 }, async () => (await head.call(addAct, { params: on, body: work })).body.id),
    )
    const another = (await aUser(db, 'legal_officer')).id
    const accept = (id: string) => (tx: Tx) =>
      tx
        .updateTable('caseActs')
        .set({ acceptedBy: another, acceptedAt: sql`now()` })
        .where('id', '=', id)
        .execute()
    const lower = (tx: Tx) =>
      tx
        .updateTable('caseAssignments')
        .set({ fee: sql`fee - 20000` })
        .where('id', '=', contractId)
        .execute()
    // Without the lock on the case two may also wait for each other, or one for too long; whoever is told so tries again, until every deed is decided.
    const decided = (deed: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
      system(db, deed).catch((error: unknown) => {
        if (['40P01', '55P03', '57014'].includes((error as { code?: string }).code ?? '')) return decided(deed)
        throw error
      })
    const answers = await Promise.allSettled([...acts.map(accept), lower, lower, lower].map(decided))
    const refusals = answers.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { constraint?: string }).constraint] : [],
    )
    expect(new Set(refusals)).toEqual(new Set(['case_assignments_acts_within']))
    const { rows } = await system(db, (tx) =>
      sql<{ fee: number; accepted: number; done: number }>`select fee, accepted,
        (select count(*)::int from case_acts where assignment_id = ${contractId} and accepted_at is not null) as done
        from case_assignments where id = ${contractId}`.execute(tx),
    )
    const [contract = { fee: 0, accepted: 1, done: 0 }] = rows
    expect(contract.accepted).toBe(contract.done * 9_000)
    expect(contract.fee).toBeGreaterThanOrEqual(contract.accepted)
    expect((await head.call(getCaseMoney, { params: { id: caseId } })).body.committed).toBe(contract.fee)
  })

  test('one payment voided twice, one refunded by two: one of each', async ({ db, world }) => {
    const { caseId, contractId, on, head, accountant } = await world(FEE, FEE)
    const pay = () => accountant.call(addPayment, { params: on, body: advance(contractId, 10_000) })
    const [first, second, third] = [(await pay()).body.id, (await pay()).body.id, (await pay()).body.id]
    const voiding = (itemId: string) => (client: Client) =>
      client.call(voidPayment, { params: { ...on, itemId }, body: { reason: 'Ошибка' } })
    const refunding = (itemId: string) => (client: Client) =>
      client.call(refundPayment, {
        params: { ...on, itemId },
        body: { amount: 6_000, refundedOn: '2026-11-13', document: 'ПП-2' },
      })
    const both = async (one: (client: Client) => Promise<{ status: number }>, other = one) =>
      (await Promise.all([one(head), other(accountant)])).map(({ status }) => status).toSorted()
    expect(await both(voiding(first))).toEqual([200, 409])
    expect(await both(refunding(second))).toEqual([200, 422])
    expect(await both(voiding(third), refunding(third))).toEqual([200, 409])
    expect(await differences(db, caseId)).toEqual([])
  })

  test('two who approve, and two who hand in the last act: one of each', async ({ world, as, db }) => {
    const { contractId, on, head, council } = await world(FEE, FEE)
    const asked = { amount: 1_000, stage: 'appeal', decisionNumber: 'Р-2', decidedOn: '2026-11-02' } as const
    const { body: allotment } = await head.call(addAllotment, { params: on, body: asked })
    const second = as(await aUser(db, 'council_head'))
    const approve = (client: Client) => client.call(approveAllotment, { params: { ...on, itemId: allotment.id } })
    expect(outcomes(await Promise.all([council, second].map(approve)))).toEqual({
      '200': 1,
      '409 caseMoney.approved': 1,
    })
    const act = { assignmentId: contractId, number: 'А-1', date: '2026-11-10', amount: 60_000 }
    const acts = await Promise.all([1, 2].map(() => head.call(addAct, { params: on, body: act })))
    expect(outcomes(acts)).toEqual({ '201': 1, '422 request.invalid': 1 })
  })
})

type Deed =
  | {
      do: 'allot' | 'advance' | 'fee' | 'act' | 'accept' | 'payAct' | 'refund' | 'addendum'
      amount: number
      which: number
    }
  | { do: 'void' | 'end'; amount: number; which: number }
const deed: fc.Arbitrary<Deed> = fc.record({
  do: fc.constantFrom(
    ...([
      'allot',
      'advance',
      'advance',
      'fee',
      'fee',
      'act',
      'accept',
      'payAct',
      'payAct',
      'refund',
      'refund',
      'void',
      'void',
      'addendum',
      'end',
    ] as const),
  ),
  amount: fc.integer({ min: -40_000, max: 90_000 }),
  which: fc.nat(50),
})

test(
  'whatever people do with it, the four sums hold and are those of the records',
  { timeout: 60_000 },
  async ({ db, world }) => {
    const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122)
    const strange: string[] = []
    const done = new Map<string, number>()
    for (const [run, deeds] of fc
      .sample(fc.array(deed, { minLength: 25, maxLength: 25 }), { numRuns: 6, seed })
      .entries()) {
      const { caseId, contractId, on, head, officer, council, accountant } = await world(FEE, 250_000)
      const act = async (one: Deed): Promise<{ status: number }> => {
        const amount = Math.max(1, Math.abs(one.amount))
        const pick = <T>(items: readonly T[]) => items[one.which % Math.max(1, items.length)]
        const payment = async () => pick((await head.call(listCasePayments, { params: on })).body.items)?.id ?? 'none'
        const acts = async () => (await head.call(listActs, { params: on })).body.items
        const paidOn = '2026-11-12'
        switch (one.do) {
          case 'allot': {
            const asked = { amount, stage: 'appeal', decisionNumber: 'Р', decidedOn: paidOn } as const
            const { body } = await head.call(addAllotment, { params: on, body: asked })
            return one.which % 2
              ? council.call(approveAllotment, { params: { ...on, itemId: body.id } })
              : { status: 201 }
          }
          case 'advance':
            return accountant.call(addPayment, { params: on, body: advance(contractId, amount) })
          case 'fee':
            return accountant.call(addPayment, {
              params: on,
              body: { purpose: 'travel', amount, paidOn, document: 'ПП' },
            })
          case 'act':
            return head.call(addAct, {
              params: on,
              body: { assignmentId: contractId, number: 'А', date: paidOn, amount },
            })
          case 'accept':
            return officer.call(acceptAct, { params: { ...on, itemId: pick(await acts())?.id ?? 'none' } })
          case 'payAct':
            return accountant.call(addPayment, {
              params: on,
              body: {
                assignmentId: contractId,
                actId: pick(await acts())?.id ?? caseId,
                amount: Math.ceil(amount / 3),
                paidOn,
                document: 'ПП',
              },
            })
          case 'refund':
            return accountant.call(refundPayment, {
              params: { ...on, itemId: await payment() },
              body: { amount: Math.ceil(amount / 5), refundedOn: paidOn, document: 'В' },
            })
          case 'void':
            return head.call(voidPayment, { params: { ...on, itemId: await payment() }, body: { reason: 'Ошибка' } })
          case 'addendum':
            return head.call(addAddendum, {
              params: { ...on, itemId: contractId },
              body: { number: '1', date: paidOn, feeChange: one.amount, reason: 'Ещё' },
            })
          case 'end': {
            if (one.which > 5) return { status: 409 }
            const [contract] = (await head.call(listAssignments, { params: on })).body.items
            return head.call(endAssignment, {
              params: { ...on, itemId: contractId },
              body: {
                endedOn: paidOn,
                reason: 'Окончен',
                feeDue: Math.max(0, Math.max(contract?.paid ?? 0, contract?.accepted ?? 0) + one.amount),
              },
            })
          }
        }
      }
      // Three at a time, so that some of them meet.
      for (let from = 0; from < deeds.length; from += 3) {
        const some = deeds.slice(from, from + 3)
        const answers = await Promise.all(some.map(act))
        answers.forEach(({ status }, i) => {
          if (status < 300) done.set(some[i]?.do ?? '', (done.get(some[i]?.do ?? '') ?? 0) + 1)
          if (status >= 500) strange.push(`run ${run}: ${JSON.stringify(some[i])} is ${status}`)
        })
        for (const difference of await differences(db, caseId))
          strange.push(`run ${run}, deed ${from}: ${JSON.stringify(difference)}`)
      }
    }
    expect(strange).toEqual([])
    // What is tried goes deep: each of the deeds succeeded somewhere.
    expect([...done.keys()].toSorted()).toEqual([
      'accept',
      'act',
      'addendum',
      'advance',
      'allot',
      'end',
      'fee',
      'payAct',
      'refund',
      'void',
    ])
  },
)
