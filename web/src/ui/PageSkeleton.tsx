import { Skeleton, Stack } from '@mantine/core'
import { useText } from '../i18n/i18n.ts'

export function PageSkeleton() {
  const { t } = useText()
  return (
    <Stack gap="sm" role="status" aria-label={t('app.loading')}>
      <Skeleton h={34} w={260} />
      <Skeleton h={44} mt="sm" />
      {Array.from({ length: 7 }, (_, i) => (
        <Skeleton key={i} h={40} />
      ))}
    </Stack>
  )
}

export function RowsSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useText()
  return (
    <Stack gap={8} role="status" aria-label={t('app.loading')} p="md">
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} h={34} />
      ))}
    </Stack>
  )
}
