import { Id } from '@qorgan/shared/fields'
import { createFileRoute } from '@tanstack/react-router'
import { NewAppealPage } from '../../../appeals/NewAppealPage.tsx'
import { searchOf } from '../../../platform/search-params.ts'

export const Route = createFileRoute('/_app/appeals/new')({
  validateSearch: searchOf({ memberId: Id }),
  component: NewAppealPage,
})
