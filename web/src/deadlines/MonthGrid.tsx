import { addDays, type Day, lastOfMonth, weekday } from '@qorgan/shared/dates'
import type { CalendarDay } from '@qorgan/shared/deadlines'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { months } from '../reports/periods.ts'
import classes from './Calendar.module.css'

interface Props {
  year: number
  month: number
  days: ReadonlyMap<Day, CalendarDay>
  /** Absent for those who only read. */
  onChoose?: (day: Day) => void
}

const week = [1, 2, 3, 4, 5, 6, 7] as const

export function MonthGrid({ year, month, days, onChoose }: Props) {
  const { t } = useText()
  const { longDay, label } = useFormat()
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const name = t(`months.m${months.find((one) => one === month) ?? 1}`)
  const dates: Day[] = []
  for (let day = first; day <= lastOfMonth(first); day = addDays(day, 1)) dates.push(day)
  const rows: (Day | null)[][] = []
  const cells = [...Array.from({ length: weekday(first) - 1 }, () => null), ...dates]
  for (let i = 0; i < cells.length; i += 7)
    rows.push([...cells.slice(i, i + 7), ...Array.from({ length: Math.max(0, i + 7 - cells.length) }, () => null)])
  const kindOf = (day: Day) => days.get(day)?.kind ?? (weekday(day) > 5 ? 'day_off' : 'ordinary')
  const words = (day: Day) => {
    const special = days.get(day)
    const kind = special
      ? t(`dayKind.${special.kind}`)
      : weekday(day) > 5
        ? t('dayKind.day_off')
        : t('office.calendar.ordinary')
    return [longDay(day), kind, special?.name ? label(special.name) : ''].filter(Boolean).join(', ')
  }
  return (
    <table className={classes['month']}>
      <caption>{name}</caption>
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
        {rows.map((row, i) => (
          <tr key={i}>
            {row.map((day, j) => (
              <td key={day ?? `${i}-${j}`}>
                {day !== null &&
                  (onChoose ? (
                    <button
                      type="button"
                      data-kind={kindOf(day)}
                      aria-label={words(day)}
                      title={words(day)}
                      onClick={() => onChoose(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                  ) : (
                    <span data-kind={kindOf(day)} title={words(day)}>
                      {Number(day.slice(8))}
                    </span>
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
