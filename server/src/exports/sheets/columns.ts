/** What a cell of a list is: `day` is a day as the contract writes it, `yes` a flag whose absence is empty. */
export type CellKind = 'text' | 'day' | 'int' | 'yes'

export interface Column<Row> {
  label: string
  /** In characters. */
  width: number
  kind: CellKind
  value: (row: Row) => string | number | boolean | null
}

export interface Sheet<Row> {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string
  title: string
  columns: readonly Column<Row>[]
  /** The word for a flag that is set. */
  yes: string
}
