import { MemberEditor } from './MemberEditor.tsx'

export function NewMemberPage() {
  return <MemberEditor />
}
