import { Text, Title } from '@mantine/core'
import type { RouteOutput } from '@qorgan/shared/contract'
import type { checkControlCode } from '@qorgan/shared/exports'
import { IconCircleCheck } from '@tabler/icons-react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { usePeriodWords } from '../use-period-words.ts'
import classes from './Check.module.css'

/** Only what stands on the paper, to lay beside it. */
export function Found({ paper }: { paper: RouteOutput<typeof checkControlCode> }) {
  const { t } = useText()
  const { number, longDay, instant } = useFormat()
  const words = usePeriodWords()
  const facts: [string, string | null][] = [
    [t('figures.check.period'), words(paper.from, paper.to)],
    [t('figures.check.addressee'), paper.addressee],
    [t('figures.check.letter'), paper.letterNumber],
    [t('figures.check.signedOn'), paper.signedOn && longDay(paper.signedOn)],
    [t('figures.check.issuedAt'), instant(paper.issuedAt)],
  ]
  return (
    <section className={`q-surface q-pad ${classes['found']}`} role="status">
      <p className={classes['verdict']}>
        <IconCircleCheck size={22} aria-hidden />
        {t('figures.check.found')}
      </p>
      <Title order={2}>{t(`figures.issued.kind.${paper.report}`)}</Title>
      <Text c="dimmed" size="sm">
        {t('figures.check.compare')}
      </Text>
      <dl className={classes['facts']}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {paper.totals.length > 0 && (
        <table className={classes['totals']}>
          <caption>{t('figures.check.totals')}</caption>
          <tbody>
            {paper.totals.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="q-num">{number(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={classes['hash']}>
        {t('figures.check.hash')}: <code>{paper.sha256}</code>
      </p>
    </section>
  )
}
