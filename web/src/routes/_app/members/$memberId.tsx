import { createFileRoute } from '@tanstack/react-router'
import { MemberPage } from '../../../members/MemberPage.tsx'
import { memberQueries } from '../../../members/queries.ts'

export const Route = createFileRoute('/_app/members/$memberId')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(memberQueries.detail(params.memberId)),
  component: MemberPage,
})
