import type { Day } from '@qorgan/shared/dates'
import type { AppealCategory } from '@qorgan/shared/organisation'
import congressReport from './data/congress-report.json' with { type: 'json' }
import { branchPlaces } from './data/places.ts'
import { shareOut } from './money.ts'
import { seededRandom } from './random.ts'
import type { Reference, Unit } from './reference.ts'

export interface Period {
  key: string
  from: Day
  to: Day
}
/** One figure of the published report. */
export interface Cell {
  category: AppealCategory
  period: Period
  count: number
  amount: number
}
/** A unit's part of a cell: how many appeals it received, how many of them brought something, and how much in all. */
export interface UnitCell extends Cell {
  won: number
  collective: CollectiveCase[]
}

/** Few large cases of whole collectives make the sums of 2021 and 2022. */
export interface CollectiveCase {
  period: string
  unit: string
  people: number
  amount: number
}
const collectiveCases: CollectiveCase[] = [
  { period: '2021', unit: 'karaganda', people: 412, amount: 64_300_000 },
  { period: '2021', unit: 'karaganda', people: 365, amount: 48_750_000 },
  { period: '2021', unit: 'karaganda', people: 188, amount: 22_400_000 },
  { period: '2021', unit: 'pavlodar', people: 240, amount: 31_200_000 },
  { period: '2021', unit: 'east-kazakhstan', people: 205, amount: 27_600_000 },
  { period: '2021', unit: 'turkistan', people: 198, amount: 24_150_000 },
  { period: '2021', unit: 'astana', people: 120, amount: 18_900_000 },
  { period: '2021', unit: 'almaty', people: 96, amount: 15_600_000 },
  { period: '2022', unit: 'karaganda', people: 165, amount: 21_800_000 },
  { period: '2022', unit: 'kostanay', people: 150, amount: 19_500_000 },
]

/** Share of the appeals that brought something, the least that one brings, and the council's own part in per cent. */
const habits: Record<AppealCategory, { won: number; least: number; step: number; council: number }> = {
  pay: { won: 0.5, least: 14_000, step: 100, council: 5 },
  labour_protection: { won: 0.3, least: 18_000, step: 500, council: 5 },
  legal: { won: 0.28, least: 24_000, step: 1000, council: 9 },
  sanatorium: { won: 0.96, least: 0, step: 500, council: 2 },
  material_aid: { won: 0.95, least: 0, step: 500, council: 2 },
}
export const stepOf = (category: AppealCategory): number => habits[category].step

export const publishedCells = (): Cell[] =>
  congressReport.appeals.rows.flatMap((row) =>
    congressReport.appeals.periods.map(({ key, from, to }) => {
      const [count = 0, amount = 0] = row.cells[key as keyof typeof row.cells]
      return { category: row.category as AppealCategory, period: { key, from, to }, count, amount }
    }),
  )

/** Every published cell over the council and the branches, exact in count and tenge. */
export function cellsOfUnits({ council, branches }: Reference): Map<Unit, UnitCell[]> {
  const units = [council, ...branches]
  const result = new Map<Unit, UnitCell[]>(units.map((unit) => [unit, []]))
  for (const cell of publishedCells())
    shareCell(cell, units, council).forEach((part, i) => result.get(units[i]!)!.push(part))
  return result
}

function shareCell(cell: Cell, units: readonly Unit[], council: Unit): UnitCell[] {
  const random = seededRandom(`cell:${cell.category}:${cell.period.key}`)
  const { won, least, step, council: ofCouncil } = habits[cell.category]
  const weights = units.map((unit) => {
    if (unit === council) return ofCouncil
    const share = branchPlaces[unit.code]?.appeals ?? 3
    return share > 20 ? share : share * (0.8 + random.next() * 0.4)
  })
  const counts = shareOut(cell.count, weights)
  const collective = units.map((unit) =>
    cell.category === 'pay'
      ? collectiveCases.filter((it) => it.period === cell.period.key && it.unit === unit.code)
      : [],
  )
  const inCollective = collective.flat().reduce((sum, { amount }) => sum + amount, 0)
  const rest = cell.amount - inCollective
  const most = least === 0 ? cell.count : Math.floor(rest / least)
  const wins = cell.amount === 0 ? counts.map(() => 0) : shareOut(Math.min(Math.round(cell.count * won), most), counts)
  const isOdd = rest % step
  const steps = shareOut(
    (rest - isOdd) / step,
    wins.map((it) => it * (0.85 + random.next() * 0.3)),
  )
  const largest = steps.indexOf(Math.max(...steps))
  return units.map((_, i) => ({
    ...cell,
    count: counts[i]!,
    won: wins[i]!,
    amount: steps[i]! * step + (i === largest ? isOdd : 0),
    collective: collective[i]!,
  }))
}
