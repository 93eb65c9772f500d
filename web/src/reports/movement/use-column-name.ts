import { useText } from '../../i18n/i18n.ts'
import { groups, type MovementColumn } from './columns.ts'

/** What a column is called where its group does not stand above it: "Исполнено: с опозданием". */
export function useColumnName(): (column: MovementColumn) => string {
  const { t } = useText()
  return (column) => {
    const name = t(`figures.movement.column.${column}`)
    const key = groups.find((group) => group.columns.includes(column))?.key ?? null
    return key === null ? name : `${t(`figures.movement.group.${key}`)}: ${name.toLowerCase()}`
  }
}
