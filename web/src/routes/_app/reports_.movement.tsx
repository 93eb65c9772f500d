import { createFileRoute } from '@tanstack/react-router'
import { MovementPage } from '../../reports/movement/MovementPage.tsx'
import { movementSearch } from '../../reports/movement/search.ts'
import { reportQueries } from '../../reports/queries.ts'

export const Route = createFileRoute('/_app/reports_/movement')({
  validateSearch: movementSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(reportQueries.movement(deps))
  },
  component: MovementPage,
})
