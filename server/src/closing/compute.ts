import type { Reader } from '../platform/db/index.ts'
import { findContext, perThousand } from './context.ts'
import { findCorrections, withRecords } from './corrections.ts'
import { type FiguresOfUnit, findQuarterFigures } from './figures.ts'
import type { Quarter } from './quarters.ts'
import { findRecords } from './records.ts'
import {
  type BranchSnapshot,
  canonical,
  type Comparison,
  type Correction,
  type Figures,
  type Records,
} from './snapshot.ts'

/** What stands beside the text of a report. */
export interface Overview {
  figures: Figures
  comparison: Comparison
  corrections: Correction[]
}
export type Computed = Pick<BranchSnapshot, 'figures' | 'corrections' | 'records' | 'comparison'>

export async function findOverviews(
  db: Reader,
  quarter: Quarter,
  unitIds: readonly string[],
): Promise<Map<string, Overview>> {
  const figures = await findQuarterFigures(db, quarter, unitIds)
  const contexts = await findContext(db, { ...quarter, levels: levelsIn(figures) }, unitIds)
  const corrections = await findCorrections(db, quarter, unitIds)
  return new Map(
    [...figures].map(([unitId, { current, previous, yearAgo, yearToDate }]) => {
      const context = contexts.get(unitId) ?? { members: 0, topics: [], employers: [] }
      return [
        unitId,
        {
          figures: current,
          comparison: {
            previous,
            yearAgo,
            yearToDate,
            ...context,
            perThousand: perThousand(current.totals.count, context.members),
          },
          corrections: corrections.get(unitId) ?? [],
        },
      ]
    }),
  )
}

/**
 * The quarter of these units, whole: meant for a transaction that sees one moment. That the records add up to the kept figures is found out
 * here, before anything is frozen.
 */
export async function computeReports(
  db: Reader,
  quarter: Quarter,
  unitIds: readonly string[],
): Promise<Map<string, Computed>> {
  const overviews = await findOverviews(db, quarter, unitIds)
  const records = await findRecords(db, { ...quarter, levels: levelsIn(overviews) }, unitIds)
  const corrections = await withRecords(
    db,
    new Map([...overviews].map(([unitId, overview]) => [unitId, overview.corrections])),
  )
  return new Map(
    [...overviews].map(([unitId, { figures, comparison }]) => {
      const own = records.get(unitId) ?? { appeals: [], effects: [] }
      prove(figures, own)
      return [unitId, { figures, comparison, records: own, corrections: corrections.get(unitId) ?? [] }]
    }),
  )
}

const levelsIn = (units: ReadonlyMap<string, FiguresOfUnit | Overview>) => {
  const [first] = units.values()
  if (!first) return []
  return 'current' in first ? first.current.levels : first.figures.levels
}

/** Kept totals that differ from the records would make a lie that lasts: `pnpm qorgan recount` says where. */
function prove(figures: Figures, { appeals, effects }: Records): void {
  for (const { category, ...amounts } of figures.categories) {
    const own = effects.filter((effect) => effect.category === category)
    const counted = {
      count: appeals.filter((appeal) => appeal.category === category).length,
      effect: own.reduce((sum, { amount }) => sum + amount, 0),
      people: own.reduce((sum, { people }) => sum + people, 0),
      unconfirmed: own.reduce((sum, { amount, confirmed }) => sum + (confirmed ? 0 : amount), 0),
      estimated: own.reduce((sum, { amount, kind }) => sum + (kind === 'legal_fees_saved' ? amount : 0), 0),
    }
    if (canonical(counted) !== canonical(amounts))
      throw new Error(`the kept figures of ${category} differ from the records`)
  }
}

/** What acceptance compares: the figures, what they correct, and the records behind them. */
export const core = ({
  figures,
  corrections,
  records,
}: Pick<Computed, 'figures' | 'corrections' | 'records'>): string => canonical({ figures, corrections, records })
