import { createFileRoute } from '@tanstack/react-router'
import { PicturesPage } from '../../reports/pictures/PicturesPage.tsx'
import { pictureSearch } from '../../reports/pictures/search.ts'

export const Route = createFileRoute('/_app/reports_/pictures')({
  validateSearch: pictureSearch,
  component: PicturesPage,
})
