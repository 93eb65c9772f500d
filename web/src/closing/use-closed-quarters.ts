import { listClosedPeriods } from '@qorgan/shared/closing'
import type { Day } from '@qorgan/shared/dates'
import type { AppealLevel } from '@qorgan/shared/effects'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { today } from '../i18n/format.ts'
import { api } from '../platform/api.ts'

const closedPeriods = queryOptions({
  queryKey: ['closing', 'closed-periods'] as const,
  queryFn: ({ signal }) => api(listClosedPeriods, {}, signal),
  staleTime: 600_000,
})

const quarterOf = (day: Day) => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** The closed quarters that would count records of these days. Asked for only where a day lies before the present quarter. */
export function useClosedQuarters(days: readonly (Day | null)[], level?: AppealLevel | null): string[] {
  const past = days.flatMap((day) => (day && quarterOf(day) < quarterOf(today()) ? [quarterOf(day)] : []))
  const closed = useQuery({ ...closedPeriods, enabled: past.length > 0 }).data?.items ?? []
  return past.filter((key) => closed.some((one) => one.key === key && (!level || one.levels.includes(level))))
}
