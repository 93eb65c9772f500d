import { describe, expect, test } from 'vitest'
import { type DueEvent, dueDate } from './due-dates.ts'
import { calendar2024To2027 as calendar } from './working-calendar.fixture.ts'

const registered = { kind: 'registered', on: '2026-11-20', workingDays: 15 } as const
const suspended = (on: string): DueEvent => ({ kind: 'suspended', on })
const resumed = (on: string): DueEvent => ({ kind: 'resumed', on })
const extended = (on: string, dueOn: string): DueEvent => ({ kind: 'extended', on, dueOn })
const reopened = (on: string, workingDays = 15): DueEvent => ({ kind: 'reopened', on, workingDays })

interface Story {
  story: string
  events: DueEvent[]
  dueOn: string
  ru: string
  kk: string
  en: string
  provisional?: boolean
}

const stories: Story[] = [
  {
    story: 'registered',
    events: [registered],
    dueOn: '2026-12-11',
    ru: '15 рабочих дней с 20 ноября',
    kk: '20 қарашадан бастап 15 жұмыс күні',
    en: '15 working days from 20 November',
  },
  {
    story: 'an earlier date that a person set',
    events: [{ ...registered, dueOn: '2026-12-05' }],
    dueOn: '2026-12-05',
    ru: 'срок назначен: 5 декабря',
    kk: 'мерзім белгіленді: 5 желтоқсан',
    en: 'due date set: 5 December',
  },
  {
    story: 'a later wish does not hold',
    events: [{ ...registered, dueOn: '2026-12-12', forwardedDueOn: '2026-12-30' }],
    dueOn: '2026-12-11',
    ru: '15 рабочих дней с 20 ноября',
    kk: '20 қарашадан бастап 15 жұмыс күні',
    en: '15 working days from 20 November',
  },
  {
    story: 'the forwarding body’s date, earlier than the person’s',
    events: [{ ...registered, dueOn: '2026-12-05', forwardedDueOn: '2026-12-01' }],
    dueOn: '2026-12-01',
    ru: 'срок органа, направившего обращение: 1 декабря',
    kk: 'жолданымды жіберген органның мерзімі: 1 желтоқсан',
    en: 'due date of the body that forwarded the appeal: 1 December',
  },
  {
    story: 'the person’s date, as early as the forwarding body’s',
    events: [{ ...registered, dueOn: '2026-12-01', forwardedDueOn: '2026-12-01' }],
    dueOn: '2026-12-01',
    ru: 'срок назначен: 1 декабря',
    kk: 'мерзім белгіленді: 1 желтоқсан',
    en: 'due date set: 1 December',
  },
  {
    story: 'extended',
    events: [registered, extended('2026-12-01', '2026-12-20')],
    dueOn: '2026-12-20',
    ru: 'срок продлён до 20 декабря 2026 года',
    kk: 'мерзім 2026 жылғы 20 желтоқсанға дейін ұзартылды',
    en: 'extended to 20 December 2026',
  },
  {
    story: 'while suspended the date stays',
    events: [registered, suspended('2026-11-25')],
    dueOn: '2026-12-11',
    ru: '15 рабочих дней с 20 ноября; срок приостановлен с 25 ноября',
    kk: '20 қарашадан бастап 15 жұмыс күні; мерзім 25 қарашадан бастап тоқтатыла тұрды',
    en: '15 working days from 20 November; the clock has been stopped since 25 November',
  },
  {
    story: 'suspended and resumed: 26, 27, 30 November and 1 December move it past 16 December',
    events: [registered, suspended('2026-11-25'), resumed('2026-12-01')],
    dueOn: '2026-12-18',
    ru: '15 рабочих дней с 20 ноября, без 16 декабря; срок приостановлен на 4 рабочих дня',
    kk: '20 қарашадан бастап 15 жұмыс күні, 16 желтоқсан есепке алынбайды; мерзім 4 жұмыс күніне тоқтатыла тұрды',
    en: '15 working days from 20 November, without 16 December; suspended for 4 working days',
  },
  {
    story: 'suspended over a weekend moves nothing',
    events: [registered, suspended('2026-11-27'), resumed('2026-11-29')],
    dueOn: '2026-12-11',
    ru: '15 рабочих дней с 20 ноября',
    kk: '20 қарашадан бастап 15 жұмыс күні',
    en: '15 working days from 20 November',
  },
  {
    story: 'suspended twice',
    events: [
      registered,
      suspended('2026-11-23'),
      resumed('2026-11-24'),
      suspended('2026-11-26'),
      resumed('2026-11-30'),
    ],
    dueOn: '2026-12-17',
    ru: '15 рабочих дней с 20 ноября, без 16 декабря; срок приостановлен на 3 рабочих дня',
    kk: '20 қарашадан бастап 15 жұмыс күні, 16 желтоқсан есепке алынбайды; мерзім 3 жұмыс күніне тоқтатыла тұрды',
    en: '15 working days from 20 November, without 16 December; suspended for 3 working days',
  },
  {
    story: 'suspended again and standing',
    events: [registered, suspended('2026-11-23'), resumed('2026-11-24'), suspended('2026-12-02')],
    dueOn: '2026-12-14',
    ru: '15 рабочих дней с 20 ноября; срок приостановлен на 1 рабочий день; срок снова приостановлен со 2 декабря',
    kk: '20 қарашадан бастап 15 жұмыс күні; мерзім 1 жұмыс күніне тоқтатыла тұрды; мерзім 2 желтоқсаннан бастап қайтадан тоқтатыла тұрды',
    en: '15 working days from 20 November; suspended for 1 working day; the clock has been stopped again since 2 December',
  },
  {
    story: 'extended after it was resumed: the decided date stands',
    events: [registered, suspended('2026-11-25'), resumed('2026-12-01'), extended('2026-12-10', '2027-02-10')],
    dueOn: '2027-02-10',
    ru: 'срок продлён до 10 февраля 2027 года',
    kk: 'мерзім 2027 жылғы 10 ақпанға дейін ұзартылды',
    en: 'extended to 10 February 2027',
  },
  {
    story: 'extended, then suspended across a holiday and the turn of the year',
    events: [registered, extended('2026-12-01', '2026-12-30'), suspended('2026-12-14'), resumed('2026-12-18')],
    dueOn: '2027-01-06',
    ru: 'срок продлён до 30 декабря 2026 года; срок приостановлен на 3 рабочих дня, без 1 и 4 января 2027 года',
    kk: 'мерзім 2026 жылғы 30 желтоқсанға дейін ұзартылды; мерзім 3 жұмыс күніне тоқтатыла тұрды, 2027 жылғы 1 және 4 қаңтар есепке алынбайды',
    en: 'extended to 30 December 2026; suspended for 3 working days, without 1 and 4 January 2027',
  },
  {
    story: 'a set date is moved by a suspension too',
    events: [{ ...registered, dueOn: '2026-12-05' }, suspended('2026-11-25'), resumed('2026-11-27')],
    dueOn: '2026-12-08',
    ru: 'срок назначен: 5 декабря; срок приостановлен на 2 рабочих дня',
    kk: 'мерзім белгіленді: 5 желтоқсан; мерзім 2 жұмыс күніне тоқтатыла тұрды',
    en: 'due date set: 5 December; suspended for 2 working days',
  },
  {
    story: 'reopened: a new term, whatever came before',
    events: [
      registered,
      suspended('2026-11-25'),
      resumed('2026-12-01'),
      extended('2026-12-10', '2027-02-10'),
      reopened('2026-12-14', 20),
    ],
    dueOn: '2027-01-15',
    ru: 'открыто заново: 20 рабочих дней с 14 декабря 2026 года, без 16 декабря 2026 года, 1, 4 и 7 января 2027 года',
    kk: 'қайта ашылды: 2026 жылғы 14 желтоқсаннан бастап 20 жұмыс күні, 2026 жылғы 16 желтоқсан, 2027 жылғы 1, 4 және 7 қаңтар есепке алынбайды',
    en: 'reopened: 20 working days from 14 December 2026, without 16 December 2026, 1, 4 and 7 January 2027',
  },
  {
    story: 'reopened, then suspended',
    events: [registered, reopened('2026-09-01', 5), suspended('2026-09-02'), resumed('2026-09-07')],
    dueOn: '2026-09-11',
    ru: 'открыто заново: 5 рабочих дней с 1 сентября; срок приостановлен на 3 рабочих дня',
    kk: 'қайта ашылды: 1 қыркүйектен бастап 5 жұмыс күні; мерзім 3 жұмыс күніне тоқтатыла тұрды',
    en: 'reopened: 5 working days from 1 September; suspended for 3 working days',
  },
  {
    story: 'into a year whose calendar is not loaded',
    events: [{ kind: 'registered', on: '2027-12-27', workingDays: 15 }],
    dueOn: '2028-01-17',
    ru: '15 рабочих дней с 27 декабря 2027 года (календарь на 2028 год не утверждён)',
    kk: '2027 жылғы 27 желтоқсаннан бастап 15 жұмыс күні (2028 жылғы күнтізбе бекітілмеген)',
    en: '15 working days from 27 December 2027 (the calendar for 2028 is not approved)',
    provisional: true,
  },
  {
    story: 'a decided date leaves the doubt about the calendar behind',
    events: [{ kind: 'registered', on: '2027-12-27', workingDays: 15 }, extended('2028-01-10', '2028-02-01')],
    dueOn: '2028-02-01',
    ru: 'срок продлён до 1 февраля 2028 года',
    kk: 'мерзім 2028 жылғы 1 ақпанға дейін ұзартылды',
    en: 'extended to 1 February 2028',
  },
]

describe('the due date of a log', () => {
  test.each(stories)('$story', ({ events, dueOn, ru, kk, en, provisional = false }) => {
    expect(dueDate({ calendar, events })).toEqual({ dueOn, explained: { ru, kk, en }, provisional })
  })

  test('a resumption without a suspension changes nothing', () => {
    expect(dueDate({ calendar, events: [registered, resumed('2026-12-01')] }).dueOn).toBe('2026-12-11')
  })

  test('a log without its registration is refused', () => {
    expect(() => dueDate({ calendar, events: [] })).toThrow('registration')
    expect(() => dueDate({ calendar, events: [suspended('2026-11-25')] })).toThrow('suspended')
  })
})
