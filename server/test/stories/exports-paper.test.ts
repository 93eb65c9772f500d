import { changeBranchReport } from '@qorgan/shared/closing'
import { changePrintSettings, getPrintSettings, issueReport } from '@qorgan/shared/exports'
import { addLegacyTotal } from '@qorgan/shared/legacy-totals'
import { reportAppeals } from '@qorgan/shared/reports'
import { terms } from '@qorgan/shared/terms/ru'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import { buildApp } from '../../src/app.ts'
import type { Paper } from '../../src/exports/paper.ts'
import { openPress } from '../../src/exports/press/press.ts'
import { aClosingWorld, anAppealOf, closed, type ClosingWorld, reportOf } from '../closing-factories.ts'
import { paragraphsOfDocx, partOf, placeInPdf, saved, wordsOfPdf } from '../files.ts'
import { clientFor, noFiles, system, test as base, testSecrets } from '../harness.ts'

const test = base.extend('world', { scope: 'file' }, async ({ db, as, clock }): Promise<ClosingWorld> => {
  const world = await aClosingWorld(db, as, clock.today(), '2026-01-01')
  await anAppealOf(world.units[0].chair, { receivedOn: '2026-01-15', amount: 1000, people: 2 })
  // In the order of names it is the last branch, in that of codes the first.
  const [{ branch }] = world.units
  await system(db, (tx) =>
    tx
      .updateTable('units')
      .set({ nameRu: `Я-филиал ${branch.prefix}`, code: 'test-0' })
      .where('id', '=', branch.id)
      .execute(),
  )
  return world
})
const KEY = '2026Q1'

describe('paper takes whatever people type', () => {
  const print = async (app: Parameters<typeof saved>[0], world: ClosingWorld, analysis: string) => {
    const [{ chair, branch }] = world.units
    const { id, version } = await reportOf(chair, KEY, branch.id)
    const written = await chair.call(changeBranchReport, { params: { id }, version, body: { analysis } })
    expect(written.status).toBe(200)
    const files = await Promise.all(
      ['pdf', 'docx'].map((format) => saved(app, world.users.chair, `/branch-reports/${id}/report.${format}`)),
    )
    expect(files.map(({ status }) => status)).toEqual([200, 200])
    return files.map(({ bytes }) => bytes) as [Buffer, Buffer]
  }

  test('also signs that no font has', { timeout: 30_000 }, async ({ app, world }) => {
    const [pdf, docx] = await print(app, world, 'До 漢字 и 👨‍👩‍👧, и после')
    expect((await wordsOfPdf(pdf)).text).toContain('и после')
    expect(paragraphsOfDocx(docx)).toContain('До 漢字 и 👨‍👩‍👧, и после')
  })

  test('signs that turn a line round or that no document can hold leave nothing behind', async ({ app, world }) => {
    const [pdf, docx] = await print(app, world, 'Сумма \u202E000 1\u202C\uFFFF\u0001 тенге\u2028вторая строка')
    for (const text of [(await wordsOfPdf(pdf)).text, paragraphsOfDocx(docx).join(' ')])
      expect(text).toContain('Сумма 000 1 тенге')
    const xml = partOf(docx, 'word/document.xml')
    for (const sign of ['\u0001', '\u202E', '\uFFFF']) expect(xml).not.toContain(sign)
  })

  test('arrows and ticks are signs like any others, and cost no paper its tags', async ({ app, world }) => {
    const [pdf] = await print(app, world, 'Было 5 → стало 7 ≥ 6 ✓ ☎ 25-17-74')
    expect((await wordsOfPdf(pdf)).text).toContain('Было 5 → стало 7 ≥ 6 ✓ ☎ 25-17-74')
    expect(pdf.toString('latin1')).toContain('pdfuaid')
    expect(pdf.toString('latin1')).not.toMatch(/BaseFont\s*\/\w+\+(?!NotoSerif|DejaVuSansMono)/)
  })

  test('syllables that join without an end do not end the typesetter', { timeout: 30_000 }, async ({ app, world }) => {
    const [pdf] = await print(app, world, `${'क्'.repeat(9900)} и дальше`)
    expect((await wordsOfPdf(pdf)).text).toContain('и дальше')
  })

  test('a letter under twenty thousand accents is a letter', { timeout: 30_000 }, async ({ app, world }) => {
    const [pdf] = await print(app, world, `а${'\u0301'.repeat(19_990)} и дальше`)
    expect((await wordsOfPdf(pdf)).text).toContain('и дальше')
  })
})

describe('a closed quarter on paper', () => {
  test(
    'is the same file for ever, whatever becomes of its records',
    { timeout: 60_000 },
    async ({ app, world, clock }) => {
      const [{ chair, branch }] = world.units
      await closed(world, KEY)
      const { id } = await reportOf(chair, KEY, branch.id)
      const files = async () => [
        (await saved(app, world.users.head, `/reporting-periods/${KEY}/report.pdf`)).bytes,
        (await saved(app, world.users.chair, `/branch-reports/${id}/report.pdf?locale=kk`)).bytes,
      ]
      const before = await files()
      await anAppealOf(chair, { receivedOn: '2026-02-15', amount: 77_000 })
      clock.set('2026-12-05')
      const after = await files()
      expect(after.map((bytes, index) => bytes.equals(before[index] as Buffer))).toEqual([true, true])
    },
  )

  test('names its units as the board does, and has a line to sign on before signers are known', async ({
    app,
    world,
  }) => {
    const words = paragraphsOfDocx((await saved(app, world.users.head, `/reporting-periods/${KEY}/report.docx`)).bytes)
    const [first, second] = world.units.map(({ branch }) => branch.prefix)
    const names = ['Аппарат Центрального Совета', `Филиал ${second}`, `Я-филиал ${first}`]
    expect(words.filter((text) => names.includes(text))).toEqual([names[1], names[2], names[0]])
    expect(words).toContain('Председатель')
  })
})

test('each page that is sent out says who made it and by what code it is known', async ({ app, as, world }) => {
  const { version } = (await world.head.call(getPrintSettings, {})).body
  const executor = { fullName: 'Сейтқали А.', phone: '8 (7172) 25-17-74' }
  await world.head.call(changePrintSettings, { version, body: { executor } })
  const { body } = await as(world.users.council).call(issueReport, {
    body: {
      report: 'appeals',
      query: { from: '2025-01-01', to: '2026-06-30', columns: 'month' },
      locale: 'kk',
      addressee: 'Министру здравоохранения Республики Казахстан',
    },
  })
  const { text, pages } = await wordsOfPdf(
    (await saved(app, world.users.council, `/issued-reports/${body.id}/content`)).bytes,
  )
  expect(pages).toBeGreaterThan(1)
  for (const words of [executor.phone, `${body.controlCode.slice(0, 4)}-${body.controlCode.slice(4)}`, body.sha256])
    expect(text.split(words)).toHaveLength(pages + 1)
})

test('the membership report says whose it is, and its longest heading keeps within its cell', async ({
  app,
  world,
}) => {
  const { bytes } = await saved(app, world.users.council, '/reports/membership.pdf?locale=kk')
  // Members are of branches: the council's apparatus has none.
  expect((await wordsOfPdf(bytes)).text).toContain('Барлық филиалдар')
  const [students, pensioners] = await Promise.all(
    ['Студенттер', 'Зейнеткерлер'].map((word) => placeInPdf(bytes, word)),
  )
  // A sheet is 210 mm wide and its right margin 12 mm; a cell keeps 3 points free on each side.
  const edge = ((210 - 12) / 25.4) * 72
  expect(pensioners?.right).toBeLessThanOrEqual(edge - 3)
  expect((pensioners?.left ?? 0) - (students?.right ?? 0)).toBeGreaterThanOrEqual(6)
})

test('a code has one word on the screen, in a report and in a file', async ({ app, world }) => {
  const query = { from: '2026-01-01', to: '2026-06-30', rows: 'channel' } as const
  const { body } = await world.head.call(reportAppeals, { query })
  expect(body.rows.map(({ key, label }) => [key, label.ru])).toEqual(Object.entries(terms.channel))
  const file = await saved(app, world.users.head, '/appeals.csv?receivedFrom=2026-01-01')
  expect(file.bytes.toString('utf8')).toContain(`;${terms.channel.phone};`)
})

test('what was printed before the register is in the parts of a sum as in the sum', async ({ app, world }) => {
  for (const category of ['pay', 'legal'] as const)
    await world.council.call(addLegacyTotal, {
      body: { unit: 'union', category, from: '2019-01-01', to: '2019-12-31', count: 40, effect: 3000, source: 'Отчёт' },
    })
  const path = '/reports/appeals.docx?from=2019-01-01&to=2020-12-31&columns=year'
  const words = paragraphsOfDocx((await saved(app, world.users.council, path)).bytes)
  const rights = words.indexOf('в том числе защита прав')
  expect(words.slice(rights, rights + 5)).toEqual([
    'в том числе защита прав',
    '0',
    'до реестра:',
    '80',
    '(6\u00A0000\u00A0тг)',
  ])
})

test('paper says where its code is checked, where people reach the system under one address', async ({
  db,
  clock,
  world,
}) => {
  const app = await buildApp({
    db,
    clock,
    files: noFiles,
    secrets: testSecrets,
    readiness: { isReady: true },
    requestsPerMinute: 1000,
    isSecure: true,
    publicUrl: 'https://qorgan.example.kz/',
  })
  const { body } = await clientFor(app, world.users.council).call(issueReport, {
    body: {
      report: 'appeals',
      query: { from: '2026-01-01', to: '2026-03-31' },
      locale: 'ru',
      addressee: 'Министерство',
    },
  })
  const { text } = await wordsOfPdf((await saved(app, world.users.council, `/issued-reports/${body.id}/content`)).bytes)
  expect(text).toContain('Проверяется на https://qorgan.example.kz/check')
  await app.close()
})

test(
  'a press whose idle process is ended from outside makes the next file with another',
  { timeout: 30_000 },
  async () => {
    const press = openPress()
    const paper: Paper = {
      locale: 'ru',
      landscape: false,
      small: false,
      title: 'Отчёт',
      subtitles: [],
      addressee: null,
      letter: '',
      blocks: [],
      signers: [],
      executor: null,
      proof: [],
      pageWord: 'стр.',
    }
    const print = () => press.print({ format: 'docx', paper, madeAt: new Date(0) })
    await print()
    for (const pid of printers()) process.kill(pid, 'SIGKILL')
    await setTimeout(200)
    expect((await print()).length).toBeGreaterThan(1000)
    press.close()
  },
)

/** Processes of the press that this thread has started, where the system tells: those of other tests stay. */
function printers(): number[] {
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')
  return read('/proc/thread-self/children')
    .split(' ')
    .filter((pid) => pid !== '' && read(`/proc/${pid}/cmdline`).includes('press/printer.ts'))
    .map(Number)
}
