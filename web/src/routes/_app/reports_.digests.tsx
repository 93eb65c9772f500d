import { createFileRoute } from '@tanstack/react-router'
import { DigestsPage } from '../../reports/digests/DigestsPage.tsx'
import { digestSearch } from '../../reports/digests/search.ts'

export const Route = createFileRoute('/_app/reports_/digests')({
  validateSearch: digestSearch,
  component: DigestsPage,
})
