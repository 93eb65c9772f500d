import { createFileRoute } from '@tanstack/react-router'
import { EditCasePage } from '../../../legal-cases/EditCasePage.tsx'
import { caseQueries } from '../../../legal-cases/queries.ts'

export const Route = createFileRoute('/_app/cases/$caseId_/edit')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(caseQueries.detail(params.caseId)),
  component: EditCasePage,
})
