import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { LinkAnchor } from '../ui/links.tsx'
import classes from './Notifications.module.css'
import { NotificationLink } from './NotificationLink.tsx'
import { notificationQueries } from './queries.ts'

/** What the council says, where a person looks first; the rest is behind the bell. */
export function UnreadNotes() {
  const { t } = useText()
  const { instant, number } = useFormat()
  const news = useQuery(notificationQueries.unread).data
  if (!news || news.unread === 0) return null
  return (
    <section className={`q-surface ${classes['notes']}`} aria-label={t('notifications.title')}>
      <ul className={classes['list']}>
        {news.items.map((notification) => (
          <li key={notification.id} className={classes['note']}>
            <NotificationLink notification={notification} />
            <span className={classes['time']}>{instant(notification.createdAt)}</span>
          </li>
        ))}
      </ul>
      {news.unread > news.items.length && (
        <LinkAnchor to="/notifications" size="sm" className={classes['rest'] ?? ''}>
          {t('notifications.allOf', { value: number(news.unread) })}
        </LinkAnchor>
      )}
    </section>
  )
}
