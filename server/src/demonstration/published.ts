import type { AppealLevel } from '@qorgan/shared/effects'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { type AidList, payAid, planAid } from './aid.ts'
import { type UnitCell, stepOf } from './cells.ts'
import { answerClaim, winClaim } from './claims.ts'
import type { Draft } from './draft.ts'
import type { CasesOfUnit } from './medadvokat/docket.ts'
import { splitMoney } from './money.ts'
import type { Random } from './random.ts'
import { receiptDays } from './receipts.ts'
import type { Setting } from './setting.ts'
import { type VoucherList, issueVouchers, planVouchers } from './vouchers.ts'

/** Part of the appeals of 2021 that primary organisations received; the years after count none of theirs. */
const atOrganisations: Record<AppealCategory, number> = {
  pay: 0.5,
  labour_protection: 0.4,
  legal: 0.3,
  sanatorium: 0.12,
  material_aid: 0.5,
}

/** Entries that still wait for a second person, after years. */
const NEVER_CONFIRMED = 0.02

/** What a unit received in one cell of the published report, and what it brought in the same months. */
export function publishedDrafts(setting: Setting, cell: UnitCell, cases: CasesOfUnit): Draft[] {
  const { random, reference } = setting
  const { category, period, count, won, amount } = cell
  const receivedOn = receiptDays(random, reference.calendar, category, period.from, period.to)
  const level = (): AppealLevel => {
    if (setting.isCouncil) return 'council'
    return period.key === '2021' && random.chance(atOrganisations[category]) ? 'primary_organisation' : 'branch'
  }
  const given = (months?: readonly number[]) => ({
    receivedOn: receivedOn(months),
    level: level(),
    last: period.to,
    isConfirmed: !random.chance(NEVER_CONFIRMED),
  })
  const drafts: Draft[] = []
  if (category === 'sanatorium') {
    const lists = sizes(random, won, 0.94).map((people) => planVouchers(random, people))
    pricesOf(random, amount, lists, category).forEach((discount, i) =>
      drafts.push(...issueVouchers(setting, { ...given(lists[i]!.texts.months), list: lists[i]!, discount })),
    )
  } else if (category === 'material_aid') {
    const inLists = Number(period.key.slice(0, 4)) <= 2022 ? 0.7 : 0.35
    const lists = sizes(random, won, inLists).map((people) => planAid(random, people))
    pricesOf(random, amount, lists, category).forEach((sum, i) =>
      drafts.push(...payAid(setting, { ...given(lists[i]!.texts.months), list: lists[i]!, amount: sum })),
    )
  } else {
    for (const { people, amount: sum } of cell.collective)
      drafts.push(winClaim(setting, { ...given(), category, level: 'branch', amount: sum, people, isConfirmed: true }))
    const single = Array.from({ length: won }, () => {
      const people = random.chance(0.08) ? random.int(4, 22) : 1
      // Sums lie far apart: most small, few large.
      return {
        people,
        weight: Math.exp((random.next() + random.next() + random.next() - 1.5) * 1.3) * Math.sqrt(people),
      }
    })
    const sums =
      single.length === 0
        ? []
        : splitMoney(
            random,
            amount,
            single.map(({ weight }) => ({ people: 1, weight })),
            stepOf(category),
          )
    const ofCases = category === 'legal' ? cases.published(period.key) : []
    const toWin = ofCases.filter(({ isWon }) => isWon)
    sums.forEach((sum, i) => {
      const its = given()
      const people = single[i]!.people
      const byCase = people === 1 ? toWin.pop() : undefined
      drafts.push(
        byCase?.appeal(setting, { amount: sum, isConfirmed: its.isConfirmed }) ??
          winClaim(setting, { ...its, category, amount: sum, people }),
      )
    })
    for (const it of ofCases) if (!it.isTold()) drafts.push(it.appeal(setting))
  }
  while (drafts.length < count) drafts.push(answerClaim(setting, { category, ...given() }))
  return drafts
}

/** Lists of 5 to 60 people, and people alone; always one alone, who takes the odd tenge. */
function sizes(random: Random, people: number, inLists: number): number[] {
  const result: number[] = []
  let left = people
  while (left > 0) {
    const size =
      left > 6 && random.chance(inLists * 0.35) ? Math.min(random.int(5, random.chance(0.3) ? 60 : 22), left - 1) : 1
    result.push(size)
    left -= size
  }
  return result
}

function pricesOf(
  random: Random,
  amount: number,
  lists: readonly (VoucherList | AidList)[],
  category: AppealCategory,
): number[] {
  return lists.length === 0 ? [] : splitMoney(random, amount, lists, stepOf(category))
}
