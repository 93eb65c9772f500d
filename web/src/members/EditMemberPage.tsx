import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { MemberEditor } from './MemberEditor.tsx'
import { memberQueries } from './queries.ts'

const route = getRouteApi('/_app/members/$memberId_/edit')

export function EditMemberPage() {
  const { memberId } = route.useParams()
  return <MemberEditor member={useSuspenseQuery(memberQueries.detail(memberId)).data} />
}
