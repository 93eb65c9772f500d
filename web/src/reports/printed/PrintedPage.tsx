import { Button, Skeleton, Title } from '@mantine/core'
import type { LegacyTotal } from '@qorgan/shared/legacy-totals'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../accounts/may.ts'
import { useText } from '../../i18n/i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { useFocusAfter } from '../../ui/use-focus-after.ts'
import { ReportFrame } from '../ReportFrame.tsx'
import { useTotalColumns } from './columns.tsx'
import { LabourSafety } from './LabourSafety.tsx'
import { LegacyDialog } from './LegacyDialog.tsx'
import classes from './Printed.module.css'
import { printedQueries } from './queries.ts'
import { VoidedTotals } from './VoidedTotals.tsx'
import { VoidTotalDialog } from './VoidTotalDialog.tsx'

/** Figures from before the register, as they were printed, and the table that does not add up. */
export function PrintedPage() {
  const { t } = useText()
  const may = useMay()
  const [isAdding, setIsAdding] = useState(false)
  const totals = useQuery(printedQueries.totals)
  const [voiding, setVoiding] = useState<LegacyTotal>()
  const columns = useTotalColumns(setVoiding)
  useFocusAfter(totals.data?.map(({ id }) => id).join())
  const isEmpty = totals.data?.length === 0
  return (
    <ReportFrame
      title={t('figures.printed.title')}
      printTitle={t('figures.printed.title')}
      period={t('figures.printed.hint')}
      actions={
        may('legacyTotals:write') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setIsAdding(true)}>
            {t('figures.printed.add')}
          </Button>
        )
      }
    >
      <section className={`q-surface ${classes['section']}`}>
        <Title order={2} className={classes['title']}>
          {t('figures.printed.totals')}
        </Title>
        {totals.isPending && <Skeleton h={120} />}
        {totals.error && <ProblemNotice error={totals.error} onRetry={() => void totals.refetch()} />}
        {isEmpty && (
          <EmptyState
            title={t('figures.printed.emptyTitle')}
            {...(may('legacyTotals:write') ? { text: t('figures.printed.emptyText') } : {})}
          />
        )}
        {totals.data && !isEmpty && (
          <SimpleTable label={t('figures.printed.tableLabel')} items={totals.data} columns={columns} />
        )}
      </section>
      <VoidedTotals />
      <LabourSafety />
      {isAdding && <LegacyDialog onClose={() => setIsAdding(false)} />}
      {voiding && <VoidTotalDialog total={voiding} onClose={() => setVoiding(undefined)} />}
    </ReportFrame>
  )
}
