import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'

interface Props<T> {
  id: string
  title: string
  query: UseQueryResult<T[]>
  empty: string
  add: { label: string; onClick: () => void } | null
  children: ReactNode
}

/** One list beneath a case: where the strip leads to, and what can be added. */
export function CaseCard<T>({ id, title, query, empty, add, children }: Props<T>) {
  return (
    <section className="q-surface q-pad" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <Group justify="space-between" mb="xs">
        <Title order={2} id={`${id}-title`}>
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
