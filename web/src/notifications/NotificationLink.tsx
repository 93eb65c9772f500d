import type { Notification } from '@qorgan/shared/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { closingQueries } from '../closing/queries.ts'
import classes from './Notifications.module.css'
import { useSentence } from './use-sentence.ts'
import { notificationMutations } from './queries.ts'

/** The sentence, and the way to what it speaks of; opening it is reading it. */
export function NotificationLink({ notification }: { notification: Notification }) {
  const sentence = useSentence()(notification)
  const read = useMutation(notificationMutations.read)
  const client = useQueryClient()
  const { id, entity, entityId, params, readAt } = notification
  const open = () => {
    // It tells of a change: what was read of quarters before is not what it speaks of.
    void client.invalidateQueries({ queryKey: closingQueries.all })
    if (readAt === null) read.mutate(id)
  }
  const shared = { className: classes['sentence'], onClick: open }
  return entity === 'branchReport' ? (
    <Link to="/quarters/$key/$reportId" params={{ key: params.periodKey, reportId: entityId }} {...shared}>
      {sentence}
    </Link>
  ) : (
    <Link to="/quarters/$key" params={{ key: entityId }} {...shared}>
      {sentence}
    </Link>
  )
}
