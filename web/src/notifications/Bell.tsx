import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './Notifications.module.css'
import { notificationQueries } from './queries.ts'

/** In sight on every page: how much is unread. */
export function Bell() {
  const { t } = useText()
  const { number } = useFormat()
  const unread = useQuery(notificationQueries.unread).data?.unread ?? 0
  const label =
    unread === 0 ? t('notifications.title') : t('notifications.unread', { count: unread, value: number(unread) })
  return (
    <Link to="/notifications" className={classes['bell']} aria-label={label} title={label}>
      <IconBell size={22} stroke={1.7} aria-hidden />
      {unread > 0 && (
        <span className={classes['count']} aria-hidden>
          {unread > 99 ? '99+' : number(unread)}
        </span>
      )}
    </Link>
  )
}
