import type { Day } from '@qorgan/shared/dates'
import type { LegalCaseKind } from '@qorgan/shared/legal-cases'
import type { UnitCell } from '../cells.ts'
import { branchPlaces } from '../data/places.ts'
import { type Random, seededRandom } from '../random.ts'
import { receiptDays } from '../receipts.ts'
import type { Reference, Unit } from '../reference.ts'
import { type Matter, matters } from './matter.ts'
import type { Turn } from './outline.ts'

/** Which cases the published figures are made of, before anything is told of them. */
export interface Planned {
  unit: Unit
  matter: Matter
  size: number
  receivedOn: Day
  period: string | null
  turn: Turn | null
  /** Not over yet: in its last stage today. */
  isOpen: boolean
  /** The same person again. */
  repeats: Planned | null
}

/** 78 cases by the time of their appeals; the last ones are decided before the end of September 2024. */
const spans: { period: string | null; from: Day; to: Day; cases: number }[] = [
  { period: '2021', from: '2021-11-03', to: '2021-12-20', cases: 4 },
  { period: '2022', from: '2022-01-05', to: '2022-12-20', cases: 21 },
  { period: '2023', from: '2023-01-05', to: '2023-12-20', cases: 28 },
  { period: '2024H1', from: '2024-01-05', to: '2024-06-28', cases: 16 },
  { period: null, from: '2024-07-01', to: '2024-08-30', cases: 9 },
]
/** How many people each case of a kind defends: 98 in all, and one of them twice. */
const sizes: Record<'criminal' | 'administrative' | 'civil', number[]> = {
  criminal: [2, 2, ...ones(11)],
  administrative: [2, ...ones(13)],
  civil: [5, 4, 3, 3, 2, 2, 2, 2, 2, 2, 2, ...ones(40)],
}
function ones(count: number): number[] {
  return Array.from({ length: count }, () => 1)
}
const turns: Turn[] = [
  'changes_counsel',
  'changes_counsel',
  'pays_back',
  'paid_twice',
  'paid_twice',
  'returns_expertise',
  'waived',
  'waived',
  'waived',
]
/** Four are not over: they went on to cassation, or to the bailiff. */
const stillOpen = ['criminal', 'administrative', 'civil', 'civil'] as const

export function publishedPlan(reference: Reference, cells: ReadonlyMap<Unit, readonly UnitCell[]>): Planned[] {
  const random = seededRandom('medadvokat')
  const kinds = random.shuffled(
    (Object.keys(sizes) as (keyof typeof sizes)[]).flatMap((kind) => sizes[kind].map(() => kind)),
  )
  const left = {
    criminal: random.shuffled(sizes.criminal),
    administrative: random.shuffled(sizes.administrative),
    civil: random.shuffled(sizes.civil),
  }
  const plan = spans.flatMap(({ period, from, to, cases }) => {
    const day = receiptDays(random, reference.calendar, 'legal', from, to)
    const room = roomOf(reference.branches, cells, period)
    const days = Array.from({ length: cases }, () => day()).toSorted()
    return days.map((receivedOn): Planned => {
      const kind = kinds.pop()!
      const size = left[kind].pop()!
      const unit = random.weighted(
        reference.branches.filter((it) => room.get(it)! > 0),
        shareOf,
      )
      room.set(unit, room.get(unit)! - 1)
      return {
        unit,
        matter: aMatter(random, kind, size),
        size,
        receivedOn,
        period,
        turn: null,
        isOpen: false,
        repeats: null,
      }
    })
  })
  turns.forEach((turn, i) => {
    plan[6 + i * 7]!.turn = turn
  })
  for (const kind of stillOpen)
    plan.findLast((it) => it.matter.kind === kind && it.turn === null && !it.isOpen)!.isOpen = true
  repeat(plan)
  return plan
}

/** As many as the branch received legal appeals of its own that brought nothing: the cell stays what was published. */
function roomOf(
  branches: readonly Unit[],
  cells: ReadonlyMap<Unit, readonly UnitCell[]>,
  period: string | null,
): Map<Unit, number> {
  return new Map(
    branches.map((unit) => {
      const cell = cells.get(unit)?.find((it) => it.category === 'legal' && it.period.key === period)
      return [unit, period === null ? 2 : cell ? cell.count - cell.won : 0]
    }),
  )
}
const shareOf = ({ code }: Unit) => (branchPlaces[code]?.appeals ?? 3) ** 0.8

export function aMatter(random: Random, kind: LegalCaseKind, size: number): Matter {
  return random.weighted(
    matters.filter((it) => it.kind === kind && it.most >= size),
    ({ weight }) => weight,
  )
}

/** Somebody who was defended once comes again: one person, two cases. */
function repeat(plan: readonly Planned[]): void {
  const again = plan.findLast(
    (it) => it.period === '2024H1' && it.matter.dispute && it.size === 1 && plan.some((first) => isBefore(first, it)),
  )
  if (!again) throw new Error('nobody comes again')
  again.repeats = plan.find((first) => isBefore(first, again))!
}
const isBefore = (first: Planned, again: Planned) =>
  first.unit === again.unit &&
  first.matter.dispute !== undefined &&
  first.size === 1 &&
  first.period !== null &&
  first.period < '2024'
