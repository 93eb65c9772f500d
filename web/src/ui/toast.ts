import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { ReactNode } from 'react'

/** Short news of what was done; long enough to read, and to reach the button inside. */
export function toast(message: ReactNode, kind: 'done' | 'problem' = 'done'): void {
  notifications.show({
    message,
    color: kind === 'done' ? 'petrol' : 'brick',
    autoClose: kind === 'done' ? 6000 : 12_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
  })
}
