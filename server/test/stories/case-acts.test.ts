import {
  acceptAct,
  addAct,
  addAddendum,
  addPayment,
  changeAct,
  endAssignment,
  listActs,
  listAssignments,
  listCasePayments,
} from '@qorgan/shared/case-money'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { aUser } from '../factories.ts'
import { type Client, system } from '../harness.ts'
import { aLawyer, anAssignment } from '../legal-factories.ts'
import { fee, kinds, test, work } from '../money-world.ts'

describe('acts', () => {
  test('counsel hand in their own; the legal department accepts; then they stand', async ({ world }) => {
    const { counsel, officer, accountant, on, contractId, legalCase } = await world()
    const id = randomUUID()
    const body = { ...work, id, assignmentId: contractId }
    const made = await counsel.call(addAct, { params: on, body })
    expect(made).toMatchObject({
      status: 201,
      body: { ...body, paid: 0, acceptedBy: null, can: { edit: true, accept: false } },
    })
    expect((await counsel.call(addAct, { params: on, body })).status).toBe(200)
    const item = { params: { ...on, itemId: id } }
    expect((await counsel.call(changeAct, { ...item, version: 1, body: { amount: 70_000 } })).body).toMatchObject({
      amount: 70_000,
      version: 2,
    })
    expect((await counsel.send('POST', `/legal-cases/${on.id}/acts/${id}/accept`)).status).toBe(403)
    const byAct = { assignmentId: contractId, actId: id, amount: 50_000, paidOn: '2026-11-12', document: 'ПП-1' }
    expect((await accountant.call(addPayment, { params: on, body: byAct })).body.code).toBe('act.notAccepted')
    expect((await officer.call(acceptAct, { ...item, version: 2 })).body).toMatchObject({
      can: { edit: false, accept: false },
      version: 3,
    })
    expect((await officer.call(acceptAct, item)).body.code).toBe('act.accepted')
    expect((await counsel.call(changeAct, { ...item, version: 3, body: { amount: 1 } })).body.code).toBe('act.accepted')
    expect((await accountant.call(addPayment, { params: on, body: byAct })).status).toBe(201)
    expect((await accountant.call(addPayment, { params: on, body: { ...byAct, amount: 20_001 } })).body.code).toBe(
      'caseMoney.overAct',
    )
    expect((await accountant.call(addPayment, { params: on, body: { ...byAct, amount: 20_000 } })).status).toBe(201)
    expect((await counsel.call(listActs, { params: on })).body.items).toMatchObject([{ amount: 70_000, paid: 70_000 }])
    expect(await kinds(officer, legalCase)).toEqual(['act_entered', 'act_changed', 'act_accepted', 'paid', 'paid'])
    expect(await kinds(counsel, legalCase)).toEqual([])
  })

  test('are accepted by another person than who entered or last changed them', async ({ world, db }) => {
    const { counsel, officer, head, on, contractId } = await world()
    const { body: made } = await officer.call(addAct, { params: on, body: { ...work, assignmentId: contractId } })
    const item = { params: { ...on, itemId: made.id } }
    const canAccept = async (client: Client) =>
      (await client.call(listActs, { params: on })).body.items.map(({ can }) => can.accept)
    expect(made.can).toEqual({ edit: true, accept: false })
    expect([await canAccept(officer), await canAccept(head)]).toEqual([[false], [true]])
    expect((await officer.call(acceptAct, item)).body.code).toBe('act.ownEntry')
    expect((await head.call(changeAct, { ...item, version: 1, body: { amount: 50_000 } })).status).toBe(200)
    expect([await canAccept(officer), await canAccept(head)]).toEqual([[true], [false]])
    expect((await head.call(acceptAct, item)).body.code).toBe('act.ownEntry')
    // Counsel hand in by changing, too.
    expect((await counsel.call(changeAct, { ...item, version: 2, body: { amount: 40_000 } })).status).toBe(200)
    const accepting = system(db, (tx) =>
      sql`update case_acts set accepted_by = entered_by, accepted_at = now() where id = ${made.id}`.execute(tx),
    )
    await expect(accepting).rejects.toMatchObject({ constraint: 'case_acts_accepted_by_another' })
    expect((await head.call(acceptAct, item)).body).toMatchObject({ amount: 40_000, can: { accept: false } })
  })

  test('that were accepted hold the fee: no addendum and no early end goes below them', async ({ world }) => {
    const { counsel, officer, head, accountant, on, contractId } = await world()
    const hand = async (amount: number) =>
      (await counsel.call(addAct, { params: on, body: { ...work, amount, assignmentId: contractId } })).body.id
    const contract = { params: { ...on, itemId: contractId } }
    const change = (feeChange: number) =>
      head.call(addAddendum, { ...contract, body: { number: '1', date: '2026-11-16', feeChange, reason: 'Меньше' } })
    const end = (feeDue: number) =>
      head.call(endAssignment, { ...contract, body: { endedOn: '2026-11-16', reason: 'Окончен', feeDue } })
    const [first, second] = [await hand(60_000), await hand(40_000)]
    await officer.call(acceptAct, { params: { ...on, itemId: first } })
    expect((await change(-40_001)).body.code).toBe('caseMoney.overAct')
    expect((await end(59_999)).body.code).toBe('caseMoney.overAct')
    expect((await change(-40_000)).body).toMatchObject({ fee: 60_000, accepted: 60_000, paid: 0 })
    // Nobody accepts what the contract no longer holds.
    expect((await officer.call(acceptAct, { params: { ...on, itemId: second } })).body.code).toBe('caseMoney.overAct')
    expect((await end(0)).body.code).toBe('caseMoney.overAct')
    const paid = { assignmentId: contractId, actId: first, amount: 60_000, paidOn: '2026-11-12', document: 'ПП-1' }
    expect((await accountant.call(addPayment, { params: on, body: paid })).status).toBe(201)
    expect((await end(59_999)).body.code).toBe('caseMoney.overAllotment')
    expect((await end(60_000)).body).toMatchObject({ fee: 60_000, endedOn: '2026-11-16' })
  })

  test('of one contract come to no more than its fee', async ({ world }) => {
    const { counsel, officer, on, contractId } = await world()
    const body = { ...work, assignmentId: contractId }
    const { body: made } = await counsel.call(addAct, { params: on, body })
    const over = [{ path: '/amount', code: 'too_big' }]
    expect((await officer.call(addAct, { params: on, body: { ...body, amount: 40_001 } })).body.errors).toMatchObject(
      over,
    )
    const item = { params: { ...on, itemId: made.id } }
    expect(
      (await counsel.call(changeAct, { ...item, version: 1, body: { amount: 100_001 } })).body.errors,
    ).toMatchObject(over)
    expect((await officer.call(addAct, { params: on, body: { ...body, amount: 40_000 } })).status).toBe(201)
    expect(
      (await counsel.call(addAct, { params: on, body: { ...body, date: '2026-11-21' } })).body.errors,
    ).toMatchObject([{ path: '/date', code: 'field.inFuture' }])
  })

  test('counsel see their own contracts, acts and payments, and no others’', async ({ world, db, as }) => {
    const mine = await world()
    const account = await aUser(db, 'lawyer')
    const theirs = await anAssignment(db, mine.legalCase, await aLawyer(db, { user: account }), { fee: 50_000 })
    for (const [assignmentId, document] of [
      [mine.contractId, 'ПП-моё'],
      [theirs.id, 'ПП-чужое'],
    ] as const) {
      await mine.officer.call(addAct, { params: mine.on, body: { ...work, amount: 100, assignmentId } })
      await mine.accountant.call(addPayment, {
        params: mine.on,
        body: { assignmentId, advance: true, amount: 10, paidOn: '2026-11-12', document },
      })
    }
    await mine.accountant.call(addPayment, { params: mine.on, body: fee })
    for (const [client, own] of [
      [mine.counsel, mine.contractId],
      [as(account), theirs.id],
    ] as const) {
      const lists = [
        (await client.call(listAssignments, { params: mine.on })).body.items.map(({ id }) => id),
        (await client.call(listActs, { params: mine.on })).body.items.map(({ assignmentId }) => assignmentId),
        (await client.call(listCasePayments, { params: mine.on })).body.items.map(({ assignmentId }) => assignmentId),
      ]
      expect(lists).toEqual([[own], [own], [own]])
    }
    const foreign = await mine.counsel.call(addAct, { params: mine.on, body: { ...work, assignmentId: theirs.id } })
    expect(foreign.body.errors).toMatchObject([{ path: '/assignmentId', code: 'field.absent' }])
    const [act] = (await as(account).call(listActs, { params: mine.on })).body.items
    const item = { params: { ...mine.on, itemId: act?.id ?? '' } }
    expect((await mine.counsel.call(changeAct, { ...item, version: 1, body: { amount: 1 } })).status).toBe(404)
    for (const path of ['money', 'allotments', 'conflict-checks'])
      expect((await mine.counsel.send('GET', `/legal-cases/${mine.on.id}/${path}`)).status, path).toBe(403)
    const other = await world()
    for (const path of ['acts', 'payments', 'assignments'])
      expect((await mine.counsel.send('GET', `/legal-cases/${other.on.id}/${path}`)).status, path).toBe(404)
    const intoOther = await mine.counsel.call(addAct, {
      params: other.on,
      body: { ...work, assignmentId: mine.contractId },
    })
    expect(intoOther.status).toBe(404)
  })

  test('a contract that has ended closes the case to counsel the day after', async ({ world, clock }) => {
    const { head, counsel, on, contractId } = await world()
    // Beyond the database's own day, by which the policies judge.
    const end = { endedOn: '2036-01-10', reason: 'Окончена', feeDue: 0 }
    await head.call(endAssignment, { params: { ...on, itemId: contractId }, body: end })
    const statuses = async () =>
      Promise.all(
        ['acts', 'payments', 'assignments'].map(
          async (path) => (await counsel.send('GET', `/legal-cases/${on.id}/${path}`)).status,
        ),
      )
    clock.set('2036-01-10')
    expect(await statuses()).toEqual([200, 200, 200])
    clock.set('2036-01-11')
    expect(await statuses()).toEqual([404, 404, 404])
    clock.set('2026-11-20')
  })

  test('wait for money until the contract is paid, an advance counted', async ({ world }) => {
    const { accountant, officer, head, on, contractId } = await world()
    const isWaiting = async () =>
      (await accountant.send('GET', `/legal-cases?attention=act_unpaid&lawyerId=${await lawyerOf()}`)).body.items.length
    const lawyerOf = async () => (await officer.call(listAssignments, { params: on })).body.items[0]?.lawyerId
    const pay = (body: object) =>
      accountant.send('POST', `/legal-cases/${on.id}/payments`, {
        body: { assignmentId: contractId, paidOn: '2026-11-12', document: 'ПП', ...body },
      })
    await pay({ advance: true, amount: 30_000 })
    const body = { ...work, assignmentId: contractId, amount: 100_000 }
    const { body: act } = await officer.call(addAct, { params: on, body })
    expect(await isWaiting()).toBe(0)
    await head.call(acceptAct, { params: { ...on, itemId: act.id } })
    expect(await isWaiting()).toBe(1)
    expect((await pay({ actId: act.id, amount: 70_001 })).body.code).toBe('caseMoney.overAllotment')
    expect((await pay({ actId: act.id, amount: 70_000 })).status).toBe(201)
    expect(await isWaiting()).toBe(0)
  })
})
