import { createFileRoute } from '@tanstack/react-router'
import { PrintSettingsPage } from '../../reports/print-settings/PrintSettingsPage.tsx'

export const Route = createFileRoute('/_app/reports_/print-settings')({ component: PrintSettingsPage })
