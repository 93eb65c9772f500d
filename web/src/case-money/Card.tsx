import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { isProblem } from '../platform/problem.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import classes from './Card.module.css'

interface CardProps<T> {
  title: string
  query: UseQueryResult<T[]>
  empty: string
  /** Absent for those who may not add. */
  add?: { label: string; onClick: () => void } | false
  children: ReactNode
}

/** One card of a case's page: a title, what can be added, and rows. Who may not read it sees no card. */
export function Card<T>({ title, query, empty, add, children }: CardProps<T>) {
  const titleId = useId()
  if (isProblem(query.error, 'record.notFound') || isProblem(query.error, 'auth.forbidden')) return null
  return (
    <section className="q-surface q-pad" aria-labelledby={titleId}>
      <Group justify="space-between" mb="xs">
        <Title order={2} id={titleId}>
          {title}
        </Title>
        {add && (
          <Button
            className="q-no-print"
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={add.onClick}
          >
            {add.label}
          </Button>
        )}
      </Group>
      {query.isPending && <Skeleton h={56} />}
      {query.error && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && query.data.length === 0 && <Text c="dimmed">{empty}</Text>}
      {children}
    </section>
  )
}

export function Rows({ children }: { children: ReactNode }) {
  return <ul className={classes['rows']}>{children}</ul>
}

interface RowProps {
  title: ReactNode
  amount?: string
  /** It does not count: not yet, or no more. */
  muted?: boolean
  voided?: boolean
  actions?: ReactNode
  children?: ReactNode
}

export function Row({ title, amount, muted = false, voided = false, actions, children }: RowProps) {
  return (
    <li className={classes['row']} data-muted={muted || voided || undefined} data-void={voided || undefined}>
      <div className={classes['title']}>{title}</div>
      <div className={classes['amount']}>{amount}</div>
      <div className={classes['second']}>{children}</div>
      {actions && <div className={`${classes['actions']} q-no-print`}>{actions}</div>}
    </li>
  )
}

/** Names and sums that a dialog reminds of before anything is saved. */
export function SumFacts({ facts }: { facts: readonly { name: string; value: string; over?: boolean }[] }) {
  return (
    <dl className={classes['facts']} aria-live="polite">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd className={fact.over ? 'q-attention' : undefined}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
