import { createFileRoute } from '@tanstack/react-router'
import { AppealPage } from '../../../appeals/AppealPage.tsx'
import { appealQueries } from '../../../appeals/queries.ts'

export const Route = createFileRoute('/_app/appeals/$appealId')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(appealQueries.detail(params.appealId)),
  component: AppealPage,
})
