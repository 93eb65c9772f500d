import { Id } from '@qorgan/shared/fields'
import { createFileRoute } from '@tanstack/react-router'
import { NewCasePage } from '../../../legal-cases/NewCasePage.tsx'
import { searchOf } from '../../../platform/search-params.ts'

export const Route = createFileRoute('/_app/cases/new')({
  validateSearch: searchOf({ memberId: Id }),
  component: NewCasePage,
})
