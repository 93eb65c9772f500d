import { Button } from '@mantine/core'
import type { Notification } from '@qorgan/shared/notifications'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import classes from './Notifications.module.css'
import { NotificationLink } from './NotificationLink.tsx'
import { notificationMutations, notificationQueries } from './queries.ts'

/** What a person was told in this post, the newest first. */
export function NotificationsPage() {
  const { t } = useText()
  const { number } = useFormat()
  const say = useProblemText()
  const list = useInfiniteQuery(notificationQueries.list)
  const readAll = useMutation({
    ...notificationMutations.readAll,
    // The button goes; whoever pressed it stays on the page.
    onSuccess: () => document.querySelector<HTMLElement>('[data-page-title]')?.focus(),
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const unread = list.data?.pages[0]?.unread ?? 0
  return (
    <>
      <PageHeader
        title={t('notifications.title')}
        aside={
          unread > 0 && (
            <Button variant="default" loading={readAll.isPending} onClick={() => readAll.mutate()}>
              {t('notifications.readAll')}
            </Button>
          )
        }
      >
        {list.isSuccess && items.length > 0 && (
          <span role="status">
            {unread > 0
              ? t('notifications.unread', { count: unread, value: number(unread) })
              : t('notifications.noneUnread')}
          </span>
        )}
      </PageHeader>
      <div className="q-wall" aria-hidden />
      <div className={`q-surface ${classes['underWall']}`}>
        {list.isPending && <RowsSkeleton />}
        {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && items.length === 0 && (
          <EmptyState title={t('notifications.empty')} text={t('notifications.emptyText')} />
        )}
        {items.length > 0 && (
          <ol className={classes['list']}>
            {items.map((notification) => (
              <Entry key={notification.id} notification={notification} />
            ))}
          </ol>
        )}
        {list.hasNextPage && (
          <div className={classes['rest']}>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('notifications.earlier')}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}

function Entry({ notification }: { notification: Notification }) {
  const { t } = useText()
  const { instant } = useFormat()
  const isUnread = notification.readAt === null
  return (
    <li className={classes['entry']} data-unread={isUnread || undefined}>
      <NotificationLink notification={notification} />
      <span className={classes['time']}>
        {isUnread && <b className={classes['new']}>{t('notifications.new')}</b>}
        <time dateTime={notification.createdAt}>{instant(notification.createdAt)}</time>
      </span>
    </li>
  )
}
