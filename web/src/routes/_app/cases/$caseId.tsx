import { createFileRoute } from '@tanstack/react-router'
import { CasePage } from '../../../legal-cases/CasePage.tsx'
import { caseQueries } from '../../../legal-cases/queries.ts'

export const Route = createFileRoute('/_app/cases/$caseId')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(caseQueries.detail(params.caseId)),
  component: CasePage,
})
