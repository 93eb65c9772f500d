import { changeBranchReport, getBranchReportSnapshot, getPeriodSnapshot } from '@qorgan/shared/closing'
import {
  changePrintSettings,
  checkControlCode,
  getPrintSettings,
  issueReport,
  listIssuedReports,
} from '@qorgan/shared/exports'
import { createHash, randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { newControlCode, readControlCode } from '../../src/exports/control-codes.ts'
import { aClosingWorld, anAppealOf, closed, type ClosingWorld, reportOf } from '../closing-factories.ts'
import { paragraphsOfDocx, saved, wordsOfPdf } from '../files.ts'
import { system, test as base } from '../harness.ts'

const test = base.extend('world', { scope: 'file' }, async ({ db, as, clock }): Promise<ClosingWorld> => {
  const world = await aClosingWorld(db, as, clock.today(), '2026-01-01')
  await anAppealOf(world.units[0].chair, { receivedOn: '2026-01-15', amount: 1000, people: 2 })
  await anAppealOf(world.units[1].chair, { receivedOn: '2026-02-15', category: 'sanatorium', amount: 70_000 })
  return world
})

const draft = {
  report: 'appeals',
  query: { from: '2026-01-01', to: '2026-03-31', columns: 'month' },
  locale: 'ru',
  addressee: 'Министерство здравоохранения',
  letterNumber: '12-5',
  signedOn: '2026-11-18',
} as const

describe('a report that is sent out', () => {
  test('stays as it was, whatever becomes of its figures', async ({ app, as, world }) => {
    const council = as(world.users.council)
    const { status, body } = await council.call(issueReport, { body: draft })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body).toMatchObject({
      report: 'appeals',
      query: { from: '2026-01-01', to: '2026-03-31', columns: 'month', rows: 'category', levels: 'counted' },
      addressee: draft.addressee,
      letterNumber: '12-5',
      signedOn: '2026-11-18',
    })
    expect(body.controlCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    const content = `/issued-reports/${body.id}/content`
    const file = await saved(app, world.users.council, content)
    expect(file.headers['content-type']).toBe('application/pdf')
    const { text } = await wordsOfPdf(file.bytes)
    expect(text).toContain('Исх. № 12-5 от 18 ноября 2026 года')
    expect(text).toContain(`${body.controlCode.slice(0, 4)}-${body.controlCode.slice(4)}`)
    expect(text).toContain('Министерство здравоохранения')
    expect(text.replaceAll(' ', '')).toContain(body.sha256)

    await anAppealOf(world.units[0].chair, { receivedOn: '2026-01-20', amount: 5_000_000 })
    expect((await saved(app, world.users.council, content)).bytes.equals(file.bytes)).toBe(true)
    const after = await council.call(issueReport, { body: draft })
    expect(after.body.sha256).not.toBe(body.sha256)
    const { items } = (await council.call(listIssuedReports, { query: {} })).body
    expect(items.map(({ id }) => id)).toEqual([after.body.id, body.id])
    expect(items[1]).toEqual(body)
  })

  test('is issued once, however often it is sent', async ({ as, world }) => {
    const council = as(world.users.council)
    const body = { ...draft, id: randomUUID() }
    const answers = await Promise.all([council.call(issueReport, { body }), council.call(issueReport, { body })])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 201])
    expect(answers[0]?.body).toEqual(answers[1]?.body)
    const other = await council.call(issueReport, { body: { ...body, addressee: 'Другому' } })
    expect([other.status, other.body.code]).toEqual([409, 'record.idInUse'])
    const somebody = await as(world.users.head).call(issueReport, { body })
    expect([somebody.status, somebody.body.code]).toEqual([409, 'record.idInUse'])
  })

  test('has a right question, and whoever may ask it', async ({ as, world }) => {
    const council = as(world.users.council)
    const paths = async (query: Record<string, string>, report = 'appeals') =>
      (await council.send('POST', '/issued-reports', { body: { ...draft, report, query } })).body.errors?.map(
        ({ path }: { path: string }) => path,
      )
    const dates = { from: '2026-01-01', to: '2026-03-31' }
    expect(await paths({ from: '2026-13-01', to: '2026-03-31' })).toEqual(['/query/from'])
    expect(await paths({ from: '2026-01-01' })).toEqual(['/query/to'])
    expect(await paths({ from: '2026-03-01', to: '2026-01-31' })).toEqual(['/query/to'])
    expect(await paths({ ...dates, columns: 'week' })).toEqual(['/query/columns'])
    expect(await paths({ ...dates, columns: 'month' }, 'movement')).toEqual(['/query/columns'])
    expect(await paths({ ...dates, locale: 'kk' })).toEqual(['/query/locale'])
    expect(await paths({ from: '2000-01-01', to: '2026-01-01', columns: 'month' })).toEqual(['/query/columns'])
    expect(await paths({}, 'membership')).toEqual(['/query/on'])
    const members = await council.call(issueReport, {
      body: { ...draft, report: 'membership', query: { on: '2026-06-30' } },
    })
    expect(members.body.query).toEqual({ on: '2026-06-30' })
    const { chair } = world.units[0]
    expect((await chair.send('POST', '/issued-reports', { body: draft })).status).toBe(403)
    expect((await chair.call(listIssuedReports, { query: {} })).body.items).toEqual([])
    const { body } = await council.call(issueReport, { body: draft })
    expect((await chair.send('GET', `/issued-reports/${body.id}/content`)).status).toBe(404)
  })

  test('cannot be changed by anybody', async ({ db, as, world }) => {
    const { body } = await as(world.users.council).call(issueReport, { body: draft })
    for (const change of [
      () =>
        system(db, (tx) => tx.updateTable('issuedReports').set({ addressee: 'X' }).where('id', '=', body.id).execute()),
      () => system(db, (tx) => tx.deleteFrom('issuedReports').where('id', '=', body.id).execute()),
    ])
      await expect(change()).rejects.toThrow(/permission denied|append-only|never changed|not change/i)
  })
})

describe('the code on a paper', () => {
  test('tells whoever holds it what stands there, however they copy it', async ({ as, world }) => {
    const { body } = await as(world.users.council).call(issueReport, { body: { ...draft, locale: 'kk' } })
    const code = `${body.controlCode.slice(0, 4).toLowerCase()}-${body.controlCode.slice(4)}`
    const answer = await as(null).call(checkControlCode, { body: { code } })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      report: 'appeals',
      from: '2026-01-01',
      to: '2026-03-31',
      addressee: draft.addressee,
      letterNumber: '12-5',
      signedOn: '2026-11-18',
      issuedAt: body.issuedAt,
      sha256: body.sha256,
      totals: [
        { label: 'саны', value: expect.any(Number) as number },
        { label: 'экономикалық тиімділік, тг', value: expect.any(Number) as number },
      ],
    })
  })

  test('is not guessed', async ({ as }) => {
    const nobody = as(null)
    const guess = () => nobody.call(checkControlCode, { body: { code: newControlCode() } })
    const statuses: number[] = []
    for (let n = 0; n < 11; n++) statuses.push((await guess()).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429])
    expect((await guess()).headers['retry-after']).toBe('900')
  })

  test('is read with the letters that look like digits', () => {
    expect(readControlCode('o1il-0abc')).toBe('01110ABC')
    expect(readControlCode('ABCDU123')).toBeUndefined()
    expect(readControlCode('ABC')).toBeUndefined()
    for (let n = 0; n < 100; n++) expect(newControlCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  })
})

describe('what stands beside the figures', () => {
  test('is the union’s own wording until somebody changes it', async ({ as, world }) => {
    const head = as(world.users.head)
    const { body } = await head.call(getPrintSettings, {})
    expect(body.headings.appeals.ru).toBe(
      'СВЕДЕНИЯ ОБ ОБРАЩЕНИЯХ, ПОСТУПИВШИХ В ФИЛИАЛЫ И АППАРАТ ЦС ЗА ОТЧЕТНЫЙ ПЕРИОД',
    )
    expect(body.can).toEqual({ edit: true })
    expect((await as(world.users.chair).call(getPrintSettings, {})).body.can).toEqual({ edit: false })
    const change = { headings: { movement: { ru: 'ДВИЖЕНИЕ', kk: 'ҚОЗҒАЛЫС' } } }
    const changed = await head.call(changePrintSettings, { version: body.version, body: change })
    expect(changed.body.headings).toEqual({ ...body.headings, movement: { ru: 'ДВИЖЕНИЕ', kk: 'ҚОЗҒАЛЫС', en: null } })
    expect(changed.body.version).toBe(body.version + 1)
    expect((await head.call(changePrintSettings, { version: body.version, body: change })).status).toBe(412)
    expect((await head.send('PATCH', '/print-settings', { body: change })).status).toBe(428)
    expect((await as(world.users.chair).send('PATCH', '/print-settings', { body: change })).status).toBe(403)
  })
})

describe('a quarter on paper', () => {
  test('is a draft before it is accepted, and then its snapshot alone', { timeout: 60_000 }, async ({ app, world }) => {
    const [unit] = world.units
    const key = '2026Q1'
    const report = await reportOf(unit.chair, key, unit.branch.id)
    await unit.chair.call(changeBranchReport, {
      params: { id: report.id },
      version: report.version,
      body: {
        analysis: 'Задержки выплат.\nНехватка кадров.',
        tensions: 'Возможен спор.',
        signed: { fullName: 'Председатель Ф.', post: 'Председатель филиала', on: '2026-04-05' },
      },
    })
    const address = `/branch-reports/${report.id}/report.docx`
    const before = paragraphsOfDocx((await saved(app, world.users.chair, address)).bytes)
    expect(before).toContain('Проект: отчёт не принят, цифры могут измениться.')
    expect((await saved(app, world.users.council, `/reporting-periods/${key}/report.pdf`)).status).toBe(409)

    await closed(world, key)
    await anAppealOf(unit.chair, { receivedOn: '2026-03-01', amount: 123_456_789 })
    const accepted = paragraphsOfDocx((await saved(app, world.users.chair, address)).bytes)
    const text = accepted.join('|')
    expect(text).not.toContain('Проект')
    expect(text).not.toContain('123')
    for (const words of [
      'Задержки выплат.',
      'Нехватка кадров.',
      'Возможен спор.',
      'Председатель Ф.',
      'I квартал 2026 г.',
    ])
      expect(text).toContain(words)
    const snapshot = await unit.chair.call(getBranchReportSnapshot, { params: { id: report.id }, query: {} })
    expect(text).toContain(createHash('sha256').update(JSON.stringify(snapshot.body)).digest('hex'))

    const whole = await saved(app, world.users.council, `/reporting-periods/${key}/report.pdf?locale=kk`)
    expect(whole.status).toBe(200)
    const printed = (await wordsOfPdf(whole.bytes)).text
    const period = await world.council.call(getPeriodSnapshot, { params: { key }, query: {} })
    const hash = createHash('sha256').update(JSON.stringify(period.body)).digest('hex')
    expect(printed.replaceAll(' ', '')).toContain(hash)
    expect(printed).toContain('Орталық Кеңестің аппараты')
    expect(printed).not.toContain('123 456 789')
    expect((await saved(app, world.users.chair, `/reporting-periods/${key}/report.pdf`)).status).toBe(404)
    expect((await saved(app, world.users.council, '/reporting-periods/2026Q9/report.pdf')).status).toBe(404)
  })
})
