import { Button, Skeleton, Text, Title } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { checkList } from './check-links.ts'
import classes from './Checks.module.css'
import type { Check } from './queries.ts'

interface Props {
  report: BranchReport
  query: UseQueryResult<Check[]>
  /** The field of the analysis is on the page. */
  writes: boolean
}

/** What to put right first: what bars the report above what only asks for a look. Each opens its records. */
export function ChecksCard({ report, query, writes }: Props) {
  const { t } = useText()
  const { number } = useFormat()
  const checks = query.data ?? []
  const blocking = checks.filter(({ severity }) => severity === 'blocking').length
  return (
    <section className={`q-surface q-pad q-no-print`} aria-labelledby="checks">
      <Title order={2} id="checks" tabIndex={-1}>
        {t('closing.checks.title')}
      </Title>
      {query.isPending && <Skeleton h={64} mt="xs" />}
      {query.error && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && checks.length === 0 && (
        <p className={classes['allGood']}>
          <IconCircleCheck size={20} aria-hidden /> {t('closing.checks.allGood')}
        </p>
      )}
      {checks.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {blocking > 0
              ? t('closing.checks.someBlock', { value: number(blocking) })
              : t('closing.checks.onlyWarnings')}
          </Text>
          <ul className={classes['checks']}>
            {checks.map((check) => (
              <CheckItem key={check.key} check={check} report={report} writes={writes} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const FIRST = 6

function CheckItem({ check, report, writes }: Omit<Props, 'query'> & { check: Check }) {
  const { t } = useText()
  const { number, tenge } = useFormat()
  const [all, setAll] = useState(false)
  const { key, severity, count, records } = check
  const list = checkList(key, report)
  const shown = all ? records : records.slice(0, FIRST)
  const Icon = severity === 'blocking' ? IconAlertTriangle : IconInfoCircle
  return (
    <li data-severity={severity}>
      <Icon size={20} aria-hidden className={classes['checkIcon']} />
      <div>
        <div className={classes['checkName']}>
          <b>{t(`closing.check.${key}`)}</b>
          {records.length > 0 && <span className={classes['checkCount']}>{number(count)}</span>}
          <span className={classes['severity']}>{t(`closing.severity.${severity}`)}</span>
        </div>
        <Text size="sm" c="dimmed">
          {t(`closing.checkHint.${key}`)}
        </Text>
        {key === 'withoutAnalysis' && writes && (
          <Button
            size="compact-sm"
            variant="subtle"
            px={4}
            onClick={() => document.getElementById('analysis')?.focus()}
          >
            {t('closing.checks.write')}
          </Button>
        )}
        {records.length > 0 && (
          <ul className={classes['records']}>
            {shown.map((record) => (
              <li key={record.effectId ?? record.appealId}>
                <Link to="/appeals/$appealId" params={{ appealId: record.appealId }} preload="intent">
                  {record.number}
                </Link>
                {record.amount !== null && <span className="q-dim"> {tenge(record.amount)}</span>}
              </li>
            ))}
            {!all && records.length > FIRST && (
              <li>
                <Button size="compact-sm" variant="subtle" px={4} onClick={() => setAll(true)}>
                  {t('closing.checks.more', { value: number(records.length - FIRST) })}
                </Button>
              </li>
            )}
          </ul>
        )}
        {list && 'appeals' in list && (
          <LinkAnchor to="/appeals" search={list.appeals} size="sm">
            {t('closing.checks.asList')}
          </LinkAnchor>
        )}
        {list && 'effects' in list && (
          <LinkAnchor to="/effects" search={list.effects} size="sm">
            {t('closing.checks.asList')}
          </LinkAnchor>
        )}
      </div>
    </li>
  )
}
