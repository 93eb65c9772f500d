import { Link } from '@tanstack/react-router'
import type { CaseSearch } from '../../legal-cases/search.ts'
import { Figure } from './Figure.tsx'

/** A number of people or cases; one that is shown and not zero opens its list. */
export function CasesLink({ search, value }: { search: CaseSearch; value: number | null }) {
  const figure = <Figure value={value} />
  if (!value) return figure
  return (
    <Link to="/cases" search={search}>
      {figure}
    </Link>
  )
}
