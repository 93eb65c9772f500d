import { createFileRoute } from '@tanstack/react-router'
import { PrintedPage } from '../../reports/printed/PrintedPage.tsx'

export const Route = createFileRoute('/_app/reports_/printed')({ component: PrintedPage })
