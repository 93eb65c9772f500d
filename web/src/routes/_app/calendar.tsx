import { createFileRoute } from '@tanstack/react-router'
import { CalendarPage } from '../../deadlines/CalendarPage.tsx'

export const Route = createFileRoute('/_app/calendar')({ component: CalendarPage })
