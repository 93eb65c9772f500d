import { createFileRoute } from '@tanstack/react-router'
import { MedAdvokatPage } from '../../reports/medadvokat/MedAdvokatPage.tsx'
import { medAdvokatSearch } from '../../reports/medadvokat/search.ts'

export const Route = createFileRoute('/_app/reports_/medadvokat')({
  validateSearch: medAdvokatSearch,
  component: MedAdvokatPage,
})
