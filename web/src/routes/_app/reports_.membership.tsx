import { createFileRoute } from '@tanstack/react-router'
import { MembershipPage } from '../../reports/membership/MembershipPage.tsx'
import { membershipSearch } from '../../reports/membership/search.ts'

export const Route = createFileRoute('/_app/reports_/membership')({
  validateSearch: membershipSearch,
  component: MembershipPage,
})
