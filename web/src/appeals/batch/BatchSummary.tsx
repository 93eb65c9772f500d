import { Alert, Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatTenge, today, useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import classes from './Batch.module.css'
import { type BatchText, filledRows, rowEffect, rowState } from './draft.ts'
import { hadThisYear, settingsQuery } from './limits.ts'

interface Props {
  batch: BatchText
  errors: ReadonlyMap<string, string>
  pending: boolean
  onSave: () => void
}

/** Before anything is saved: how many appeals, people and tenge it will count, and who goes over the year's limit. */
export function BatchSummary({ batch, errors, pending, onSave }: Props) {
  const { t } = useText()
  const { number, tenge, locale } = useFormat()
  const rows = filledRows(batch)
  const effects = rows.map((row) => rowEffect(batch, row))
  const sum = (stage: 'received' | 'agreed') =>
    effects.reduce((total, effect) => total + (effect?.stage === stage ? effect.amount : 0), 0)
  const people = effects.reduce((total, effect) => total + (effect?.people ?? 0), 0)
  const unsettled = rows.filter((row) => ['none', 'choose'].includes(rowState(row))).length
  const settings = useQuery(settingsQuery).data
  const memberIds = [...new Set(rows.flatMap((row) => (row.member && !row.outsider ? [row.member.id] : [])))].toSorted()
  const year = (batch.receivedOn ?? today()).slice(0, 4)
  const had = useQuery(hadThisYear(batch.kind, year, memberIds)).data
  const over =
    settings && had
      ? memberIds.filter((id) => {
          const own = rows.flatMap((row, i) =>
            row.member?.id === id && !row.outsider ? [effects[i]?.amount ?? 0] : [],
          )
          const before = had.get(id) ?? { vouchers: 0, aid: 0 }
          return batch.kind === 'sanatorium'
            ? before.vouchers + own.length > settings.yearlyVoucherLimit
            : before.aid + own.reduce((a, b) => a + b, 0) > settings.yearlyAidLimit
        })
      : []
  const overNames = over.map((id) => rows.find((row) => row.member?.id === id)?.member?.name ?? '')
  const twice = memberIds.filter((id) => rows.filter((row) => row.member?.id === id).length > 1)
  const countRows = (count: number) => t('count.rows', { count, value: number(count) })
  return (
    <section className="q-surface q-pad" aria-labelledby="batch-check" style={{ marginTop: '1rem' }}>
      <Title order={2} id="batch-check" mb="sm">
        {t('batch.check')}
      </Title>
      <div className={classes['sums']} aria-live="polite">
        <div>
          <span>{t('batch.willCount')}</span>
          <b>{t('count.appeals', { count: rows.length, value: number(rows.length) })}</b>
        </div>
        <div>
          <span>&nbsp;</span>
          <b>{t('count.people', { count: people, value: number(people) })}</b>
        </div>
        <div>
          <span>{t('batch.received')}</span>
          <b>{tenge(sum('received'))}</b>
        </div>
        {sum('agreed') > 0 && (
          <div>
            <span>{t('batch.agreed')}</span>
            <b>{tenge(sum('agreed'))}</b>
          </div>
        )}
      </div>
      {over.length > 0 && settings && (
        <Alert
          color="ochre"
          mt="sm"
          title={t('batch.overLimit', {
            people: t('count.people', { count: over.length, value: number(over.length) }),
          })}
        >
          {batch.kind === 'sanatorium'
            ? t('batch.state.overVouchers', { limit: number(settings.yearlyVoucherLimit) })
            : t('batch.state.overAid', { limit: formatTenge(locale, settings.yearlyAidLimit) })}
          : {overNames.slice(0, 12).join(', ')}
        </Alert>
      )}
      {twice.length > 0 && (
        <Alert color="ochre" mt="sm">
          {t('batch.state.twice')}:{' '}
          {twice.map((id) => rows.find((row) => row.member?.id === id)?.member?.name).join(', ')}
        </Alert>
      )}
      {errors.size > 0 && (
        <Alert color="brick" mt="sm" role="alert">
          {t('batch.problems', { rows: countRows(errors.size) })}
        </Alert>
      )}
      <Group mt="md">
        <Button size="md" loading={pending} disabled={rows.length === 0 || rows.length > 500} onClick={onSave}>
          {t('batch.save')}
        </Button>
        <Text size="sm" c="dimmed">
          {rows.length === 0
            ? t('batch.nothing')
            : rows.length > 500
              ? t('batch.tooMany')
              : unsettled > 0
                ? t('batch.notReady', { rows: countRows(unsettled) })
                : t('appealForm.saveHint')}
        </Text>
      </Group>
    </section>
  )
}
