import { Button, Skeleton, Text, Title } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import pageClasses from '../appeals/AppealPage.module.css'
import { dayOfInstant, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useCaseEventWords } from './event-words.ts'
import { caseQueries } from './queries.ts'

/** So many of the latest stand on the page at first. */
const latest = 8

/** The case's own log, newest first, in words. */
export function CaseTimeline({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { instant, day } = useFormat()
  const timeline = useQuery(caseQueries.timeline(legalCase.id))
  const words = useCaseEventWords()
  const [whole, setWhole] = useState(false)
  const entries = timeline.data?.toReversed() ?? []
  return (
    <section className="q-surface q-pad" id="timeline" tabIndex={-1} aria-labelledby="timeline-title">
      <Title order={2} id="timeline-title" mb="sm">
        {t('appeals.page.timeline')}
      </Title>
      {timeline.isPending && <Skeleton h={120} />}
      {timeline.error && <ProblemNotice error={timeline.error} onRetry={() => void timeline.refetch()} />}
      <ol className={pageClasses['timeline']}>
        {(whole ? entries : entries.slice(0, latest)).map((entry) => (
          <li key={entry.id} className={pageClasses['event']} data-kind={entry.kind}>
            <Text component="div">
              {words(entry)}
              {entry.on !== dayOfInstant(entry.at) && (
                <Text component="span" c="dimmed">
                  {' '}
                  ({t('appeals.event.onDay', { day: day(entry.on) })})
                </Text>
              )}
            </Text>
            {entry.text && <div className={`${pageClasses['eventText']} q-prose`}>{entry.text}</div>}
            <Text size="sm" c="dimmed">
              {instant(entry.at)} · {entry.actor?.fullName ?? t('appeals.event.system')}
            </Text>
          </li>
        ))}
      </ol>
      {!whole && entries.length > latest && (
        <Button className="q-no-print" variant="subtle" size="xs" onClick={() => setWhole(true)}>
          {t('legal.page.wholeTimeline', { count: entries.length })}
        </Button>
      )}
    </section>
  )
}
