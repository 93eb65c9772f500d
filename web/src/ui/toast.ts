import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { textNow } from '../i18n/i18n.ts'

/** Short news of what was done; long enough to read, and to reach the button inside. */
export function toast(message: ReactNode, kind: 'done' | 'problem' = 'done'): void {
  notifications.show({
    message,
    color: kind === 'done' ? 'petrol' : 'brick',
    autoClose: kind === 'done' ? 6000 : 12_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': textNow('action.close') },
  })
}
