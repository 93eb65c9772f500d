import { createFileRoute } from '@tanstack/react-router'
import { BatchPage } from '../../../appeals/batch/BatchPage.tsx'

export const Route = createFileRoute('/_app/appeals/batch')({ component: BatchPage })
