import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { useTotalColumns } from './columns.tsx'
import classes from './Printed.module.css'
import { printedQueries } from './queries.ts'

/** What was entered wrong stays to be read, with its reason; no report counts it. */
export function VoidedTotals() {
  const { t } = useText()
  const { count } = useFormat()
  const voided = useQuery(printedQueries.voided).data ?? []
  const columns = useTotalColumns()
  if (voided.length === 0) return null
  const title = t('figures.printed.voidedTotals', { value: count(voided.length) })
  return (
    <details className={`q-surface q-no-print ${classes['section']}`}>
      <summary className={classes['summary']}>{title}</summary>
      <SimpleTable label={title} items={voided} columns={columns} />
    </details>
  )
}
