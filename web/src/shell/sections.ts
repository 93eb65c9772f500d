import type { Permission } from '@qorgan/shared/permissions'
import {
  IconBook2,
  IconBriefcase2,
  IconCalendarCheck,
  IconCalendarMonth,
  IconCoins,
  IconGavel,
  IconHistory,
  IconHome2,
  IconHourglassHigh,
  IconInbox,
  IconListDetails,
  IconReceipt,
  IconReportAnalytics,
  IconReportMoney,
  IconScale,
  IconSettings,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react'

/** The sections of the product, in the order of the day, and who sees each. */
export const workSections = [
  { to: '/', key: 'home', icon: IconHome2, needs: null },
  { to: '/appeals', key: 'appeals', icon: IconInbox, needs: 'appeals:read' },
  { to: '/appeals/batch', key: 'batch', icon: IconListDetails, needs: 'appeals:batch' },
  { to: '/cases', key: 'cases', icon: IconScale, needs: 'legalCases:read' },
  { to: '/case-calendar', key: 'caseCalendar', icon: IconGavel, needs: 'legalCases:inspect' },
  { to: '/lawyers', key: 'lawyers', icon: IconBriefcase2, needs: 'lawyers:read' },
  { to: '/payments', key: 'payments', icon: IconReceipt, needs: 'caseMoney:read' },
  { to: '/effects', key: 'effects', icon: IconCoins, needs: 'effects:read' },
  { to: '/members', key: 'members', icon: IconUsers, needs: 'members:read' },
  { to: '/quarters', key: 'quarters', icon: IconCalendarCheck, needs: 'closing:read' },
  { to: '/reports', key: 'reports', icon: IconReportAnalytics, needs: 'reports:read' },
  { to: '/reports/medadvokat', key: 'medadvokat', icon: IconReportMoney, needs: 'reports:medadvokat' },
] as const satisfies readonly Section[]

export const officeSections = [
  { to: '/directories', key: 'directories', icon: IconBook2, needs: 'employers:write' },
  { to: '/calendar', key: 'calendar', icon: IconCalendarMonth, needs: null },
  { to: '/deadline-rules', key: 'deadlineRules', icon: IconHourglassHigh, needs: 'legalCases:inspect' },
  { to: '/users', key: 'users', icon: IconUserCog, needs: 'users:write' },
  { to: '/audit', key: 'audit', icon: IconHistory, needs: 'audit:read' },
  { to: '/settings', key: 'settings', icon: IconSettings, needs: 'settings:write' },
] as const satisfies readonly Section[]

interface Section {
  to: string
  key: string
  icon: typeof IconHome2
  needs: Permission | null
}
