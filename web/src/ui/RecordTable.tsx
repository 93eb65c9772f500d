import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import classes from './RecordTable.module.css'

export interface Column<T> {
  key: string
  title: string
  render: (item: T) => ReactNode
  /** A CSS width; the columns without one share the rest. */
  width?: string
  numeric?: boolean
  /** On a phone a row is a card: its first line, a full line, a labelled value, or not at all. */
  card?: 'head' | 'full' | 'value' | 'hidden'
}

interface Props<T> {
  label: string
  items: readonly T[]
  total: number | undefined
  columns: readonly Column<T>[]
  hasMore: boolean
  loadMore: () => void
  rowHeight?: number
}

/**
 * Rows of any number: only those near the window are in the page. A cell's `[data-row-link]` is where a row leads;
 * arrows and j/k walk through these links, Enter is the link's own.
 */
export function RecordTable<T extends { id: string }>(props: Props<T>) {
  const { label, items, total, columns, hasMore, loadMore, rowHeight = 64 } = props
  const { t } = useText()
  const body = useRef<HTMLTableElement>(null)
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => items[index]?.id ?? index,
  })
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= items.length - 12) loadMore()
  }, [hasMore, last, items.length, loadMore])

  const walk = (step: number) => (event: KeyboardEvent) => {
    const active = document.activeElement?.closest<HTMLElement>('[data-row]')
    const target = document.activeElement
    if (target && target !== document.body && !active && !target.matches('h1, main')) return
    const index = active ? Number(active.dataset['row']) + step : (rows[0]?.index ?? 0)
    if (index < 0 || index >= items.length) return
    event.preventDefault()
    virtual.scrollToIndex(index, { align: 'auto' })
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`[data-row="${index}"] [data-row-link]`)?.focus(),
    )
  }
  useHotkeys({ j: walk(1), k: walk(-1), ArrowDown: walk(1), ArrowUp: walk(-1) })

  const margin = virtual.options.scrollMargin
  const before = (rows[0]?.start ?? margin) - margin
  const after = virtual.getTotalSize() - ((rows.at(-1)?.end ?? margin) - margin)
  return (
    <table ref={body} role="table" className={classes['table']} aria-label={label} aria-rowcount={total ?? -1}>
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
        {before > 0 && <tr aria-hidden style={{ height: before }} />}
        {rows.map(({ index, key }) => {
          const item = items[index]
          if (!item) return null
          return (
            <tr
              key={key}
              role="row"
              ref={virtual.measureElement}
              data-index={index}
              data-row={index}
              aria-rowindex={index + 2}
              className={classes['row']}
              onClick={followLink}
            >
              {columns.map((column) => (
                <td
                  key={column.key}
                  role="cell"
                  data-card={column.card ?? 'value'}
                  data-title={column.title}
                  className={column.numeric ? 'q-num' : undefined}
                >
                  {column.render(item)}
                </td>
              ))}
            </tr>
          )
        })}
        {after > 0 && <tr aria-hidden style={{ height: after }} />}
      </tbody>
      {hasMore && <caption className={classes['more']}>{t('state.loadingMore')}</caption>}
    </table>
  )
}

/** The whole row is a target for the mouse; the link in it is the one for everybody else. */
function followLink(event: MouseEvent<HTMLElement>): void {
  if (event.defaultPrevented || window.getSelection()?.type === 'Range') return
  if (event.target instanceof Element && event.target.closest('a, button, input, label')) return
  event.currentTarget.querySelector<HTMLElement>('[data-row-link]')?.click()
}
