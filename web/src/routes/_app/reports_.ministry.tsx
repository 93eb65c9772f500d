import { createFileRoute } from '@tanstack/react-router'
import { MinistryPage } from '../../reports/ministry/MinistryPage.tsx'
import { datesSearch } from '../../reports/search.ts'

export const Route = createFileRoute('/_app/reports_/ministry')({
  validateSearch: datesSearch,
  component: MinistryPage,
})
