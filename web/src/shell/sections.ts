import type { Permission } from '@qorgan/shared/permissions'
import {
  IconBook2,
  IconCalendarMonth,
  IconCoins,
  IconHistory,
  IconHome2,
  IconInbox,
  IconListDetails,
  IconReportAnalytics,
  IconSettings,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react'

/** The sections of the product, in the order of the day, and who sees each. */
export const workSections = [
  { to: '/', key: 'home', icon: IconHome2, needs: null },
  { to: '/appeals', key: 'appeals', icon: IconInbox, needs: 'appeals:read' },
  { to: '/appeals/batch', key: 'batch', icon: IconListDetails, needs: 'appeals:batch' },
  { to: '/effects', key: 'effects', icon: IconCoins, needs: 'effects:read' },
  { to: '/members', key: 'members', icon: IconUsers, needs: 'members:read' },
  { to: '/reports', key: 'reports', icon: IconReportAnalytics, needs: 'reports:read' },
] as const satisfies readonly Section[]

export const officeSections = [
  { to: '/directories', key: 'directories', icon: IconBook2, needs: 'employers:write' },
  { to: '/calendar', key: 'calendar', icon: IconCalendarMonth, needs: null },
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
