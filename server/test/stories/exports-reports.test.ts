import {
  reportAppeals,
  reportMedAdvokat,
  reportMembership,
  reportMinistry,
  reportMovement,
} from '@qorgan/shared/reports'
import { addEffect } from '@qorgan/shared/effects'
import { changePrintSettings, getPrintSettings } from '@qorgan/shared/exports'
import { addLegacyTotal } from '@qorgan/shared/legacy-totals'
import type { Cell } from '@qorgan/shared/reports'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { openPress } from '../../src/exports/press/press.ts'
import { signersOn } from '../../src/exports/settings.ts'
import { amount, count, longDay, period } from '../../src/exports/written.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { anAppealOf } from '../closing-factories.ts'
import { aBranch, aUser, type TestBranch, type TestUser } from '../factories.ts'
import { paragraphsOfDocx, saved, wordsOfPdf } from '../files.ts'
import { test as base, withDatabase } from '../harness.ts'

interface House {
  branch: TestBranch
  chair: TestUser
  head: TestUser
}
/** A branch that got money in two quarters, in one of them without an appeal, and saved a fee. */
const test = base.extend('house', { scope: 'file' }, async ({ db, as }): Promise<House> => {
  const branch = await aBranch(db)
  const chair = await aUser(db, 'branch_chair', branch)
  const client = as(chair)
  await anAppealOf(client, { receivedOn: '2026-01-15', category: 'pay', amount: 334_731_370, people: 3 })
  await anAppealOf(client, { receivedOn: '2026-02-01', category: 'pay', amount: 1_250_000, occurredOn: '2026-04-02' })
  await anAppealOf(client, { receivedOn: '2026-02-02', category: 'labour_protection' })
  const { id } = await anAppealOf(client, { receivedOn: '2026-05-05', category: 'sanatorium', amount: 70_000 })
  const saving = await client.call(addEffect, {
    params: { id },
    body: { kind: 'legal_fees_saved', stage: 'received', amount: 15_000, people: 0, occurredOn: '2026-05-06' },
  })
  expect(saving.status).toBe(201)
  return { branch, chair, head: await aUser(db, 'council_head') }
})

const question = { from: '2026-01-01', to: '2026-06-30' } as const
const address = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query).toString()}`

type Sheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number]
const sheetsOf = async (bytes: Buffer) => {
  const { sheets } = await readXlsx(bytes)
  const [figures, parameters] = sheets
  if (!figures || !parameters) throw new Error('two sheets were expected')
  return { figures, parameters }
}
/** What a program that recounts would find, for the formulas that we write. */
function counted(sheet: Sheet, formula: string): number {
  const at = (reference: string): number => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? []
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const cell = sheet.cells?.get(`${Number(row) - 1},${column}`)
    return cell?.formula ? counted(sheet, cell.formula) : Number(sheet.rows[Number(row) - 1]?.[column] ?? 0)
  }
  const rounded = /^ROUND\((\w+)\/(\w+),4\)$/.exec(formula)
  if (rounded) return Math.round((at(rounded[1] ?? '') / at(rounded[2] ?? '')) * 10_000) / 10_000
  const range = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula)
  if (!range) return formula.split('+').reduce((sum, reference) => sum + at(reference), 0)
  const [, first = '', top = '', last = '', bottom = ''] = range
  if (first === last)
    return Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, n) => at(`${first}${Number(top) + n}`)).reduce(
      (sum, one) => sum + one,
      0,
    )
  const columns = Array.from({ length: last.charCodeAt(0) - first.charCodeAt(0) + 1 }, (_, n) =>
    String.fromCharCode(first.charCodeAt(0) + n),
  )
  return columns.reduce((sum, column) => sum + at(`${column}${top}`), 0)
}
function provenFormulas(sheet: Sheet): number {
  const formulas = [...(sheet.cells ?? [])].flatMap(([place, { formula, formulaResult, value }]) =>
    formula ? [{ place, formula, kept: formulaResult ?? value }] : [],
  )
  for (const { place, formula, kept } of formulas) expect(counted(sheet, formula), `${place} ${formula}`).toBe(kept)
  return formulas.length
}

describe('the report of appeals as a workbook', () => {
  for (const variant of [
    { columns: 'quarter', rows: 'category' },
    { columns: 'none', rows: 'category' },
    { columns: 'month', rows: 'branch' },
    { columns: 'half_year', rows: 'region' },
    { columns: 'year', rows: 'channel' },
    { columns: 'quarter', rows: 'outcome' },
    { columns: 'none', rows: 'topic' },
    { columns: 'none', rows: 'employer' },
  ] as const)
    test(`equals the API cell by cell: ${variant.columns} by ${variant.rows}`, async ({ app, as, house }) => {
      const report = (await as(house.chair).call(reportAppeals, { query: { ...question, ...variant } })).body
      const file = await saved(app, house.chair, address('/reports/appeals.xlsx', { ...question, ...variant }))
      expect(file.status).toBe(200)
      const { figures } = await sheetsOf(file.bytes)
      const first = figures.rows.findIndex((row) => row[0] === 1)
      const cells = ({ count: n, effect, people, unconfirmed }: Cell) => [n, effect, people, unconfirmed]
      const expected = report.rows.map(({ label, cells: own, total }, index) => [
        index + 1,
        label.ru,
        ...report.columns.flatMap(({ key }) => cells(own[key] as Cell)),
        ...(report.columns.length > 1 ? cells(total) : []),
      ])
      expect(figures.rows.slice(first, first + report.rows.length)).toEqual(expected)
      const totals = figures.rows[first + report.rows.length]
      expect(totals).toEqual([
        null,
        'ИТОГО',
        ...report.columns.flatMap(({ key }) => cells(report.totals[key] as Cell)),
        ...(report.columns.length > 1 ? cells(report.totals['total'] as Cell) : []),
      ])
      expect(figures.rows[first + report.rows.length + 1]?.slice(-4)).toEqual(cells(report.subtotals.rightsDefence))
      expect(figures.rows[first + report.rows.length + 2]?.slice(-4)).toEqual(cells(report.subtotals.socialSupport))
      expect(provenFormulas(figures)).toBeGreaterThan(3)
      expect(figures.freezePane).toMatchObject({ columns: 2 })
    })

  test('says on its second sheet what was asked, when, by whom, and its hash', async ({ app, house }) => {
    const file = await saved(app, house.chair, address('/reports/appeals.xlsx', { ...question, columns: 'quarter' }))
    const { parameters } = await sheetsOf(file.bytes)
    expect(parameters.name).toBe('Параметры')
    const told = new Map(parameters.rows.map(([label, value]) => [label, value]))
    expect(told.get('Столбцы')).toBe('кварталы')
    expect(told.get('С')).toBe('2026-01-01')
    expect(told.get('Подразделения')).toBe(`Подразделение: Филиал ${house.branch.prefix}`)
    expect(told.get('Сформировано (Алматы)')).toBe('2026-11-20 12:00')
    expect(told.get('SHA-256 показателей')).toMatch(/^[0-9a-f]{64}$/)
  })

  test('keeps what was printed before the register beside what was counted', async ({ app, as, house, db }) => {
    const branch = await aBranch(db)
    const draft = {
      unit: branch.id,
      category: 'pay',
      from: '2019-01-01',
      to: '2019-12-31',
      count: 7,
      effect: 900,
    } as const
    expect((await as(house.head).call(addLegacyTotal, { body: { ...draft, source: 'Отчёт' } })).status).toBe(201)
    const query = { from: '2019-01-01', to: '2020-12-31', columns: 'year', branchId: branch.id }
    const { figures } = await sheetsOf((await saved(app, house.head, address('/reports/appeals.xlsx', query))).bytes)
    expect(figures.rows.find((row) => row[0] === 1)?.slice(0, 8)).toEqual([
      1,
      'По вопросам оплаты труда',
      0,
      0,
      0,
      0,
      7,
      900,
    ])
    const paper = paragraphsOfDocx((await saved(app, house.head, address('/reports/appeals.docx', query))).bytes)
    expect(paper.join('|')).toContain('0|до реестра:|7|(900\u00A0тг)')
  })
})

test('the other reports equal the API, too', async ({ app, as, house }) => {
  const head = as(house.head)
  const file = async (path: string, query: Record<string, string> = question) =>
    (await sheetsOf((await saved(app, house.head, address(path, query))).bytes)).figures
  const movement = (await head.call(reportMovement, { query: question })).body
  const moved = await file('/reports/movement.xlsx')
  const firstMoved = moved.rows.findIndex((row) => row[0] === 1)
  expect(moved.rows.slice(firstMoved, firstMoved + movement.rows.length)).toEqual(
    movement.rows.map(({ key: _key, label, ...figures }, index) => [index + 1, label.ru, ...Object.values(figures)]),
  )
  expect(provenFormulas(moved)).toBeGreaterThan(10)

  const ministry = (await head.call(reportMinistry, { query: question })).body
  const answered = await file('/reports/ministry.xlsx')
  const line = answered.rows[answered.rows.findIndex((row) => row[0] === 1) + ministry.rows.length]
  expect(line?.slice(1)).toEqual([
    'ИТОГО',
    ...Object.values(ministry.totals.received),
    ministry.totals.receivedTotal,
    ministry.totals.resolved,
    ministry.totals.positive,
    ministry.totals.openAtEnd,
    ministry.totals.effect,
  ])
  expect(provenFormulas(answered)).toBeGreaterThan(20)

  const members = (await head.call(reportMembership, { query: { on: '2026-06-30' } })).body
  const listed = await file('/reports/membership.xlsx', { on: '2026-06-30' })
  const firstListed = listed.rows.findIndex((row) => row[0] === 1)
  expect(listed.rows.slice(firstListed, firstListed + members.rows.length)).toEqual(
    members.rows.map(({ key: _key, label, ...figures }, index) => [index + 1, label.ru, ...Object.values(figures)]),
  )
  expect(provenFormulas(listed)).toBe(5)

  const cases = (await head.call(reportMedAdvokat, { query: question })).body
  const helped = await file('/reports/medadvokat.xlsx')
  expect(helped.rows.find((row) => row[0] === 1)?.[2]).toBe(cases.peopleHelped)
  expect((await file('/reports/medadvokat.xlsx', { ...question, rows: 'branch' })).rows.length).toBeGreaterThan(20)
})

test('as a CSV a report is one table for a spreadsheet of this country', async ({ app, as, house }) => {
  const query = { ...question, columns: 'quarter' } as const
  const report = (await as(house.chair).call(reportAppeals, { query })).body
  const { bytes, headers } = await saved(app, house.chair, address('/reports/appeals.csv', query))
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain(
    'Отчёт по обращениям 01.01.2026–30.06.2026.csv',
  )
  const [header, first] = parseCsv(bytes.toString('utf8'), { delimiter: ';' })
  expect(header?.slice(0, 4)).toEqual([
    'п/п',
    'ПЕРЕЧЕНЬ ВОПРОСОВ',
    'I квартал 2026 г., количество',
    'I квартал 2026 г., экономический эффект, тг',
  ])
  expect(Number(first?.[3])).toBe(report.rows[0]?.cells['2026Q1']?.effect)
})

describe('the report on paper', () => {
  const query = { ...question, columns: 'quarter' }

  test('is the table as the union prints it', async ({ app, as, house }) => {
    const { body } = await as(house.head).call(getPrintSettings, {})
    const changed = await as(house.head).call(changePrintSettings, {
      version: body.version,
      body: {
        signers: [
          { post: 'Председатель', postKk: 'Төраға', fullName: 'Прежний П.', from: '2015-01-01' },
          { post: 'Председатель', postKk: 'Төраға', fullName: 'Нынешний Н.', from: '2024-01-01' },
          { post: 'Председатель', postKk: 'Төраға', fullName: 'Будущий Б.', from: '2030-01-01' },
        ],
        executor: { fullName: 'Ахметова Г.', phone: '8 (7172) 25-17-74' },
      },
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    const asked = { ...query, branchId: house.branch.id }
    const { bytes } = await saved(app, house.head, address('/reports/appeals.docx', { ...asked, unconfirmed: 'true' }))
    const paper = paragraphsOfDocx(bytes)
    const text = paper.join('|')
    // Money that came without an appeal; an appeal that brought none; the whole without brackets.
    for (const cells of [
      'ПО ВОПРОСАМ ОПЛАТЫ ТРУДА|2|(334\u00A0731\u00A0370\u00A0тг)|0|(1\u00A0250\u00A0000\u00A0тг)|2|335\u00A0981\u00A0370|',
      'ПО ВОПРОСАМ ОХРАНЫ ТРУДА|1|0|1|3.',
      'в том числе сэкономлено на юридических услугах||15\u00A0000\u00A0тг|15\u00A0000\u00A0тг|',
      'из эффекта не подтверждено вторым лицом|334\u00A0731\u00A0370\u00A0тг|1\u00A0335\u00A0000\u00A0тг|',
    ])
      expect(text).toContain(cells)
    expect(paper).toContain('за I полугодие 2026\u00A0года'.replace('\u00A0', ' '))
    expect(paper).toContain(
      'Количество обращений указано по дате поступления, экономический эффект – по дате получения.',
    )
    expect(text).toContain('Председатель')
    expect(text).toContain('Нынешний Н.')
    expect(text).not.toContain('Прежний')
    expect(text).not.toContain('Будущий')
    expect(text).toContain('Исп. Ахметова Г., тел. 8 (7172) 25-17-74')
    expect(text).toMatch(/SHA-256 показателей: [0-9a-f]{64}/)
    const plain = await saved(app, house.head, address('/reports/appeals.docx', asked))
    expect(paragraphsOfDocx(plain.bytes).join('|')).not.toContain('не подтверждено')
  })

  test('is a PDF in Kazakh with every letter of the language, and the same figures', async ({ app, house }) => {
    const { bytes, headers } = await saved(
      app,
      house.head,
      address('/reports/appeals.pdf', { ...query, branchId: house.branch.id, locale: 'kk' }),
    )
    expect(headers['content-type']).toBe('application/pdf')
    expect(Number(headers['content-length'])).toBe(bytes.length)
    const { text, pages } = await wordsOfPdf(bytes)
    expect(pages).toBe(1)
    for (const letter of 'ӘҒҚҢӨҰҮІәғқңөұүі') expect(text, letter).toContain(letter)
    expect(text).toContain('2 (334 731 370 тг)')
    expect(text).toContain('0 (1 250 000 тг)')
    expect(text).toContain('Төраға')
    expect(text).toContain('2026 жылғы 1-жартыжылдық')
    expect(text).toContain('бет 1 / 1')
    // Tagged, and it says so (PDF/UA).
    expect(bytes.toString('latin1')).toContain('/MarkInfo')
    expect(bytes.toString('latin1')).toContain('pdfuaid')
  })

  test('takes what people typed for text, and has the letters that no word of ours has', async () => {
    const press = openPress()
    const typed = '#panic() $x$ *b* \\ ] һ Һ ₸'
    const paper = {
      locale: 'kk',
      landscape: false,
      small: false,
      title: typed,
      subtitles: [],
      addressee: null,
      letter: '',
      blocks: [{ kind: 'text', heading: 'А', paragraphs: [typed] }],
      signers: [],
      executor: null,
      proof: [],
      pageWord: 'бет',
    } as const
    const bytes = await press.print({ format: 'pdf', paper: structuredClone(paper) as never, madeAt: new Date(0) })
    expect((await wordsOfPdf(bytes)).text.split(typed)).toHaveLength(3)
    press.close()
  })
})

describe('who takes a report', () => {
  test('gets what they may see, and it is on record with its hash', async ({ app, database, house, db }) => {
    const stranger = await aUser(db, 'branch_chair', await aBranch(db))
    const foreign = await saved(
      app,
      stranger,
      address('/reports/appeals.csv', { ...question, branchId: house.branch.id }),
    )
    expect(foreign.bytes.toString('utf8')).toContain('По вопросам оплаты труда;0;0;0;0')
    expect((await saved(app, stranger, address('/reports/ministry.pdf', question))).status).toBe(403)
    expect((await saved(app, house.head, '/reports/appeals.pdf?from=2026-13-01&to=2026-12-31')).status).toBe(422)
    expect((await saved(app, house.head, '/reports/movement.docx?from=2026-02-01&to=2026-01-01')).status).toBe(422)

    const superuser = connect({
      url: withDatabase(inject('adminUrl'), new URL(database.url).pathname.slice(1)),
      max: 1,
    })
    const { rows } = await sql<{ action: string; fields: string[]; contentHash: string }>`
      select action, fields, content_hash from audit_events where actor_id = ${stranger.id} order by seq`.execute(
      superuser,
    )
    await superuser.destroy()
    expect(rows).toEqual([
      {
        action: 'report.appeals.exported',
        fields: [
          'format=csv',
          'from=2026-01-01',
          'to=2026-06-30',
          'columns=none',
          'rows=category',
          'levels=counted',
          'branchId',
          'locale=ru',
        ],
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ])
  })
})

describe('the press', () => {
  const job = (paragraphs: string[]) => ({
    format: 'docx' as const,
    madeAt: new Date(0),
    paper: {
      locale: 'ru' as const,
      landscape: false,
      small: false,
      title: 'Отчёт',
      subtitles: [],
      addressee: null,
      letter: '',
      blocks: [{ kind: 'text' as const, heading: 'А', paragraphs }],
      signers: [],
      executor: null,
      proof: [],
      pageWord: 'стр.',
    },
  })

  test('refuses who comes when all are busy and the queue is full, and serves the others', async () => {
    const press = openPress({ atOnce: 1, waiting: 1 })
    const [first, second, third] = await Promise.allSettled([
      press.print(job(['1'])),
      press.print(job(['2'])),
      press.print(job(['3'])),
    ])
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'fulfilled'])
    expect(third).toMatchObject({ reason: { code: 'server.unavailable', params: { retryAfter: 5 } } })
    press.close()
  })

  test('ends what takes too long or too much, and goes on with the next one', async () => {
    const hasty = openPress({ jobMs: 1 })
    await expect(hasty.print(job(['1']))).rejects.toMatchObject({ code: 'server.unavailable' })
    hasty.close()
    const narrow = openPress({ memoryBytes: 1 })
    const large = job(Array.from({ length: 60_000 }, (_, n) => `Абзац ${n}`))
    await expect(narrow.print(large)).rejects.toMatchObject({ code: 'server.unavailable' })
    narrow.close()
  })
})

test('numbers, days and periods are written as the union writes them', () => {
  const plain = (text: string) => text.replaceAll('\u00A0', ' ')
  expect([count(1155), count(12_466), amount(-5000), amount(0)].map(plain)).toEqual(['1155', '12 466', '−5 000', '0'])
  expect(plain(longDay('2026-11-22', 'ru'))).toBe('22 ноября 2026 года')
  expect(plain(longDay('2026-11-22', 'kk'))).toBe('2026 жылғы 22 қараша')
  expect(plain(longDay('2026-11-22', 'en'))).toBe('22 November 2026')
  const of = (from: string, to: string) => [period({ from, to }, 'ru'), period({ from, to }, 'kk')].map(plain)
  expect(of('2026-07-01', '2026-09-30')).toEqual(['за III квартал 2026 года', '2026 жылғы 3-тоқсан'])
  expect(of('2026-01-01', '2026-10-31')).toEqual(['за 10 месяцев 2026 года', '2026 жылғы 10 ай'])
  expect(of('2021-01-01', '2025-12-31')).toEqual(['за 2021–2025 годы', '2021–2025 жылдар'])
  expect(of('2021-01-01', '2024-06-30')).toEqual([
    'с 1 января 2021 года по 30 июня 2024 года',
    '2021 жылғы 1 қаңтар – 2024 жылғы 30 маусым',
  ])
  const signer = (fullName: string, from: string) => ({ post: 'А', postKk: null, fullName, from })
  expect(signersOn([signer('второй', '2024-01-01'), signer('первый', '2020-01-01')], '2023-12-31')).toEqual([
    signer('первый', '2020-01-01'),
  ])
})
