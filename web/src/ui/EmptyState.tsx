import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** Nothing to show is an answer: it says so and what to do first. */
export function EmptyState({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <svg width="56" height="40" viewBox="0 0 56 40" aria-hidden="true">
        <path
          fill="var(--q-sunken)"
          stroke="var(--q-line)"
          strokeWidth="1.5"
          d="M4 38V10h8v6h8v-6h8v6h8v-6h8v6h8v22z"
        />
        <path fill="var(--q-line)" d="M23 38V29a5 5 0 0 1 10 0v9z" />
      </svg>
      <Title order={2}>{title}</Title>
      {text && (
        <Text c="dimmed" maw={460}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  )
}
