import type { ReactNode } from 'react'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { FigureLink, type FigureTarget } from './FigureLink.tsx'
import classes from './Pictures.module.css'

export interface TableCell {
  key: string
  text: ReactNode
  target?: FigureTarget | null
  label?: string
}

interface Props {
  label: string
  head: readonly string[]
  rows: readonly { key: string; name: string; cells: readonly TableCell[] }[]
  total?: { name: string; cells: readonly TableCell[] }
}

/** The picture in figures: every digit, and the same lists behind them. */
export function FigureTable({ label, head, rows, total }: Props) {
  const cells = (own: readonly TableCell[]) =>
    own.map(({ key, text, target = null, label: words = '' }) => (
      <td key={key}>
        <FigureLink target={target} label={words}>
          {text}
        </FigureLink>
      </td>
    ))
  return (
    <ScrollRegion label={label}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {cells(row.cells)}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">{total.name}</th>
              {cells(total.cells)}
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  )
}
