import type { Day } from '@qorgan/shared/dates'
import type { Lawyer } from '@qorgan/shared/lawyers'
import { fold } from '../platform/fold.ts'
import type { CaseNeeds, LawyerRow } from './queries.ts'

type Fits = NonNullable<Lawyer['fits']>
type Panel = Pick<LawyerRow, 'regions' | 'specialisations' | 'contractUntil'>

/** How counsel suit a case. A case of the council has no region, and one of another kind names no field: those suit everybody. */
export function fitsOf(lawyer: Panel, needs: CaseNeeds, today: Day): Fits {
  return {
    region: needs.regions.length === 0 || lawyer.regions.some((code) => needs.regions.includes(code)),
    specialisation: needs.kind === 'other' || lawyer.specialisations.some((own) => isWanted(fold(own), needs)),
    contract: lawyer.contractUntil === null || lawyer.contractUntil >= today,
  }
}

function isWanted(own: string, { kind, stage, isLabourDispute, topics }: CaseNeeds): boolean {
  if (own === kind) return true
  if (own === 'labour') return isLabourDispute
  if (own === 'enforcement') return stage === 'enforcement'
  return topics.some((topic) => topic.includes(own))
}

/** Who can be engaged first, then who suits the case, then who is least loaded; names keep the order that they came in. */
export function byChoice(needs: CaseNeeds, today: Day) {
  const place = (row: LawyerRow) => {
    const { region, specialisation, contract } = fitsOf(row, needs, today)
    const isFree = row.active && contract && !needs.blocked.includes(row.id)
    return [isFree ? 0 : 1, 2 - Number(region) - Number(specialisation), row.activeCases, row.feesCommitted]
  }
  return (one: LawyerRow, other: LawyerRow): number => {
    const [first, second] = [place(one), place(other)]
    const at = first.findIndex((value, index) => value !== second[index])
    return at === -1 ? 0 : (first[at] ?? 0) - (second[at] ?? 0)
  }
}
