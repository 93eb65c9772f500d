import { addDays, type Day, monthOf, weekday } from '@qorgan/shared/dates'
import type { CaseCalendarEntry } from '@qorgan/shared/hearings'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { calendarQueries } from '../deadlines/queries.ts'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { CalendarEntry } from './CalendarEntry.tsx'
import classes from './CaseCalendar.module.css'
import type { CalendarSearch, CalendarView } from './search.ts'

interface Props {
  view: CalendarView
  span: { from: Day; to: Day }
  month: Day
  on: Day
  entries: readonly CaseCalendarEntry[] | undefined
  stale: boolean
  label: string
  onGo: (search: CalendarSearch) => void
}

const route = getRouteApi('/_app/case-calendar')
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const week = [1, 2, 3, 4, 5, 6, 7] as const
/** A month's cell holds so many; the rest is one press away. */
const shownInMonth = 3

/** Weeks as rows; arrows walk from day to day, and on into the next month. On a phone the days with something stand one below another. */
export function CalendarGrid({ view, span, month, on, entries, stale, label, onGo }: Props) {
  const { t } = useText()
  const table = useRef<HTMLTableElement>(null)
  const walking = useRef(false)
  const off = useDaysOff(on)
  const days: Day[] = []
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) days.push(day)
  const rows = Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7))
  const of = (day: Day) => (entries ?? []).filter((entry) => entry.on === day)

  useEffect(() => {
    if (walking.current) focusDay(table.current, on)
    walking.current = false
  }, [on])

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key]
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-day]') : null
    const from = cell?.dataset['day']
    if (step === undefined || from === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = addDays(from, step)
    walking.current = true
    if (next === on) focusDay(table.current, next)
    else onGo({ on: next })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the links inside; here they are heard once
    <table
      ref={table}
      className={classes['grid']}
      data-view={view}
      aria-label={label}
      aria-busy={stale || entries === undefined}
      onKeyDown={walk}
    >
      <thead>
        <tr>
          {week.map((day) => (
            <th key={day} scope="col">
              {t(`weekdays.d${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((day) => (
              <DayCell
                key={day}
                day={day}
                view={view}
                entries={of(day)}
                current={day === on}
                outside={view === 'month' && monthOf(day) !== monthOf(month)}
                off={off.get(day) ?? weekday(day) > 5}
              />
            ))}
          </tr>
        ))}
      </tbody>
      {entries?.length === 0 && <caption className={classes['nothing']}>{t('counsel.calendar.nothing')}</caption>}
    </table>
  )
}

const focusDay = (within: HTMLElement | null, day: Day) =>
  within?.querySelector<HTMLElement>(`[data-day="${day}"] [data-day-link]`)?.focus()

interface CellProps {
  day: Day
  view: CalendarView
  entries: readonly CaseCalendarEntry[]
  current: boolean
  outside: boolean
  off: boolean
}

function DayCell({ day, view, entries, current, outside, off }: CellProps) {
  const { t } = useText()
  const { longDay } = useFormat()
  const search = route.useSearch()
  const shown = view === 'month' && entries.length > shownInMonth + 1 ? entries.slice(0, shownInMonth) : entries
  const rest = entries.length - shown.length
  return (
    <td
      data-day={day}
      data-today={day === today() || undefined}
      data-outside={outside || undefined}
      data-off={off || undefined}
      data-empty={entries.length === 0 || undefined}
    >
      <Link
        to="/case-calendar"
        search={{ ...search, view: view === 'month' ? 'week' : 'month', on: day }}
        className={classes['day']}
        data-day-link
        tabIndex={current ? 0 : -1}
        aria-label={[
          longDay(day),
          day === today() && t('state.today'),
          t('counsel.calendar.entries', { count: entries.length, value: entries.length }),
        ]
          .filter(Boolean)
          .join(', ')}
        {...(day === today() ? { 'aria-current': 'date' as const } : {})}
      >
        <span className={classes['date']}>{Number(day.slice(8))}</span>
        <span className={classes['longDate']}>{longDay(day)}</span>
      </Link>
      {entries.length > 0 && (
        <ul className={classes['entries']}>
          {shown.map((entry) => (
            <li key={entry.id}>
              <CalendarEntry entry={entry} full={view === 'week'} />
            </li>
          ))}
          {rest > 0 && (
            <li>
              <Link to="/case-calendar" search={{ ...search, view: 'week', on: day }} className={classes['rest']}>
                {t('counsel.calendar.rest', { value: rest })}
              </Link>
            </li>
          )}
        </ul>
      )}
    </td>
  )
}

/** Days that the working calendar makes free, or takes back. */
function useDaysOff(on: Day): ReadonlyMap<Day, boolean> {
  const days = useQuery(calendarQueries.year(Number(on.slice(0, 4)))).data ?? []
  return new Map(days.map((day) => [day.date, day.kind !== 'working']))
}
