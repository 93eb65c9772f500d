import { createFileRoute } from '@tanstack/react-router'
import { ruleQueries } from '../../legal-terms/queries.ts'
import { RulesPage } from '../../legal-terms/RulesPage.tsx'

export const Route = createFileRoute('/_app/deadline-rules')({
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(ruleQueries.all)
  },
  component: RulesPage,
})
