import { describe, expect, test } from 'vitest'
import { explainLegalTerm, legalTerm, type TermSource } from './legal-term.ts'
import type { TermUnit } from './legal-terms.ts'
import { calendar2024To2027 as calendar } from './working-calendar.fixture.ts'
import { workingCalendar } from './working-days.ts'

describe('the last day of a term', () => {
  // Each counted by hand on a wall calendar with the days off of its year.
  test.each([
    ['a month that ends on a Sunday', '2026-10-15', 1, 'month', '2026-11-16'],
    ['a month that ends on a working day', '2026-10-14', 1, 'month', '2026-11-16'],
    ['a month that ends on a Friday', '2026-10-13', 1, 'month', '2026-11-13'],
    ['a month that lacks the date, and its last day is a Saturday', '2026-01-31', 1, 'month', '2026-03-02'],
    ['two months into Nauryz with its moved days off', '2026-01-21', 2, 'month', '2026-03-26'],
    ['three months that end on a Sunday after New Year', '2025-10-04', 3, 'month', '2026-01-05'],
    ['a month that ends on a Saturday that is worked', '2024-04-04', 1, 'month', '2024-05-04'],
    ['a month that ends on a day off moved by order, before a holiday', '2024-04-08', 1, 'month', '2024-05-10'],
    [
      'fifteen days that end on Victory Day, a Saturday, with its Monday off',
      '2026-04-24',
      15,
      'calendar_day',
      '2026-05-12',
    ],
    ['ten days that end on Independence Day', '2026-12-06', 10, 'calendar_day', '2026-12-17'],
    ['ten days over a weekend that end on a working day', '2026-11-13', 10, 'calendar_day', '2026-11-23'],
    ['a year from a leap day', '2024-02-29', 1, 'year', '2025-02-28'],
    ['a year that ends on a Saturday', '2025-08-15', 1, 'year', '2026-08-17'],
    ['two years that end on a worked day', '2024-11-20', 2, 'year', '2026-11-20'],
    ['ten working days over Nauryz', '2026-03-12', 10, 'working_day', '2026-03-31'],
    ['fifteen working days', '2026-11-20', 15, 'working_day', '2026-12-11'],
    ['no days at all from a day off', '2026-03-21', 0, 'calendar_day', '2026-03-26'],
    ['no months from a working day', '2026-11-20', 0, 'month', '2026-11-20'],
  ] as const)('%s: %s + %i %s = %s', (_, from, length, unit, date) => {
    expect(legalTerm(calendar, from, { length, unit })).toMatchObject({ date, provisionalYears: [] })
  })

  test('is never a day off, never before the count, and never earlier for a later event', () => {
    for (const unit of ['calendar_day', 'month', 'year'] as const satisfies TermUnit[]) {
      let before = ''
      for (let n = 0; n < 700; n++) {
        const from = new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)
        const { date, ends } = legalTerm(calendar, from, { length: 1, unit })
        expect(date >= ends && date >= before).toBe(true)
        before = date
      }
    }
  })

  test('a part of a day, and days back, are refused', () => {
    expect(() => legalTerm(calendar, '2026-03-19', { length: 1.5, unit: 'month' })).toThrow(RangeError)
    expect(() => legalTerm(calendar, '2026-03-19', { length: -1, unit: 'calendar_day' })).toThrow(RangeError)
  })
})

describe('a provisional last day', () => {
  test.each([
    ['ends in a year whose calendar is not known', '2027-07-10', 6, 'month', '2028-01-10', [2028]],
    ['ends on a forecast day off', '2027-04-16', 1, 'month', '2027-05-17', [2027]],
    ['passes a forecast day, but a count of months does not ask', '2027-04-20', 1, 'month', '2027-05-20', []],
    ['a count of working days passes it', '2027-05-13', 5, 'working_day', '2027-05-20', [2027]],
    ['starts in an unknown year, ends in a known one', '2023-12-20', 1, 'month', '2024-01-22', []],
  ] as const)('%s', (_, from, length, unit, date, years) => {
    expect(legalTerm(calendar, from, { length, unit })).toMatchObject({ date, provisionalYears: years })
  })

  test('without a calendar only weekends are known', () => {
    const none = workingCalendar([], null)
    expect(legalTerm(none, '2026-10-15', { length: 1, unit: 'month' })).toMatchObject({
      date: '2026-11-16',
      provisionalYears: [2026],
    })
  })
})

describe('the sentence', () => {
  const source: TermSource = {
    event: { ru: 'вручение акта', kk: 'акт тапсырылды', en: 'service of the act' },
    act: 'ТК РК',
    article: 'ст. 160 п. 1',
  }
  const says = (from: string, length: number, unit: TermUnit, of: TermSource = source) =>
    explainLegalTerm(legalTerm(calendar, from, { length, unit }), of)

  test.each([
    [
      '2026-10-15',
      1,
      'month',
      '1 месяц с 15 октября (вручение акта; ТК РК, ст. 160 п. 1): 15 ноября — нерабочий день, поэтому 16 ноября',
      '15 қазаннан бастап 1 ай (акт тапсырылды; ТК РК, ст. 160 п. 1): 15 қараша — жұмыс күні емес, сондықтан 16 қараша',
      '1 month from 15 October (service of the act; ТК РК, ст. 160 п. 1): 15 November is a day off, so 16 November',
    ],
    [
      '2026-01-21',
      2,
      'month',
      '2 месяца с 21 января (вручение акта; ТК РК, ст. 160 п. 1): 21–25 марта — нерабочие дни, поэтому 26 марта',
      '21 қаңтардан бастап 2 ай (акт тапсырылды; ТК РК, ст. 160 п. 1): 21–25 наурыз — жұмыс күндері емес, сондықтан 26 наурыз',
      '2 months from 21 January (service of the act; ТК РК, ст. 160 п. 1): 21–25 March are days off, so 26 March',
    ],
    [
      '2025-11-20',
      1,
      'year',
      '1 год с 20 ноября 2025 года (вручение акта; ТК РК, ст. 160 п. 1): 20 ноября 2026 года',
      '2025 жылғы 20 қарашадан бастап 1 жыл (акт тапсырылды; ТК РК, ст. 160 п. 1): 2026 жылғы 20 қараша',
      '1 year from 20 November 2025 (service of the act; ТК РК, ст. 160 п. 1): 20 November 2026',
    ],
    [
      '2026-03-12',
      10,
      'working_day',
      '10 рабочих дней с 12 марта (вручение акта; ТК РК, ст. 160 п. 1), без 23, 24 и 25 марта: 31 марта',
      '12 наурыздан бастап 10 жұмыс күні (акт тапсырылды; ТК РК, ст. 160 п. 1), 23, 24 және 25 наурыз есепке алынбайды: 31 наурыз',
      '10 working days from 12 March (service of the act; ТК РК, ст. 160 п. 1), without 23, 24 and 25 March: 31 March',
    ],
    [
      '2027-12-20',
      22,
      'calendar_day',
      '22 календарных дня с 20 декабря 2027 года (вручение акта; ТК РК, ст. 160 п. 1): 11 января 2028 года (календарь на 2028 год не утверждён)',
      '2027 жылғы 20 желтоқсаннан бастап 22 күнтізбелік күн (акт тапсырылды; ТК РК, ст. 160 п. 1): 2028 жылғы 11 қаңтар (2028 жылғы күнтізбе бекітілмеген)',
      '22 calendar days from 20 December 2027 (service of the act; ТК РК, ст. 160 п. 1): 11 January 2028 (the calendar for 2028 is not approved)',
    ],
    [
      '2026-11-02',
      15,
      'calendar_day',
      '15 календарных дней со 2 ноября (вручение акта; ТК РК, ст. 160 п. 1): 17 ноября',
      '2 қарашадан бастап 15 күнтізбелік күн (акт тапсырылды; ТК РК, ст. 160 п. 1): 17 қараша',
      '15 calendar days from 2 November (service of the act; ТК РК, ст. 160 п. 1): 17 November',
    ],
  ] as const)('%s + %i %s', (from, length, unit, ru, kk, en) => {
    expect(says(from, length, unit)).toEqual({ ru, kk, en })
  })

  test('an event without an English name is said in Russian', () => {
    expect(says('2026-11-02', 5, 'year', { ...source, event: { ...source.event, en: null } }).en).toContain(
      '(вручение акта; ТК РК',
    )
    expect(says('2026-11-02', 5, 'year').ru).toContain('5 лет со 2 ноября 2026 года')
  })
})
