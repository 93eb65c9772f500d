import { getAppeal, registerAppeal, resolveAppeal } from '@qorgan/shared/appeals'
import { listTimeline } from '@qorgan/shared/timeline'
import { listAudit } from '@qorgan/shared/audit'
import {
  addWorkingDays,
  changeAppealTerm,
  clearCalendarDay,
  listAppealTerms,
  listCalendar,
  setCalendarDay,
} from '@qorgan/shared/deadlines'
import { AppealCategory } from '@qorgan/shared/organisation'
import { describe, expect } from 'vitest'
import { aBranch, aUser } from '../factories.ts'
import { test } from '../harness.ts'

describe('counting working days', () => {
  // The vectors of the union's calendar: the count starts the next day and ends on a working one.
  test.for([
    ['2026-03-19', 15, '2026-04-14'],
    ['2024-04-30', 15, '2024-05-24'],
    ['2026-12-14', 20, '2027-01-15'],
  ] as const)('%s and %i more: %s', async ([from, workingDays, date], { db, as }) => {
    const specialist = as(await aUser(db, 'branch_specialist', await aBranch(db)))
    const { status, body } = await specialist.call(addWorkingDays, { query: { from, workingDays } })
    expect(status).toBe(200)
    expect(body).toMatchObject({ date, provisional: false })
    expect(body.explained.ru).toContain(`${workingDays} рабочих дней`)
  })

  test('explains itself, and says where only weekends are known', async ({ db, as }) => {
    const specialist = as(await aUser(db, 'branch_specialist', await aBranch(db)))
    const count = (query: { from: string; workingDays: number }) => specialist.call(addWorkingDays, { query })
    expect((await count({ from: '2026-03-19', workingDays: 3 })).body).toEqual({
      date: '2026-03-27',
      explained: {
        ru: '3 рабочих дня с 19 марта, без 23, 24 и 25 марта',
        kk: '19 наурыздан бастап 3 жұмыс күні, 23, 24 және 25 наурыз есепке алынбайды',
        en: '3 working days from 19 March, without 23, 24 and 25 March',
      },
      provisional: false,
    })
    const unknown = await count({ from: '2031-03-03', workingDays: 5 })
    expect(unknown.body).toMatchObject({ date: '2031-03-10', provisional: true })
    expect(unknown.body.explained.ru).toContain('календарь на 2031 год не утверждён')
  })

  test('refuses what lies beyond every calendar', async ({ db, as }) => {
    const specialist = as(await aUser(db, 'branch_specialist', await aBranch(db)))
    const late = await specialist.call(addWorkingDays, { query: { from: '2199-12-20', workingDays: 900 } })
    expect(late).toMatchObject({ status: 422, body: { errors: [{ path: '/workingDays', code: 'field.tooLate' }] } })
    for (const query of ['from=2026-02-30&workingDays=5', 'from=2026-02-02&workingDays=-1', 'from=2026-02-02'])
      expect(await specialist.send('GET', `/working-calendar/add?${query}`), query).toMatchObject({ status: 422 })
  })
})

describe('the calendar', () => {
  test('is listed between two days, both inclusive', async ({ db, as }) => {
    const specialist = as(await aUser(db, 'branch_specialist', await aBranch(db)))
    const list = (query: object) => specialist.call(listCalendar, { query })
    const march = await list({ from: '2026-03-08', to: '2026-03-25' })
    expect(march.body.items.map(({ date }) => date)).toEqual([
      '2026-03-08',
      '2026-03-09',
      '2026-03-21',
      '2026-03-22',
      '2026-03-23',
      '2026-03-24',
      '2026-03-25',
    ])
    const first = await list({ from: '2026-03-08', limit: 1 })
    expect(first.body.items).toEqual(march.body.items.slice(0, 1))
    const next = await list({ from: '2026-03-08', limit: 1, cursor: first.body.nextCursor })
    expect(next.body.items).toEqual(march.body.items.slice(1, 2))
    expect((await list({ from: '2026-03-25', to: '2026-03-08' })).body.items).toEqual([])
  })

  test('a day is set and made ordinary again by the administrator, and the trail says so', async ({ db, as }) => {
    const admin = as(await aUser(db, 'administrator'))
    const params = { date: '2030-06-05' }
    const name = { ru: 'Перенос', kk: 'Ауыстыру', en: null }
    const set = await admin.call(setCalendarDay, { params, body: { kind: 'day_off', name, basis: 'Приказ № 1' } })
    const day = { date: '2030-06-05', kind: 'day_off', name, basis: 'Приказ № 1', provisional: false }
    expect(set).toMatchObject({ status: 200, body: day })
    const count = () => admin.call(addWorkingDays, { query: { from: '2030-06-04', workingDays: 1 } })
    expect((await count()).body.date).toBe('2030-06-06')
    const worked = await admin.call(setCalendarDay, { params, body: { kind: 'working' } })
    expect(worked.body).toEqual({ ...day, kind: 'working', name: null, basis: null })
    expect((await count()).body.date).toBe('2030-06-05')
    expect(await admin.call(clearCalendarDay, { params })).toMatchObject({ status: 204 })
    expect(await admin.call(clearCalendarDay, { params })).toMatchObject({ status: 404 })
    const trail = await as(await aUser(db, 'auditor')).call(listAudit, { query: { entityId: params.date } })
    expect(trail.body.items.map(({ action, fields }) => [action, ...fields])).toEqual([
      ['calendarDay.cleared'],
      ['calendarDay.set', 'kind', 'name', 'basis'],
      ['calendarDay.set', 'date', 'kind', 'name', 'basis', 'provisional'],
    ])
  })

  test('is changed by nobody else, and on real days only', async ({ db, as }) => {
    for (const role of ['council_head', 'council_specialist', 'auditor'] as const) {
      const user = as(await aUser(db, role))
      const put = await user.call(setCalendarDay, { params: { date: '2030-06-06' }, body: { kind: 'working' } })
      expect(put).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } })
    }
    const admin = as(await aUser(db, 'administrator'))
    for (const date of ['2030-02-30', '30-02-01', '1899-12-31', '2200-01-01', 'add'])
      expect(await admin.call(setCalendarDay, { params: { date }, body: { kind: 'working' } }), date).toMatchObject({
        status: 404,
      })
    expect(await admin.send('PUT', '/working-calendar/2030-06-06', { body: { kind: 'feast' } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/kind' }] },
    })
  })
})

describe('a day that is set', () => {
  test('moves the due dates of open appeals, of those alone that it touches, and says so in their logs', async ({
    db,
    as,
  }) => {
    const chair = as(await aUser(db, 'branch_chair', await aBranch(db)))
    const admin = as(await aUser(db, 'administrator'))
    const register = async (receivedOn: string) => {
      const { status, body } = await chair.call(registerAppeal, {
        body: {
          receivedOn,
          channel: 'phone',
          category: 'legal',
          subject: 'Консультация',
          applicant: { fullName: 'Сейтова Алма', isMember: false },
        },
      })
      expect(status).toBe(201)
      return body
    }
    const [open, earlier, resolved] = [
      await register('2026-11-19'),
      await register('2026-09-01'),
      await register('2026-11-19'),
    ]
    const resolution = { outcome: 'explained' as const, summary: 'Разъяснено', noEffectReason: 'advice_only' as const }
    await chair.call(resolveAppeal, { params: { id: resolved.id }, version: resolved.version, body: resolution })
    expect(open.dueOn).toBe('2026-12-10')
    const see = async ({ id }: { id: string }) => (await chair.call(getAppeal, { params: { id } })).body
    const params = { date: '2026-12-02' }

    await admin.call(setCalendarDay, { params, body: { kind: 'day_off' } })
    const moved = await see(open)
    expect(moved).toMatchObject({ dueOn: '2026-12-11', version: open.version + 1 })
    expect(moved.dueExplained.ru).toContain('2 декабря')
    expect(await see(earlier)).toMatchObject({ dueOn: earlier.dueOn, version: earlier.version })
    expect(await see(resolved)).toMatchObject({ dueOn: resolved.dueOn })
    const timeline = await chair.call(listTimeline, { params: { id: open.id } })
    expect(timeline.body.items.map(({ kind }) => kind)).toContain('due_recomputed')

    const days = ['2026-12-03', '2026-12-04'].map((date) => ({ params: { date }, body: { kind: 'day_off' as const } }))
    const both = await Promise.all(days.map((day) => admin.call(setCalendarDay, day)))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await see(open)).toMatchObject({ dueOn: '2026-12-15' })
    for (const date of ['2026-12-02', '2026-12-03', '2026-12-04'])
      await admin.call(clearCalendarDay, { params: { date } })
    expect(await see(open)).toMatchObject({ dueOn: '2026-12-10', dueExplained: open.dueExplained })
    const trail = await as(await aUser(db, 'auditor')).call(listAudit, { query: { entityId: '2026-12-02' } })
    expect(trail.body.items.map(({ action, count }) => [action, count])).toEqual([
      ['calendarDay.cleared', 1],
      ['calendarDay.set', 1],
    ])
  })

  test('misses no appeal that is registered at the same moment', async ({ db, as }) => {
    const chair = as(await aUser(db, 'branch_chair', await aBranch(db)))
    const admin = as(await aUser(db, 'administrator'))
    const register = () =>
      chair.call(registerAppeal, {
        body: {
          receivedOn: '2026-11-18',
          channel: 'phone',
          category: 'pay',
          subject: 'Доплата',
          applicant: { anonymous: true },
        },
      })
    const appeals = Array.from({ length: 6 }, register)
    const set = admin.call(setCalendarDay, { params: { date: '2026-12-07' }, body: { kind: 'day_off' } })
    const [registered] = await Promise.all([Promise.all([...appeals, ...Array.from({ length: 6 }, register)]), set])
    expect((await set).status).toBe(200)
    for (const { body } of registered)
      expect((await chair.call(getAppeal, { params: { id: body.id } })).body.dueOn).toBe('2026-12-10')
    await admin.call(clearCalendarDay, { params: { date: '2026-12-07' } })
  })
})

describe('terms of appeals', () => {
  test('are fifteen working days each, and the head changes one from the version seen', async ({ db, as }) => {
    const head = as(await aUser(db, 'council_head'))
    const chair = as(await aUser(db, 'branch_chair', await aBranch(db)))
    const { body } = await chair.call(listAppealTerms, {})
    expect(body.items).toEqual(AppealCategory.options.map((category) => ({ category, workingDays: 15, version: 1 })))
    const params = { category: 'sanatorium' }
    const change = { params, version: 1, body: { workingDays: 10 } }
    expect(await chair.call(changeAppealTerm, change)).toMatchObject({ status: 403 })
    const both = await Promise.all([head.call(changeAppealTerm, change), head.call(changeAppealTerm, change)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await chair.call(listAppealTerms, {})).body.items[3]).toEqual({ ...params, workingDays: 10, version: 2 })
    const send = (category: string, workingDays: number) =>
      head.send('PATCH', `/appeal-terms/${category}`, { body: { workingDays } })
    expect(await send('sanatorium', 10)).toMatchObject({ status: 428 })
    expect(await send('sanatorium', 0)).toMatchObject({ status: 422 })
    expect(await send('holidays', 10)).toMatchObject({ status: 404 })
  })
})
