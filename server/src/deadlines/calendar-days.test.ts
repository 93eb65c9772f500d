import { describe, expect, test } from 'vitest'
import { weekday } from '@qorgan/shared/dates'
import { CalendarDay } from '@qorgan/shared/deadlines'
import { addWorkingDays, loadedYears, workingCalendar, workingDaysBetween } from '@qorgan/shared/working-days'
import rows from './calendar-days.json' with { type: 'json' }

const days = rows.map((row) => CalendarDay.parse(row))
const years = loadedYears(days)
const calendar = workingCalendar(days, years)

describe('the calendar that an empty database gets', () => {
  test('names every day in three languages, with its legal ground, once', () => {
    expect(years).toEqual({ first: 2021, last: 2027 })
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
    expect(days.filter(({ name, basis }) => !name?.en || !basis)).toEqual([])
  })

  // 2024 and 2026 (with its old 30 August) equal the published balances of working time; 2022 had 245 before its
  // law of September exchanged 1 and 19 December for 24 and 25 October and a working Saturday.
  test.each([
    [2021, 245],
    [2022, 246],
    [2023, 246],
    [2024, 249],
    [2025, 246],
    [2026, 247],
    [2027, 247],
  ])('%i has %i working days', (year, count) => {
    expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(count)
  })

  test.each([
    ['2026-03-19', 15, '2026-04-14'],
    ['2024-04-30', 15, '2024-05-24'],
    ['2026-03-19', 3, '2026-03-27'],
    ['2027-03-12', 15, '2027-04-08'],
    ['2026-08-27', 15, '2026-09-17'],
    ['2026-12-14', 20, '2027-01-15'],
    ['2026-11-20', 15, '2026-12-11'],
  ])('%s + %i = %s, for certain', (from, workingDays, date) => {
    expect(addWorkingDays(calendar, from, workingDays)).toMatchObject({ date, provisional: false })
  })

  test('every day off that was worked has its exchange', () => {
    const count = (kind: string) => days.filter((day) => day.kind === kind).length
    const weekendHolidays = days.filter(({ kind, date }) => kind === 'holiday' && weekday(date) > 5)
    expect(count('moved_day_off')).toBe(weekendHolidays.length + count('working'))
  })

  test('is provisional before 2024 and where Kurban Ait is forecast', () => {
    expect(days.filter(({ date, provisional }) => provisional && date >= '2024').map(({ date }) => date)).toEqual([
      '2027-05-16',
    ])
    expect(days.filter(({ date, provisional }) => !provisional && date < '2024')).toEqual([])
  })
})
