import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useMay } from '../accounts/may.ts'
import { isWhole } from './use-next-step.ts'

/** What a case's page holds: by what the viewer may read, and by what there can be at this point of the case's life. */
export function useSections(legalCase: LegalCase) {
  const may = useMay()
  const { status, decision, money, effect, counsel, conciliation } = legalCase
  const inspects = may('legalCases:inspect')
  const whole = inspects && isWhole(legalCase)
  const funded = decision?.decision === 'fund' || counsel.length > 0 || (money !== null && money.allotted > 0)
  return {
    about: whole,
    // Before a decision; later only where the dates of a labour dispute go on to move its terms.
    screening:
      whole && may('legalCases:work') && (status === 'screening' || (status !== 'closed' && conciliation !== null)),
    people: inspects,
    counsel: may('caseMoney:own') && funded,
    hearings: whole,
    terms: whole,
    money: may('caseMoney:own') && funded,
    worth: whole && effect !== null && (status !== 'screening' || effect.received > 0),
    files: whole,
    notes: whole && may('privilegedNotes:read'),
    timeline: whole,
  }
}

/** An accountant is told of money, not of hearings; a branch is told of the next one. */
export function useMayKnowHearings(): boolean {
  const may = useMay()
  return may('legalCases:inspect') || may('legalCases:request')
}
