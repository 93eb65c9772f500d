import { createFileRoute } from '@tanstack/react-router'
import { IssuedPage } from '../../reports/issued/IssuedPage.tsx'

export const Route = createFileRoute('/_app/reports_/issued')({ component: IssuedPage })
