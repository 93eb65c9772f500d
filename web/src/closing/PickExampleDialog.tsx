import { Button, Group, Switch, Text } from '@mantine/core'
import type { Appeal } from '@qorgan/shared/appeals'
import type { BranchReport } from '@qorgan/shared/closing'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { appealQueries } from '../appeals/queries.ts'
import { appealSearch } from '../appeals/search.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import shared from './Closing.module.css'
import classes from './Words.module.css'
import type { Example } from './words.ts'

interface Props {
  report: BranchReport
  chosen: readonly string[]
  onPick: (example: Example) => void
  onClose: () => void
}

/** Appeals of the quarter that ended well; what was decided is told by itself, without a word about who it was. */
export function PickExampleDialog({ report, chosen, onPick, onClose }: Props) {
  const { t } = useText()
  const [q, setQ] = useState('')
  const [onlyGood, setOnlyGood] = useState(true)
  const list = useInfiniteQuery(
    appealQueries.list(
      appealSearch({
        branchId: [report.branchId ?? 'council'],
        receivedFrom: report.from,
        receivedTo: report.to,
        ...(onlyGood && { outcome: ['satisfied', 'partly_satisfied', 'settled'] }),
        ...(q && { q }),
      }),
    ),
  )
  const tell = useStory()
  const items = list.data?.pages.flatMap((page) => page.items).filter((appeal) => !appeal.restricted) ?? []
  return (
    <Dialog opened onClose={onClose} title={t('closing.words.pick')} size="lg" centered={false}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('closing.words.pickText')}
      </Text>
      <SearchField
        label={t('appeals.filter.q')}
        placeholder={t('closing.words.pickSearch')}
        value={q}
        onChange={setQ}
      />
      <Switch
        my="sm"
        label={t('closing.words.onlyGood')}
        checked={onlyGood}
        onChange={(event) => setOnlyGood(event.currentTarget.checked)}
      />
      {list.isPending && <RowsSkeleton rows={4} />}
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <Text c="dimmed">{t('state.nothingFound')}</Text>}
      <ul className={classes['picks']}>
        {items.map((appeal) => (
          <Pick
            key={appeal.id}
            appeal={appeal}
            chosen={chosen.includes(appeal.id)}
            onPick={() => onPick({ appealId: appeal.id, number: appeal.number, text: tell(appeal) })}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t('action.done')}</Button>
      </Group>
    </Dialog>
  )
}

function Pick({ appeal, chosen, onPick }: { appeal: Appeal; chosen: boolean; onPick: () => void }) {
  const { t } = useText()
  const { tenge } = useFormat()
  return (
    <li>
      <div>
        <b>{appeal.number}</b> <span className={shared['second']}>{t(`categoryShort.${appeal.category}`)}</span>
        <div>{appeal.subject}</div>
        <div className={shared['second']}>
          {appeal.outcome ? t(`outcome.${appeal.outcome}`) : t(`status.${appeal.status}`)}
          {appeal.effect.received > 0 && <> · {tenge(appeal.effect.received)}</>}
        </div>
      </div>
      <Button
        size="xs"
        variant="default"
        disabled={chosen}
        aria-label={t('closing.words.choose', { number: appeal.number })}
        onClick={onPick}
      >
        {t(chosen ? 'closing.words.chosen' : 'action.add')}
      </Button>
    </li>
  )
}

/** From what is coded, never from what was written: topic, outcome, people and money name nobody. */
function useStory(): (appeal: Appeal) => string {
  const { t } = useText()
  const { tenge, number } = useFormat()
  const names = useUnitNames()
  return (appeal) => {
    const topic = names.topic(appeal.topicId) || t(`categoryShort.${appeal.category}`)
    const { received, people } = appeal.effect
    return [
      t('closing.words.storyTopic', { topic }),
      appeal.outcome ? t('closing.words.storyOutcome', { outcome: t(`outcome.${appeal.outcome}`).toLowerCase() }) : '',
      received > 0
        ? t('closing.words.storyEffect', {
            amount: tenge(received),
            people: t('count.people', { count: people, value: number(people) }),
          })
        : '',
    ]
      .filter(Boolean)
      .join(' ')
  }
}
