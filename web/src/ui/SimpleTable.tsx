import type { MouseEvent } from 'react'
import type { Column } from './RecordTable.tsx'
import classes from './RecordTable.module.css'

/** A short table of the same looks, without the machinery of long ones. */
export function SimpleTable<T extends { id: string }>({
  label,
  items,
  columns,
}: {
  label: string
  items: readonly T[]
  columns: readonly Column<T>[]
}) {
  return (
    <table role="table" className={classes['table']} aria-label={label}>
      <thead role="rowgroup" className={classes['head']}>
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              style={column.width ? { width: column.width } : undefined}
              className={column.numeric ? 'q-num' : undefined}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((item) => (
          <tr key={item.id} role="row" className={classes['row']} onClick={follow}>
            {columns.map((column) => (
              <td
                key={column.key}
                role="cell"
                data-card={column.card ?? 'value'}
                className={column.numeric ? 'q-num' : undefined}
              >
                {column.render(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function follow(event: MouseEvent<HTMLElement>): void {
  if (window.getSelection()?.type === 'Range') return
  if (event.target instanceof Element && event.target.closest('a, button, input, label')) return
  event.currentTarget.querySelector<HTMLElement>('[data-row-link]')?.click()
}
