import { Text, Title } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './Words.module.css'

/** What the unit wrote, to read; where it is still being written, on paper only. */
export function WordsRead({ report, paperOnly }: { report: BranchReport; paperOnly: boolean }) {
  const { t } = useText()
  const { longDay } = useFormat()
  const { analysis, tensions, examples, signed } = report
  return (
    <section
      className={`q-surface q-pad ${classes['read']} ${paperOnly ? 'q-print-only' : ''}`}
      aria-label={t('closing.words.title')}
    >
      <Title order={2}>{t('closing.words.title')}</Title>
      <h3>{t('closing.words.analysis')}</h3>
      {analysis ? <p className="q-prose">{analysis}</p> : <Text c="dimmed">{t('closing.words.notWritten')}</Text>}
      {tensions && (
        <>
          <h3>{t('closing.words.tensions')}</h3>
          <p className="q-prose">{tensions}</p>
        </>
      )}
      {examples.length > 0 && (
        <>
          <h3>{t('closing.words.examples')}</h3>
          <ol>
            {examples.map((example) => (
              <li key={example.appealId}>
                <span className="q-prose">{example.text}</span>{' '}
                <Link
                  to="/appeals/$appealId"
                  params={{ appealId: example.appealId }}
                  className={`q-no-print ${classes['recordLink']}`}
                >
                  {example.number}
                </Link>
              </li>
            ))}
          </ol>
        </>
      )}
      {signed && (
        <p className={classes['signature']}>
          {signed.post}
          <br />
          <b>{signed.fullName}</b>, {longDay(signed.on)}
        </p>
      )}
    </section>
  )
}
