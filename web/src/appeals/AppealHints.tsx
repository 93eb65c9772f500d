import { Button, Text, Title } from '@mantine/core'
import { addWorkingDays, listAppealTerms } from '@qorgan/shared/deadlines'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { api } from '../platform/api.ts'
import { useDebounced } from '../platform/debounced.ts'
import classes from './AppealForm.module.css'
import { aidEffect, voucherEffect } from './computed-effect.ts'
import type { AppealText } from './draft.ts'
import { appealQueries } from './queries.ts'
import { StatusBadge } from './StatusBadge.tsx'
import { LinkAnchor } from '../ui/links.tsx'

const terms = queryOptions({
  queryKey: ['appeal-terms'] as const,
  queryFn: ({ signal }) => api(listAppealTerms, { query: { limit: 200 } }, signal),
  staleTime: 600_000,
})
const dueFrom = (from: string, workingDays: number) =>
  queryOptions({
    queryKey: ['working-days', from, workingDays] as const,
    queryFn: ({ signal }) => api(addWorkingDays, { query: { from, workingDays } }, signal),
    staleTime: 600_000,
    enabled: from !== '' && workingDays > 0,
  })

interface Props {
  value: AppealText
  onChange: (patch: Partial<AppealText>) => void
}

/** While one writes: what this person asked before, by when the answer is due, what it will count. */
export function AppealHints({ value, onChange }: Props) {
  const { t } = useText()
  const { day, label, tenge } = useFormat()
  const term = useQuery(terms).data?.items.find((one) => one.category === value.category)
  const due = useQuery(dueFrom(value.receivedOn ?? '', term?.workingDays ?? 0)).data
  const memberId = value.applicantKind === 'member' ? (value.member?.id ?? null) : null
  const text = useDebounced(value.subjectFromTopic ? '' : value.subject.trim(), 600)
  const ask = { memberId, category: value.category, text: text.length > 3 ? text : null }
  const asked = memberId !== null || ask.text !== null
  const similar = useQuery({ ...appealQueries.similar(ask), enabled: asked })
  const found = asked ? (similar.data?.items.slice(0, 6) ?? []) : []
  const effect = effectWords(value, { t, tenge })
  return (
    <>
      {due && (
        <section className="q-surface q-pad">
          <Text size="sm" c="dimmed">
            {t('appealForm.dueTitle')}
          </Text>
          <Text fw={650} fz="1.25rem">
            {day(value.dueOn ?? due.date)}
          </Text>
          {!value.dueOn && (
            <Text size="sm" c="dimmed">
              {label(due.explained)}
            </Text>
          )}
        </section>
      )}
      {effect && (
        <section className="q-surface q-pad" aria-live="polite">
          <Text size="sm" c="dimmed">
            {t('appealForm.effectTitle')}
          </Text>
          <Text fw={600}>{effect}</Text>
        </section>
      )}
      <section className="q-surface q-pad" aria-live="polite">
        <Title order={2} fz="1rem" mb={4}>
          {t('appealForm.similar')}
        </Title>
        {value.repeatOf && (
          <Text size="sm" fw={600} className="q-soon">
            {t('appealForm.linked', { number: value.repeatOf.number })}{' '}
            <Button size="compact-sm" variant="subtle" onClick={() => onChange({ repeatOf: null })}>
              {t('appealForm.unlink')}
            </Button>
          </Text>
        )}
        {!asked && (
          <Text size="sm" c="dimmed">
            {t('appealForm.similarWait')}
          </Text>
        )}
        {asked && similar.isSuccess && found.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('appealForm.similarNone')}
          </Text>
        )}
        <ul className={classes['similar']}>
          {found.map((one) => (
            <li key={one.id}>
              <LinkAnchor to="/appeals/$appealId" params={{ appealId: one.id }} target="_blank" fw={600}>
                {one.number}
              </LinkAnchor>{' '}
              <span className="q-dim">{day(one.receivedOn)}</span> <StatusBadge status={one.status} />
              <div>{one.subject}</div>
              {one.repeat && value.repeatOf?.appealId !== one.id && (
                <Button
                  size="compact-sm"
                  mt={4}
                  variant="light"
                  onClick={() => onChange({ repeatOf: { appealId: one.id, number: one.number } })}
                >
                  {t('appealForm.linkRepeat')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function effectWords(
  value: AppealText,
  { t, tenge }: Pick<ReturnType<typeof useText>, 't'> & Pick<ReturnType<typeof useFormat>, 'tenge'>,
): string | null {
  if (value.category !== 'sanatorium' && value.category !== 'material_aid') return null
  const effect = value.category === 'sanatorium' ? voucherEffect(value.voucher, today()) : aidEffect(value.aid)
  if (!effect) return t('appealForm.effectNone')
  const amount = tenge(effect.amount)
  if (effect.stage === 'received') return t('appealForm.effectReceived', { amount })
  return value.category === 'sanatorium'
    ? t('appealForm.effectAgreed', { amount })
    : t('appealForm.aidAgreed', { amount })
}
