import { Loader, Stack, Text, TextInput, Title } from '@mantine/core'
import { search } from '@qorgan/shared/search'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { StatusBadge } from '../appeals/StatusBadge.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { CaseStatusBadge } from '../legal-cases/CaseStatusBadge.tsx'
import { memberName } from '../members/member-name.ts'
import { useDebounced } from '../platform/debounced.ts'
import { api } from '../platform/api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { moveFocus } from '../ui/move-focus.ts'
import classes from './SearchDialog.module.css'

// The words go in a body, never in an address: an IIN may be among them.
const found = (q: string) =>
  queryOptions({
    queryKey: ['search', q] as const,
    queryFn: ({ signal }) => api(search, { body: { q } }, signal),
    enabled: q.length > 1,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  })

export function SearchDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useText()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('search.title')} size="lg" centered={false}>
      <SearchPanel onClose={onClose} />
    </Dialog>
  )
}

function SearchPanel({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const { day } = useFormat()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(useDebounced(typed.trim(), 250))
  const results = useQuery(found(q))
  const { appeals = [], members = [], cases = [] } = q.length > 1 ? (results.data ?? {}) : {}
  const nothing =
    q.length > 1 && results.isSuccess && !results.isFetching && appeals.length + members.length + cases.length === 0
  return (
    <Stack gap="sm" onKeyDown={(event) => moveFocus(event, '[data-search-item]')}>
      <TextInput
        data-autofocus
        data-search-item
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={results.isFetching ? <Loader size="xs" /> : null}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={200}
      />
      <div aria-live="polite">
        {q.length < 2 && (
          <Text c="dimmed" size="sm">
            {t('search.start')}
          </Text>
        )}
        {nothing && <Text size="sm">{t('search.none')}</Text>}
        {results.error && <ProblemNotice error={results.error} onRetry={() => void results.refetch()} />}
      </div>
      {appeals.length > 0 && (
        <section>
          <Title order={3} mb={4}>
            {t('search.appeals')}
          </Title>
          <ul className={classes['list']}>
            {appeals.map((appeal) => (
              <li key={appeal.id}>
                <Link
                  to="/appeals/$appealId"
                  params={{ appealId: appeal.id }}
                  className={classes['item']}
                  data-search-item
                  onClick={onClose}
                >
                  <span className={classes['line']}>
                    <strong>{appeal.number}</strong>
                    <span>{appeal.applicantName}</span>
                    <StatusBadge status={appeal.status} />
                  </span>
                  <span className={classes['sub']}>
                    {day(appeal.receivedOn)} · {t(`categoryShort.${appeal.category}`)} · {appeal.subject}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {cases.length > 0 && (
        <section>
          <Title order={3} mb={4}>
            {t('search.cases')}
          </Title>
          <ul className={classes['list']}>
            {cases.map((one) => (
              <li key={one.id}>
                <Link
                  to="/cases/$caseId"
                  params={{ caseId: one.id }}
                  className={classes['item']}
                  data-search-item
                  onClick={onClose}
                >
                  <span className={classes['line']}>
                    <strong>{one.number}</strong>
                    <span>{one.people}</span>
                    <CaseStatusBadge legalCase={one} />
                  </span>
                  <span className={classes['sub']}>
                    {[one.openedOn && day(one.openedOn), t(`legal.kind.${one.kind}`)].filter(Boolean).join(' · ')}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {members.length > 0 && (
        <section>
          <Title order={3} mb={4}>
            {t('search.members')}
          </Title>
          <ul className={classes['list']}>
            {members.map((member) => (
              <li key={member.id}>
                <Link
                  to="/members/$memberId"
                  params={{ memberId: member.id }}
                  className={classes['item']}
                  data-search-item
                  onClick={onClose}
                >
                  <span className={classes['line']}>
                    <strong>{memberName(member)}</strong>
                  </span>
                  <span className={classes['sub']}>
                    {[member.cardNumber, member.iinMasked].filter(Boolean).join(' · ')}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  )
}
