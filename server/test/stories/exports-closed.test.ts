import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { expect } from 'vitest'
import { headCell, type Paper, type PaperRow, textCell } from '../../src/exports/paper.ts'
import { openPress } from '../../src/exports/press/press.ts'
import { aClosingWorld, anAppealOf, closed, type ClosingWorld, reportOf } from '../closing-factories.ts'
import { saved, wordsOfPdf } from '../files.ts'
import { test as base } from '../harness.ts'

const test = base.extend('world', { scope: 'file' }, async ({ db, as, clock }): Promise<ClosingWorld> => {
  const world = await aClosingWorld(db, as, clock.today(), '2026-01-01')
  const [first, second] = world.units
  await anAppealOf(first.chair, { receivedOn: '2026-01-15', amount: 1000, people: 2 })
  await anAppealOf(second.chair, { receivedOn: '2026-02-15', category: 'sanatorium', amount: 70_000 })
  return world
})
const KEY = '2026Q1'

test(
  'a closed quarter leaves as a sheet of its units, from its snapshot alone',
  { timeout: 60_000 },
  async ({ app, world }) => {
    const { head, chair } = world.users
    const [{ branch }, other] = world.units
    expect((await saved(app, head, `/reporting-periods/${KEY}/report.xlsx`)).status).toBe(409)
    await closed(world, KEY)
    const read = async () => {
      const { bytes } = await saved(app, head, `/reporting-periods/${KEY}/report.xlsx`)
      const [figures, parameters] = (await readXlsx(bytes)).sheets
      return { rows: figures?.rows ?? [], parameters: parameters?.rows ?? [] }
    }
    const before = await read()
    const of = (label: string) => before.rows.find((row) => row.includes(label))
    // Five categories and the whole, four numbers each.
    const zeros = (n: number) => Array.from({ length: n }, () => 0)
    expect(of(`Филиал ${branch.prefix}`)?.slice(2)).toEqual([1, 1000, 2, 1000, ...zeros(16), 1, 1000, 2, 1000])
    expect(of(`Филиал ${other.branch.prefix}`)?.slice(14)).toEqual([
      1,
      70_000,
      1,
      70_000,
      ...zeros(4),
      1,
      70_000,
      1,
      70_000,
    ])
    expect(of('Аппарат Центрального Совета')?.slice(2)).toEqual(zeros(24))
    expect(of('ИТОГО')?.slice(-4)).toEqual([2, 71_000, 3, 71_000])
    const { headers } = await saved(app, head, `/reporting-periods/${KEY}/snapshot`)
    const hash = Buffer.from(String(headers['etag']).slice(1, -1)).toString()
    expect(before.parameters).toContainEqual(['SHA-256 показателей', hash])

    await anAppealOf(world.units[0].chair, { receivedOn: '2026-01-20', amount: 5_000_000 })
    expect(await read()).toEqual(before)
    expect((await saved(app, chair, `/reporting-periods/${KEY}/report.xlsx`)).status).toBe(404)
  },
)

test('a unit’s quarter leaves as a sheet, too, beside those that it is compared with', async ({ app, world }) => {
  const [{ chair, branch }] = world.units
  const { id } = await reportOf(chair, KEY, branch.id)
  const { bytes } = await saved(app, world.users.chair, `/branch-reports/${id}/report.csv?locale=en`)
  const [head, pay] = parseCsv(bytes.toString('utf8'), { delimiter: ';' })
  expect(
    head?.filter((label) => String(label).endsWith(', number')).map((label) => String(label).split(',')[0]),
  ).toEqual(['Q1 2026', 'Q4 2025', 'Q1 2025', 'Q1 2026'])
  expect(pay?.slice(1, 4).map(String)).toEqual(['Pay', '1', '1000'])
  const foreign = await saved(
    app,
    world.users.chair,
    `/branch-reports/${(await reportOf(world.head, KEY, null)).id}/report.xlsx`,
  )
  expect(foreign.status).toBe(404)
})

test('a sum is never alone on a page', { timeout: 30_000 }, async () => {
  const press = openPress()
  const line = (label: string, weight: 'row' | 'total'): PaperRow => ({ weight, cells: [textCell(label)] })
  for (let rows = 38; rows < 48; rows++) {
    const paper: Paper = {
      locale: 'ru',
      landscape: false,
      small: false,
      title: 'Отчёт',
      subtitles: ['2026'],
      addressee: null,
      letter: 'Исх.',
      blocks: [
        {
          kind: 'table',
          caption: null,
          widths: [1],
          head: [[headCell('ФИЛИАЛ')]],
          rows: [...Array.from({ length: rows }, (_, n) => line(`Филиал ${n}`, 'row')), line('ИТОГО', 'total')],
        },
      ],
      signers: [],
      executor: null,
      proof: [],
      pageWord: 'стр.',
    }
    const { text } = await wordsOfPdf(await press.print({ format: 'pdf', paper, madeAt: new Date(0) }))
    expect(text, `${rows} rows`).not.toContain('ФИЛИАЛ ИТОГО')
    expect(text).toContain(`Филиал ${rows - 1} ИТОГО`)
  }
  press.close()
})
