import { Box, Button, Group, Text } from '@mantine/core'
import type { Appeal } from '@qorgan/shared/appeals'
import { IconPrinter } from '@tabler/icons-react'
import { EnteredLate } from '../../closing/ClosedQuarterHint.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { LinkButton } from '../../ui/links.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { useAppealColumns } from '../columns.tsx'

/** The numbers that were given, to print or to open. */
export function BatchDone({ appeals, onMore }: { appeals: readonly Appeal[]; onMore: () => void }) {
  const { t } = useText()
  const { number, tenge } = useFormat()
  const columns = useAppealColumns()
  const amount = appeals.reduce((sum, one) => sum + one.effect.received + one.effect.agreed, 0)
  const [first] = appeals
  return (
    <>
      <PageHeader
        title={t('batch.doneTitle')}
        aside={
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('action.print')}
            </Button>
            {first?.batchId && (
              <LinkButton variant="default" to="/appeals" search={{ batchId: [first.batchId] }}>
                {t('batch.openList')}
              </LinkButton>
            )}
            <Button onClick={onMore}>{t('batch.another')}</Button>
          </Group>
        }
      >
        {t('batch.doneText', {
          appeals: t('count.appeals', { count: appeals.length, value: number(appeals.length) }),
          first: first?.number ?? '',
          last: appeals.at(-1)?.number ?? '',
        })}
      </PageHeader>
      <div className="q-wall" aria-hidden />
      <div className="q-surface">
        <Box p="md">
          <Text fw={600}>{t('batch.sum', { amount: tenge(amount) })}</Text>
          <EnteredLate quarter={first?.closedPeriod} />
        </Box>
        <SimpleTable label={t('batch.doneTitle')} items={appeals} columns={columns} />
      </div>
    </>
  )
}
