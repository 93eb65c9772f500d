import {
  addAct,
  addAllotment,
  addAssignment,
  addPayment,
  changeAct,
  changeAllotment,
  changeAssignment,
  changePayment,
} from '@qorgan/shared/case-money'
import { addHearing } from '@qorgan/shared/hearings'
import { addCaseDeadline, doneCaseDeadline } from '@qorgan/shared/legal-terms'
import {
  changeLegalCase,
  closeLegalCase,
  decideLegalCase,
  openLegalCase,
  reopenLegalCase,
} from '@qorgan/shared/legal-cases'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { aBranch, aMember } from '../factories.ts'
import { test, work } from '../money-world.ts'

const faults = ({ status, body }: { status: number; body: { code?: string; errors?: object[] | undefined } }) =>
  status === 422
    ? (body.errors ?? []).map((error) => `${Reflect.get(error, 'path')} ${Reflect.get(error, 'code')}`).join()
    : (body.code ?? status)

describe('the day of opening', () => {
  test('is corrected as long as nothing of the case was before it', async ({ world, db }) => {
    const { head } = await world()
    const opened = await head.call(openLegalCase, {
      body: {
        kind: 'civil',
        members: [{ memberId: (await aMember(db, await aBranch(db))).id, role: 'plaintiff' }],
        summary: 'Спор',
        openedOn: '2026-10-01',
      },
    })
    const at = { params: { id: opened.body.id } }
    let { version } = opened.body
    const moved = async (openedOn: string) => {
      const answer = await head.call(changeLegalCase, { ...at, version, body: { openedOn } })
      if (answer.status === 200) ({ version } = answer.body)
      return faults(answer)
    }
    expect(await moved('2026-10-05')).toBe(200)
    // Its number says the year.
    expect(await moved('2025-12-31')).toBe('legalCase.numberedInYear')
    // Half past midnight of the 21st in Almaty.
    await head.call(addHearing, {
      ...at,
      body: { startsAt: '2026-10-20T19:30:00Z', court: 'Суд', stage: 'first_instance' },
    })
    expect(await moved('2026-10-21')).toBe(200)
    expect(await moved('2026-10-22')).toBe('/openedOn field.reversed')
    expect(await moved('2026-10-01')).toBe(200)
    const decided = await head.call(decideLegalCase, {
      ...at,
      version,
      body: { decision: 'fund', decidedOn: '2026-10-08' },
    })
    ;({ version } = decided.body)
    expect(await moved('2026-10-09')).toBe('/openedOn field.reversed')
    expect(await moved('2026-10-08')).toBe(200)
  })

  test('comes before every paper of the case', async ({ world }) => {
    // Opened on 2 March, the contract of 10 March.
    const { head, on, contractId } = await world()
    const asked = { amount: 1, stage: 'appeal', decisionNumber: '1', decidedOn: '2026-03-01' } as const
    expect(faults(await head.call(addAllotment, { params: on, body: asked }))).toBe('/decidedOn field.beforeOpening')
    const made = await head.call(addAllotment, { params: on, body: { ...asked, decidedOn: '2026-03-02' } })
    const allotment = { params: { ...on, itemId: made.body.id }, version: 1 }
    expect(faults(await head.call(changeAllotment, { ...allotment, body: { decidedOn: '2026-03-01' } }))).toBe(
      '/decidedOn field.beforeOpening',
    )
    const contract = {
      lawyerId: randomUUID(),
      conflictCheckId: randomUUID(),
      contractNumber: '1',
      contractDate: '2026-03-01',
      fee: 1,
      stage: 'appeal',
    } as const
    expect(faults(await head.call(addAssignment, { params: on, body: contract }))).toBe(
      '/contractDate field.beforeOpening',
    )
    const signed = { params: { ...on, itemId: contractId }, version: 1 }
    expect(faults(await head.call(changeAssignment, { ...signed, body: { contractDate: '2026-03-01' } }))).toBe(
      '/contractDate field.beforeOpening',
    )
  })
})

test('nothing is done or paid under a contract before it was signed', async ({ world }) => {
  const { head, accountant, on, contractId } = await world()
  const act = { ...work, assignmentId: contractId }
  expect(faults(await head.call(addAct, { params: on, body: { ...act, date: '2026-03-09' } }))).toBe(
    '/date field.reversed',
  )
  const done = await head.call(addAct, { params: on, body: act })
  const item = { params: { ...on, itemId: done.body.id }, version: 1 }
  expect(faults(await head.call(changeAct, { ...item, body: { date: '2026-03-09' } }))).toBe('/date field.reversed')
  const advance = { assignmentId: contractId, advance: true, amount: 10, paidOn: '2026-03-09', document: 'ПП-1' }
  expect(faults(await accountant.call(addPayment, { params: on, body: advance }))).toBe('/paidOn field.reversed')
  const paid = await accountant.call(addPayment, { params: on, body: { ...advance, paidOn: '2026-03-20' } })
  const payment = { params: { ...on, itemId: paid.body.id }, version: 1 }
  expect(faults(await accountant.call(changePayment, { ...payment, body: { paidOn: '2026-03-09' } }))).toBe(
    '/paidOn field.reversed',
  )
  const contract = { params: { ...on, itemId: contractId }, version: 1 }
  expect(faults(await head.call(changeAssignment, { ...contract, body: { contractDate: '2026-03-21' } }))).toBe(
    '/contractDate field.reversed',
  )
  expect((await head.call(changeAssignment, { ...contract, body: { contractDate: '2026-03-20' } })).status).toBe(200)
})

test('a term is not met before its event', async ({ world }) => {
  const { head, on } = await world()
  const set = await head.call(addCaseDeadline, {
    params: on,
    body: { ruleKey: 'civil.appeal', eventDate: '2026-11-10' },
  })
  const item = { params: { ...on, itemId: set.body.id } }
  expect(faults(await head.call(doneCaseDeadline, { ...item, body: { doneOn: '2026-11-09' } }))).toBe(
    '/doneOn field.reversed',
  )
  expect((await head.call(doneCaseDeadline, { ...item, body: { doneOn: '2026-11-10' } })).status).toBe(200)
})

test('a case that is opened again has no ending', async ({ world }) => {
  const { head, on } = await world()
  const closed = await head.call(closeLegalCase, {
    params: on,
    version: 1,
    body: { outcome: 'lost', closedOn: '2026-11-20', summary: 'Отказано' },
  })
  expect(closed.body).toMatchObject({ closingSummary: 'Отказано' })
  const again = await head.call(reopenLegalCase, { params: on, version: 2, body: { reason: 'Апелляция' } })
  expect(again.body).toMatchObject({ outcome: null, closedOn: null, closingSummary: null })
})
