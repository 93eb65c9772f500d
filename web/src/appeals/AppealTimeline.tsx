import { Button, Skeleton, Text, Textarea, Title } from '@mantine/core'
import type { Appeal } from '@qorgan/shared/appeals'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOfInstant, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useDraft } from '../platform/drafts.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import classes from './AppealPage.module.css'
import { useEventWords } from './event-words.ts'
import { appealMutations, appealQueries } from './queries.ts'

/** The appeal's own log, newest first, in words. */
export function AppealTimeline({ appeal }: { appeal: Appeal }) {
  const { t } = useText()
  const { instant, day } = useFormat()
  const timeline = useQuery(appealQueries.timeline(appeal.id))
  const words = useEventWords()
  return (
    <section className="q-surface q-pad">
      <Title order={2} mb="sm">
        {t('appeals.page.timeline')}
      </Title>
      {appeal.can.notes && <NoteForm appealId={appeal.id} />}
      {timeline.isPending && <Skeleton h={120} />}
      {timeline.error && <ProblemNotice error={timeline.error} onRetry={() => void timeline.refetch()} />}
      <ol className={classes['timeline']}>
        {timeline.data?.toReversed().map((entry) => (
          <li key={entry.id} className={classes['event']} data-kind={entry.kind}>
            <Text component="div">
              {words(entry)}
              {entry.on !== dayOfInstant(entry.at) && (
                <Text component="span" c="dimmed">
                  {' '}
                  ({t('appeals.event.onDay', { day: day(entry.on) })})
                </Text>
              )}
            </Text>
            {entry.text && <div className={`${classes['eventText']} q-prose`}>{entry.text}</div>}
            <Text size="sm" c="dimmed">
              {instant(entry.at)} · {entry.actor?.fullName ?? t('appeals.event.system')}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  )
}

function NoteForm({ appealId }: { appealId: string }) {
  const { t } = useText()
  const note = useDraft(`note.${appealId}`, () => ({ id: uuidv7(), text: '' }))
  const [tried, setTried] = useState(false)
  const add = useMutation({
    ...appealMutations.note,
    onSuccess: () => {
      note.reset({ id: uuidv7(), text: '' })
      setTried(false)
      toast(t('appeals.page.noteSaved'))
    },
  })
  const save = () => {
    setTried(true)
    if (note.value.text.trim() !== '' && !add.isPending)
      add.mutate({ id: appealId, noteId: note.value.id, text: note.value.text })
  }
  return (
    <form
      className="q-no-print"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Textarea
        label={t('appeals.page.notes')}
        placeholder={t('appeals.page.notePlaceholder')}
        maxLength={4000}
        minRows={1}
        value={note.value.text}
        onChange={(event) => note.change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
        error={tried && note.value.text.trim() === '' ? t('state.required') : null}
      />
      {add.error && <ProblemNotice error={add.error} />}
      <Button type="submit" variant="default" mt="xs" mb="md" loading={add.isPending}>
        {t('appeals.page.addNote')}
      </Button>
    </form>
  )
}
