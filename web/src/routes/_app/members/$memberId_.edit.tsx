import { createFileRoute } from '@tanstack/react-router'
import { EditMemberPage } from '../../../members/EditMemberPage.tsx'
import { memberQueries } from '../../../members/queries.ts'

export const Route = createFileRoute('/_app/members/$memberId_/edit')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(memberQueries.detail(params.memberId)),
  component: EditMemberPage,
})
