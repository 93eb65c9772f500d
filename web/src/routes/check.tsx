import { createFileRoute } from '@tanstack/react-router'
import { CheckPage } from '../reports/check/CheckPage.tsx'

export const Route = createFileRoute('/check')({ component: CheckPage })
