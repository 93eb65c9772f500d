import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { caseMoneyQueries } from '../case-money/queries.ts'
import { lawyerQueries } from '../lawyers/queries.ts'
import { nextStep } from './next-step.ts'
import { caseQueries } from './queries.ts'

/** The content of a case, and not only that it is there: see `LegalCase.summary`, which every case has. */
export const isWhole = (legalCase: LegalCase) => legalCase.summary !== null

/** The next step by what this viewer may read; undefined while that is on its way. */
export function useNextStep(legalCase: LegalCase) {
  const may = useMay()
  const { id } = legalCase
  const [now] = useState(() => new Date().toISOString())
  const inspects = may('legalCases:inspect') && isWhole(legalCase)
  const money = may('caseMoney:own')
  const hearings = useQuery({ ...caseQueries.hearings(id), enabled: inspects })
  const terms = useQuery({ ...caseQueries.terms(id), enabled: inspects })
  const checks = useQuery({ ...lawyerQueries.checks(id), enabled: inspects && may('lawyers:read') })
  const allotments = useQuery({ ...caseMoneyQueries.allotments(id), enabled: may('caseMoney:read') })
  const acts = useQuery({ ...caseMoneyQueries.acts(id), enabled: money })
  if ([hearings, terms, checks, allotments, acts].some((query) => query.isLoading)) return undefined
  return nextStep({
    legalCase,
    now,
    hearings: hearings.data,
    terms: terms.data,
    checks: checks.data,
    allotments: allotments.data,
    acts: acts.data,
    isCounsel: money && !may('caseMoney:read'),
  })
}
