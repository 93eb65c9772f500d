import { changeMe } from '@qorgan/shared/accounts'
import { listAudit } from '@qorgan/shared/audit'
import {
  addHearing,
  createCalendarLink,
  getCalendarLink,
  listCaseCalendar,
  revokeCalendarLink,
} from '@qorgan/shared/hearings'
import { addCaseDeadline, changeCaseDeadline, doneCaseDeadline } from '@qorgan/shared/legal-terms'
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { describe, expect } from 'vitest'
import { buildApp } from '../../src/app.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { aBranch, aUser, type TestUser } from '../factories.ts'
import { type Client, clientFor, system, test as base, testSecrets } from '../harness.ts'
import { aLawyer, aLegalCase, anAssignment } from '../legal-factories.ts'

const hearing = {
  startsAt: '2026-11-30T10:00:00+05:00',
  court: 'Межрайонный суд по уголовным делам города Алматы, зал 3',
  judge: 'Судья Ералиева',
  stage: 'first_instance' as const,
}
const november = { from: '2026-11-01', to: '2026-12-31' }

const test = base
  .extend('officer', { scope: 'file' }, ({ db }) => aUser(db, 'legal_officer'))
  .extend('filled', { scope: 'file' }, async ({ db, as, officer }) => {
    const branch = await aBranch(db)
    const opener = await aUser(db, 'legal_officer')
    const user = await aUser(db, 'lawyer')
    const [shown, hidden] = [
      await aLegalCase(db, branch),
      await aLegalCase(db, branch, { restricted: true, openedBy: opener }),
    ]
    const counsel = await aLawyer(db, { user, fullName: 'Защитникова Айжан' })
    await anAssignment(db, shown, counsel)
    await anAssignment(db, shown, await aLawyer(db), { endedOn: '2026-11-01' })
    for (const [client, { id }] of [
      [as(officer), shown],
      [as(opener), hidden],
    ] as const) {
      await client.call(addHearing, { params: { id }, body: hearing })
      // Nineteen hours by UTC is the first of December in Almaty.
      await client.call(addHearing, { params: { id }, body: { ...hearing, startsAt: '2026-11-30T19:30:00Z' } })
      await client.call(addHearing, {
        params: { id },
        body: { ...hearing, startsAt: '2026-11-10T05:00:00Z', result: 'Отложено' },
      })
      await client.call(addCaseDeadline, { params: { id }, body: { ruleKey: 'civil.appeal', eventDate: '2026-11-10' } })
      await client.call(addCaseDeadline, {
        params: { id },
        body: { title: 'Позвонить Сериковой', dueOn: '2026-11-30' },
      })
    }
    return { branch, opener, user, shown, hidden, counsel }
  })

describe('the calendar', () => {
  test('shows hearings and terms day by day, with counsel, to whoever reads the case', async ({
    as,
    officer,
    filled,
  }) => {
    const { body } = await as(officer).call(listCaseCalendar, { query: november })
    const { shown, counsel } = filled
    expect(body.nextCursor).toBeNull()
    expect(body.items.filter(({ caseId }) => caseId === shown.id)).toMatchObject([
      { kind: 'hearing', on: '2026-11-10', done: true, title: null },
      {
        kind: 'deadline',
        on: '2026-11-30',
        startsAt: null,
        stage: null,
        court: null,
        title: { ru: 'Позвонить Сериковой', kk: 'Позвонить Сериковой', en: null },
        done: false,
      },
      {
        kind: 'hearing',
        on: '2026-11-30',
        startsAt: '2026-11-30T05:00:00.000Z',
        stage: 'first_instance',
        court: hearing.court,
        caseNumber: shown.number,
        lawyers: [counsel.fullName],
        done: false,
      },
      { kind: 'hearing', on: '2026-12-01', startsAt: '2026-11-30T19:30:00.000Z' },
      { kind: 'deadline', on: '2026-12-10', title: { ru: 'Апелляционная жалоба на решение суда' } },
    ])
    expect(body.items).toHaveLength(5)
    const terms = await as(officer).call(listCaseCalendar, { query: { ...november, kind: ['deadline'] } })
    expect(terms.body.items.map(({ kind }) => kind)).toEqual(['deadline', 'deadline'])
    const day = await as(officer).call(listCaseCalendar, { query: { from: '2026-12-01', to: '2026-12-01' } })
    expect(day.body.items.map(({ on }) => on)).toEqual(['2026-12-01'])
  })

  test('is each one’s own: a restricted case for its readers, counsel’s cases for counsel', async ({
    as,
    db,
    filled,
  }) => {
    const { branch, opener, user, shown, hidden } = filled
    const casesOf = async (one: TestUser) => {
      const { body } = await as(one).call(listCaseCalendar, { query: november })
      return new Set(body.items.map(({ caseId }) => caseId))
    }
    expect(await casesOf(opener)).toEqual(new Set([shown.id, hidden.id]))
    expect(await casesOf(await aUser(db, 'legal_head'))).toEqual(new Set([shown.id, hidden.id]))
    for (const role of ['council_head', 'auditor'] as const)
      expect(await casesOf(await aUser(db, role)), role).toEqual(new Set([shown.id]))
    expect(await casesOf(user)).toEqual(new Set([shown.id]))
    const stranger = await aUser(db, 'lawyer')
    await aLawyer(db, { user: stranger })
    expect(await casesOf(stranger)).toEqual(new Set())
    for (const [role, where] of [
      ['branch_chair', branch],
      ['accountant', null],
      ['administrator', null],
    ] as const)
      expect((await as(await aUser(db, role, where)).call(listCaseCalendar, { query: november })).status, role).toBe(
        403,
      )
  })

  test('is asked for at most a hundred days, in their order', async ({ as, officer }) => {
    const ask = async (from: string, to: string) => {
      const { status, body } = await as(officer).call(listCaseCalendar, { query: { from, to } })
      return [status, ...(body.errors ?? []).map(({ path, code }) => `${path} ${code}`)]
    }
    expect(await ask('2026-01-01', '2026-04-11')).toEqual([200])
    expect(await ask('2026-01-01', '2026-04-12')).toEqual([422, '/to too_big'])
    expect(await ask('2026-01-02', '2026-01-01')).toEqual([422, '/to field.reversed'])
    expect((await as(officer).send('GET', '/case-calendar?from=2026-01-01')).status).toBe(422)
  })
})

/** The secret of a new link, and what it answers. */
const linkOf = async (client: Client) => {
  const { status, body } = await client.call(createCalendarLink, {})
  expect(status).toBe(201)
  return new URL(body.url)
}
const pathOf = (url: URL) => `${url.pathname}${url.search}`
const unfolded = (text: string) => text.replaceAll('\r\n ', '')

describe('the link for a phone', () => {
  test('opens the person’s calendar as iCalendar, and names nobody', async ({ as, officer, filled }) => {
    const url = await linkOf(as(officer))
    expect(url.searchParams.get('token')).toMatch(/^[\w-]{43}$/)
    const { status, body, headers } = await as(null).send('GET', pathOf(url))
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    const text = body as string
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
    const whole = unfolded(text)
    const { shown, hidden, counsel } = filled
    expect(whole.match(/BEGIN:VEVENT/g)).toHaveLength(5)
    expect(whole).toContain(
      `SUMMARY:${shown.number}: заседание\\, первая инстанция\r\nLOCATION:Межрайонный суд по уголовным делам города Алматы\\, зал 3`,
    )
    expect(whole).toContain('DTSTART:20261130T050000Z\r\nDTEND:20261130T060000Z')
    expect(whole).toContain('DTSTART;VALUE=DATE:20261210')
    expect(whole).toContain(`SUMMARY:${shown.number}: срок\\, Апелляционная жалоба на решение суда`)
    expect(whole).toContain(`SUMMARY:${shown.number}: срок\r\n`)
    for (const name of ['Сериковой', 'Ералиева', 'Отложено', counsel.fullName, hidden.number, 'Ахметова'])
      expect(whole, name).not.toContain(name)
  })

  test('keeps the identity of each entry, counts its changes, and drops what was met', async ({ as, db, officer }) => {
    const { id } = await aLegalCase(db, await aBranch(db))
    const params = { id }
    const term = await as(officer).call(addCaseDeadline, {
      params,
      body: { ruleKey: 'civil.private_complaint', eventDate: '2026-11-12' },
    })
    const path = pathOf(await linkOf(as(officer)))
    const entry = async () => {
      const text = unfolded((await as(null).send('GET', path)).body as string)
      return text.split('BEGIN:VEVENT').find((one) => one.includes(term.body.id))
    }
    expect(await entry()).toContain(`UID:deadline-${term.body.id}@qorgan\r\nSEQUENCE:0`)
    const on = { ...params, itemId: term.body.id }
    await as(officer).call(changeCaseDeadline, { params: on, version: 1, body: { eventDate: '2026-11-13' } })
    expect(await entry()).toContain(`UID:deadline-${term.body.id}@qorgan\r\nSEQUENCE:1`)
    await as(officer).call(doneCaseDeadline, { params: on, body: { doneOn: '2026-11-20' } })
    expect(await entry()).toBeUndefined()
  })

  test('speaks the person’s language, and is not sent again unchanged', async ({ as, db, filled }) => {
    const { user, shown } = filled
    await as(user).call(changeMe, { body: { locale: 'kk' } })
    const path = pathOf(await linkOf(as(user)))
    const first = await as(null).send('GET', path)
    expect(unfolded(first.body as string)).toContain(`SUMMARY:${shown.number}: сот отырысы\\, бірінші саты`)
    const etag = String(first.headers['etag'])
    const again = await as(null).send('GET', path, { headers: { 'if-none-match': etag } })
    expect(again).toMatchObject({ status: 304, body: '' })
    const link = await as(user).call(getCalendarLink, {})
    expect(link.body.lastUsedAt).not.toBeNull()
    const other = await aUser(db, 'legal_head')
    expect((await as(other).call(getCalendarLink, {})).body).toEqual({ createdAt: null, lastUsedAt: null })
  })

  test('is kept as a hash, replaced by the next one, and revoked for good', async ({ as, db, officer }) => {
    const [first, second] = [await linkOf(as(officer)), await linkOf(as(officer))]
    const statusOf = async (url: URL) => (await as(null).send('GET', pathOf(url))).status
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200])
    const kept = await system(db, (tx) =>
      tx.selectFrom('calendarLinks').selectAll().where('userId', '=', officer.id).execute(),
    )
    const token = second.searchParams.get('token') ?? ''
    expect(kept.map(({ tokenHash }) => tokenHash.toString('hex'))).toEqual([
      createHash('sha256').update(token).digest('hex'),
    ])
    expect((await as(officer).call(getCalendarLink, {})).body.createdAt).not.toBeNull()
    expect((await as(officer).call(revokeCalendarLink, {})).status).toBe(204)
    expect((await as(officer).call(revokeCalendarLink, {})).status).toBe(204)
    expect(await statusOf(second)).toBe(404)
    expect((await as(officer).call(getCalendarLink, {})).body).toEqual({ createdAt: null, lastUsedAt: null })
    const trail = await as(await aUser(db, 'auditor')).call(listAudit, { query: { entityId: officer.id } })
    expect(trail.body.items.slice(0, 3).map(({ action }) => action)).toEqual([
      'calendarLink.revoked',
      'calendarLink.created',
      'calendarLink.created',
    ])
  })

  test('ends with the account, with the post, and where there was none', async ({ as, db, clock }) => {
    const statusOf = async (url: URL) => (await as(null).send('GET', pathOf(url))).status
    const user = await aUser(db, 'legal_head')
    const url = await linkOf(as(user))
    const posts = (dates: { fromOn?: string; toOn: string | null }) =>
      system(db, (tx) => tx.updateTable('posts').set(dates).where('userId', '=', user.id).execute())
    const active = (isActive: boolean) =>
      system(db, (tx) => tx.updateTable('users').set({ active: isActive }).where('id', '=', user.id).execute())
    expect(await statusOf(url)).toBe(200)
    await posts({ toOn: '2026-11-19' })
    expect(await statusOf(url)).toBe(404)
    await posts({ toOn: clock.today() })
    expect(await statusOf(url)).toBe(200)
    await active(false)
    expect(await statusOf(url)).toBe(404)
    await active(true)
    // The same person in a post that reads no case.
    await system(db, (tx) =>
      tx.updateTable('posts').set({ role: 'administrator' }).where('userId', '=', user.id).execute(),
    )
    expect(await statusOf(url)).toBe(404)
    for (const token of ['unknown', 'x'.repeat(200), '%F0%9F%99%82'])
      expect((await as(null).send('GET', `/calendar.ics?token=${token}`)).body.code, token).toBe('record.notFound')
    for (const query of ['', '?token=', `?token=${'x'.repeat(201)}`, '?token=a&more=1'])
      expect((await as(null).send('GET', `/calendar.ics${query}`)).status, query).toBe(422)
    for (const role of ['accountant', 'administrator'] as const)
      expect((await as(await aUser(db, role)).call(createCalendarLink, {})).status, role).toBe(403)
  })

  test('of a demonstration account opens on this machine alone', async ({ app, as, db }) => {
    const user = await aUser(db, 'legal_head')
    const url = await linkOf(as(user))
    await system(db, (tx) => tx.updateTable('users').set({ demonstration: true }).where('id', '=', user.id).execute())
    const from = async (remoteAddress: string, headers = {}) =>
      (await app.inject({ url: pathOf(url), remoteAddress, headers })).statusCode
    expect(await from('127.0.0.1')).toBe(200)
    expect(await from('10.1.2.3')).toBe(404)
    expect(await from('127.0.0.1', { 'x-forwarded-for': '10.1.2.3' })).toBe(404)
  })

  test('stands at the product’s public address, and is throttled by the caller’s', async ({
    db,
    clock,
    officer,
    app,
  }) => {
    const served = await buildApp({
      ...optionsOf(app, clock),
      db,
      requestsPerMinute: 3,
      publicUrl: 'https://qorgan.example',
    })
    const url = await linkOf(clientFor(served, officer))
    expect(url.origin).toBe('https://qorgan.example')
    const statuses = []
    for (let n = 0; n < 4; n++) statuses.push((await served.inject({ url: pathOf(url) })).statusCode)
    expect(statuses).toEqual([200, 200, 200, 429])
    await served.close()
  })

  test('is in no log, also when something fails', async ({ clock, app }) => {
    const db = connect({ url: 'postgres://nobody:secret@127.0.0.1:1/none', max: 1 })
    const served = await buildApp({ ...optionsOf(app, clock), db, requestsPerMinute: 100, logLevel: 'trace' })
    const written: string[] = []
    streamOf(served.log).write = (text) => written.push(text) > 0
    const answer = await served.inject({ url: `/api/v1/calendar.ics?token=${'t'.repeat(43)}` })
    await served.close()
    await db.destroy()
    expect(answer.statusCode).toBe(503)
    expect(written.join('')).toContain('database unavailable')
    expect(written.join('')).not.toContain('tttt')
  })
})

/** Where the logger writes: past `process.stdout`. */
function streamOf(log: object): { write: (text: string) => boolean } {
  const symbol = Object.getOwnPropertySymbols(log).find(({ description }) => description === 'pino.stream')
  return (
    (log as Record<symbol, { write: (text: string) => boolean }>)[symbol ?? Symbol.iterator] ?? { write: () => true }
  )
}

const optionsOf = (app: FastifyInstance, clock: Clock) => ({
  clock,
  files: app.files,
  secrets: testSecrets,
  readiness: { isReady: true },
  isSecure: false,
})
