import { addDays, yearOf } from '@qorgan/shared/dates'
import { CaseAttention } from '@qorgan/shared/legal-cases'
import { beforeAll, describe, expect, test } from 'vitest'
import { generated } from '../rows.fixture.ts'
import { attentionOf, faultsOfCase } from './case-faults.fixture.ts'
import { moneyOf, wholeCases } from './case-rows.fixture.ts'

describe.each(['2026-01-01', '2026-11-22', '2027-12-31'])('loaded on %s', (today) => {
  let its: ReturnType<typeof generated>
  let cases: ReturnType<typeof wholeCases>
  beforeAll(() => {
    its = generated(today)
    cases = wholeCases(its)
  }, 60_000)
  const isHelped = ({ row }: (typeof cases)[number]) =>
    row.decision === 'fund' && row.decidedOn! >= '2021-11-01' && row.decidedOn! <= '2024-09-30'

  test('the published figures: 98 people in 78 cases, 22 390 000 tenge, nothing before November 2021', () => {
    const helped = cases.filter(isHelped)
    const kinds = Object.fromEntries(
      [...Map.groupBy(helped, ({ row }) => row.kind)].map(([kind, all]) => [kind, all.length]),
    )
    expect(kinds).toEqual({ criminal: 13, administrative: 14, civil: 51 })
    expect(new Set(helped.flatMap(({ memberIds }) => memberIds)).size).toBe(98)
    const within = its.caseAllotments.filter(
      ({ approvedAt, decidedOn }) => approvedAt !== null && decidedOn <= '2024-09-30',
    )
    expect(within.reduce((sum, { amount }) => sum + amount, 0)).toBe(22_390_000)
    expect(cases.filter(({ row }) => row.openedOn < '2021-11-01')).toEqual([])
    expect(cases.filter((it) => it.row.openedOn <= '2024-09-30' && !isHelped(it))).toEqual([])
    expect(helped.filter(({ row }) => row.repeatOfId !== null)).toHaveLength(1)
  })

  test('every case could have been led by people, and its money reconciles', () => {
    const lawyers = new Map(its.lawyers.map((it) => [it.id, it]))
    const branchIds = new Map(its.members.map(({ id, branchId }) => [id, branchId]))
    const appeals = new Map(its.appeals.map((it) => [it.id, it]))
    const { calendar } = its.reference
    const faults = cases.flatMap((it) =>
      faultsOfCase(it, { calendar, today, lawyers, branchIds, appeal: appeals.get(it.row.appealId)! }),
    )
    expect(faults).toEqual([])
    expect(new Set(cases.map(({ row }) => row.appealId)).size).toBe(cases.length)
  })

  test('numbers are gapless in each year, in the order of opening, and go on from the last', () => {
    for (const [year, of] of Map.groupBy(cases, ({ row }) => row.numberYear)) {
      const inOrder = of.map(({ row }) => row).toSorted((a, b) => a.numberSeq - b.numberSeq)
      expect(inOrder.map(({ number }) => number)).toEqual(
        of.map((_, i) => `MA-${year}-${String(i + 1).padStart(5, '0')}`),
      )
      expect(inOrder.map(({ openedOn }) => yearOf(openedOn))).toEqual(of.map(() => year))
      expect(inOrder.map(({ openedOn }) => openedOn)).toEqual(inOrder.map(({ openedOn }) => openedOn).toSorted())
      expect(its.legalCaseNumbers.find((it) => it.year === year)?.lastNumber).toBe(of.length)
    }
  })

  test('live cases are in every state, and both accounts of counsel have some', () => {
    const attention = new Set(cases.flatMap((it) => attentionOf(it, today)))
    expect(CaseAttention.options.filter((what) => !attention.has(what))).toEqual([])
    expect(new Set(cases.map(({ row }) => row.status)).size).toBe(4)
    expect(cases.some(({ row, readers }) => row.restricted && readers > 0)).toBe(true)
    expect(cases.some(({ row }) => row.closedOn !== null && row.closedOn >= addDays(today, -14))).toBe(true)
    for (const { id } of its.lawyers.filter(({ userId }) => userId !== null)) {
      const own = cases.filter(({ contracts }) =>
        contracts.some(({ lawyerId, endedOn }) => lawyerId === id && endedOn === null),
      )
      expect(own.length).toBeGreaterThan(5)
      expect(own.filter(({ row }) => row.status === 'active').length).toBeGreaterThan(2)
    }
    expect(its.lawyers.filter(({ contractUntil, active }) => active && contractUntil < today)).toHaveLength(1)
    expect(its.lawyers.filter(({ active }) => !active)).toHaveLength(1)
    expect(its.privilegedNotes.length).toBeGreaterThan(2)
  })

  test('contracts end early, payments are voided and come back, appeals became cases', () => {
    expect(its.caseAssignments.filter(({ endedOn }) => endedOn !== null).length).toBeGreaterThan(2)
    expect(its.caseAddenda.length).toBeGreaterThan(20)
    expect(its.casePayments.filter(({ voidedAt }) => voidedAt !== null).length).toBeGreaterThan(1)
    expect(its.casePayments.filter(({ advance }) => advance).length).toBeGreaterThan(5)
    expect(new Set(its.casePayments.map(({ purpose }) => purpose))).toEqual(
      new Set([null, 'state_fee', 'expertise', 'travel']),
    )
    expect(its.caseRefunds.length).toBeGreaterThan(1)
    const ofCases = new Set(cases.map(({ row }) => row.appealId))
    expect(
      its.effects.filter(({ appealId, stage }) => ofCases.has(appealId) && stage === 'received').length,
    ).toBeGreaterThan(15)
    expect(cases.every((it) => moneyOf(it).allotted >= moneyOf(it).paid)).toBe(true)
  })
})
