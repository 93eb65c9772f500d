import { createFileRoute } from '@tanstack/react-router'
import { EditAppealPage } from '../../../appeals/EditAppealPage.tsx'
import { appealQueries } from '../../../appeals/queries.ts'

export const Route = createFileRoute('/_app/appeals/$appealId_/edit')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(appealQueries.detail(params.appealId)),
  component: EditAppealPage,
})
