import { Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

interface Props {
  title: string
  /** What stands in the tab of the browser, where it differs from the heading. */
  documentTitle?: string
  aside?: ReactNode
  children?: ReactNode
}

/** Names the page: the heading, the tab, and what can be done here. */
export function PageHeader({ title, documentTitle, aside, children }: Props) {
  useEffect(() => {
    document.title = `${documentTitle ?? title} · Qorgan`
  }, [title, documentTitle])
  return (
    <Group component="header" justify="space-between" align="flex-end" gap="sm" mb="md" wrap="wrap">
      <Stack gap={2} miw={0}>
        <Title order={1} tabIndex={-1} data-page-title>
          {title}
        </Title>
        {children && (
          <Text component="div" size="sm" c="dimmed">
            {children}
          </Text>
        )}
      </Stack>
      {aside && (
        <Group gap="xs" className="q-no-print">
          {aside}
        </Group>
      )}
    </Group>
  )
}
