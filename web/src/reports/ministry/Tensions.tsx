import { Text, Title } from '@mantine/core'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import type { MinistryReport } from './MinistryTable.tsx'
import classes from './Tensions.module.css'

/** What the units wrote of disputes to come, by quarter, in their own words. */
export function Tensions({ tensions }: Pick<MinistryReport, 'tensions'>) {
  const { t } = useText()
  const { label } = useFormat()
  return (
    <section className={`q-surface q-pad ${classes['tensions']}`}>
      <Title order={2}>{t('figures.ministry.tensions')}</Title>
      {tensions.length === 0 ? (
        <Text c="dimmed">{t('figures.ministry.noTensions')}</Text>
      ) : (
        <>
          <ul className={classes['list']}>
            {tensions.map((one) => (
              <li key={`${one.periodKey} ${one.branchId ?? 'council'}`}>
                <p className={classes['where']}>
                  {label(one.label)}
                  <span>
                    {t('figures.digests.quarterName', {
                      number: one.periodKey.slice(5),
                      year: one.periodKey.slice(0, 4),
                    })}
                  </span>
                </p>
                <p className="q-prose">{one.text}</p>
              </li>
            ))}
          </ul>
          <Text size="sm" c="dimmed">
            {t('figures.ministry.tensionsNote')}
          </Text>
        </>
      )}
    </section>
  )
}
