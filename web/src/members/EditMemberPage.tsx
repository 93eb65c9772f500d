import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { MemberEditor } from './MemberEditor.tsx'
import { memberQueries } from './queries.ts'

export function EditMemberPage() {
  const { memberId } = getRouteApi('/_app/members/$memberId_/edit').useParams()
  return <MemberEditor member={useSuspenseQuery(memberQueries.detail(memberId)).data} />
}
