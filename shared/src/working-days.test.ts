import { describe, expect, test } from 'vitest'
import { addDays, dayFromNumber, dayNumber } from './dates.ts'
import { calendar2024To2027 as calendar, specialDays } from './working-calendar.fixture.ts'
import {
  addWorkingDays,
  explainWorkingDays,
  isWorkingDay,
  loadedYears,
  workingCalendar,
  workingDaysBetween,
} from './working-days.ts'

describe('the date so many working days on', () => {
  test.each([
    ['2026-03-19', 15, '2026-04-14'],
    ['2024-04-30', 15, '2024-05-24'],
    ['2026-03-19', 3, '2026-03-27'],
    ['2027-03-12', 15, '2027-04-08'],
    ['2026-08-27', 15, '2026-09-17'],
    ['2026-12-14', 20, '2027-01-15'],
    ['2026-11-20', 15, '2026-12-11'],
  ])('%s + %i = %s', (from, days, date) => {
    expect(addWorkingDays(calendar, from, days)).toMatchObject({ date, provisional: false })
  })

  test('names the weekdays off that it passed over, and the days of a weekend that it counted', () => {
    expect(addWorkingDays(calendar, '2024-04-30', 15)).toMatchObject({
      skipped: ['2024-05-01', '2024-05-07', '2024-05-08', '2024-05-09'],
      worked: ['2024-05-04'],
    })
  })

  test.each([
    ['2026-03-19', '2026-03-19', []],
    ['2026-03-21', '2026-03-26', ['2026-03-23', '2026-03-24', '2026-03-25']],
    ['2026-03-23', '2026-03-26', ['2026-03-23', '2026-03-24', '2026-03-25']],
  ])('no days from %s is %s: itself, or the next working day', (from, date, skipped) => {
    expect(addWorkingDays(calendar, from, 0)).toMatchObject({ date, skipped })
  })

  test('a part of a day, or days back, are refused', () => {
    expect(() => addWorkingDays(calendar, '2026-03-19', -1)).toThrow(RangeError)
    expect(() => addWorkingDays(calendar, '2026-03-19', 1.5)).toThrow(RangeError)
  })

  test.each([
    ['2024-01-01', '2024-12-31', 249],
    ['2025-01-01', '2025-12-31', 246],
    ['2026-01-01', '2026-12-31', 247],
    ['2027-01-01', '2027-12-31', 247],
  ])('working days of the year %s..%s: %i', (first, last, count) => {
    expect(workingDaysBetween(calendar, addDays(first, -1), last)).toBe(count)
    let oneByOne = 0
    for (let day = first; day <= last; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) oneByOne++
    expect(oneByOne).toBe(count)
  })
})

describe('what holds for every date', () => {
  const everyDay = Array.from({ length: 1700 }, (_, i) => addDays('2023-10-01', i))

  test('adding then counting gives the days back; a later start never ends earlier', () => {
    for (const workingDays of [1, 2, 15, 40]) {
      let before = ''
      for (const from of everyDay) {
        const { date } = addWorkingDays(calendar, from, workingDays)
        expect(isWorkingDay(calendar, date)).toBe(true)
        expect(workingDaysBetween(calendar, from, date)).toBe(workingDays)
        expect(date >= before).toBe(true)
        before = date
      }
    }
  })

  test('two terms on end are one term of their sum', () => {
    for (const from of everyDay) {
      const middle = addWorkingDays(calendar, from, 7).date
      expect(addWorkingDays(calendar, middle, 8).date).toBe(addWorkingDays(calendar, from, 15).date)
    }
  })

  test('counts before 1970 and across centuries follow the week', () => {
    const none = workingCalendar([], null)
    // 1900-01-01 was a Monday.
    expect(addWorkingDays(none, '1900-01-01', 5)).toMatchObject({ date: '1900-01-08', provisional: true })
    expect(isWorkingDay(none, '1900-01-06')).toBe(false)
    for (let day = dayNumber('1969-12-01'); day < dayNumber('1970-02-01'); day++) {
      const from = dayFromNumber(day)
      expect(workingDaysBetween(none, from, addDays(from, 7))).toBe(5)
    }
  })

  test('nothing lies between a day and itself or an earlier one', () => {
    expect(workingDaysBetween(calendar, '2026-03-19', '2026-03-19')).toBe(0)
    expect(workingDaysBetween(calendar, '2026-03-19', '2026-03-01')).toBe(0)
  })
})

describe('a provisional count', () => {
  test.each([
    ['2027-12-27', 15, [2028]],
    ['2023-12-25', 5, [2023]],
    ['2023-12-31', 5, []],
    ['2027-05-14', 1, [2027]],
    ['2027-05-13', 1, []],
    ['2027-12-30', 280, [2028, 2029]],
  ])('%s + %i rests on the unsure years %j', (from, days, years) => {
    expect(addWorkingDays(calendar, from, days)).toMatchObject({
      provisional: years.length > 0,
      provisionalYears: years,
    })
  })

  test('outside the loaded years only weekends count', () => {
    expect(addWorkingDays(calendar, '2027-12-31', 5)).toMatchObject({ date: '2028-01-07', skipped: [] })
  })

  test('the loaded years are those with the holidays of a year; one day entered ahead loads nothing', () => {
    expect(loadedYears(specialDays)).toEqual({ first: 2024, last: 2027 })
    expect(loadedYears([...specialDays, { date: '2028-01-01', kind: 'holiday' }])).toEqual({ first: 2024, last: 2027 })
    expect(loadedYears([])).toBeNull()
  })
})

describe('the sentence', () => {
  test.each([
    [
      '2026-03-19',
      15,
      '15 рабочих дней с 19 марта, без 23, 24 и 25 марта',
      '19 наурыздан бастап 15 жұмыс күні, 23, 24 және 25 наурыз есепке алынбайды',
      '15 working days from 19 March, without 23, 24 and 25 March',
    ],
    [
      '2026-03-23',
      2,
      '2 рабочих дня с 23 марта, без 24 и 25 марта',
      '23 наурыздан бастап 2 жұмыс күні, 24 және 25 наурыз есепке алынбайды',
      '2 working days from 23 March, without 24 and 25 March',
    ],
    [
      '2026-09-02',
      1,
      '1 рабочий день со 2 сентября',
      '2 қыркүйектен бастап 1 жұмыс күні',
      '1 working day from 2 September',
    ],
    [
      '2026-12-14',
      20,
      '20 рабочих дней с 14 декабря 2026 года, без 16 декабря 2026 года, 1, 4 и 7 января 2027 года',
      '2026 жылғы 14 желтоқсаннан бастап 20 жұмыс күні, 2026 жылғы 16 желтоқсан, 2027 жылғы 1, 4 және 7 қаңтар есепке алынбайды',
      '20 working days from 14 December 2026, without 16 December 2026, 1, 4 and 7 January 2027',
    ],
    [
      '2024-04-30',
      15,
      '15 рабочих дней с 30 апреля, без 1, 7, 8 и 9 мая, 4 мая — рабочий день',
      '30 сәуірден бастап 15 жұмыс күні, 1, 7, 8 және 9 мамыр есепке алынбайды, 4 мамыр — жұмыс күні',
      '15 working days from 30 April, without 1, 7, 8 and 9 May, with 4 May worked',
    ],
    [
      '2026-04-20',
      51,
      '51 рабочий день с 20 апреля, без 1, 7, 11, 27 мая и 6 июля',
      '20 сәуірден бастап 51 жұмыс күні, 1, 7, 11, 27 мамыр және 6 шілде есепке алынбайды',
      '51 working days from 20 April, without 1, 7, 11, 27 May and 6 July',
    ],
    [
      '2028-02-01',
      5,
      '5 рабочих дней с 1 февраля (календарь на 2028 год не утверждён)',
      '1 ақпаннан бастап 5 жұмыс күні (2028 жылғы күнтізбе бекітілмеген)',
      '5 working days from 1 February (the calendar for 2028 is not approved)',
    ],
    [
      '2027-12-30',
      280,
      '280 рабочих дней с 30 декабря 2027 года (календарь на 2028 и 2029 годы не утверждён)',
      '2027 жылғы 30 желтоқсаннан бастап 280 жұмыс күні (2028 және 2029 жылдардағы күнтізбе бекітілмеген)',
      '280 working days from 30 December 2027 (the calendars for 2028 and 2029 are not approved)',
    ],
    ['2026-03-19', 0, 'в тот же день: 19 марта', 'сол күні: 19 наурыз', 'the same day: 19 March'],
    [
      '2026-03-22',
      0,
      'первый рабочий день с 22 марта, без 23, 24 и 25 марта',
      '22 наурыздан бастап бірінші жұмыс күні, 23, 24 және 25 наурыз есепке алынбайды',
      'the first working day from 22 March, without 23, 24 and 25 March',
    ],
  ])('%s + %i', (from, days, ru, kk, en) => {
    expect(explainWorkingDays(addWorkingDays(calendar, from, days))).toEqual({ ru, kk, en })
  })

  test.each([
    ['01', 'қаңтардан'],
    ['02', 'ақпаннан'],
    ['03', 'наурыздан'],
    ['04', 'сәуірден'],
    ['05', 'мамырдан'],
    ['06', 'маусымнан'],
    ['07', 'шілдеден'],
    ['08', 'тамыздан'],
    ['09', 'қыркүйектен'],
    ['10', 'қазаннан'],
    ['11', 'қарашадан'],
    ['12', 'желтоқсаннан'],
  ])('month %s in Kazakh: 12 %s бастап', (month, from) => {
    const { kk } = explainWorkingDays(addWorkingDays(calendar, `2026-${month}-12`, 1))
    expect(kk).toMatch(new RegExp(`^12 ${from} бастап 1 жұмыс күні`))
  })
})
