import { addLegacyTotal, listLegacyTotals, reportLabourSafety, voidLegacyTotal } from '@qorgan/shared/legacy-totals'
import { reportAppeals } from '@qorgan/shared/reports'
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { aBranch, aUser } from '../factories.ts'
import { test } from '../harness.ts'

const printed = {
  category: 'pay',
  from: '2020-01-01',
  to: '2020-12-31',
  count: 812,
  effect: 41_000_000,
  source: 'Отчёт за 2020 год, с. 14',
} as const

test('a printed total stands beside the counted figures, in columns that hold its whole dates', async ({ db, as }) => {
  const branch = await aBranch(db)
  const council = as(await aUser(db, 'council_specialist'))
  const body = { id: randomUUID(), ...printed, unit: 'union' as const }
  const entered = await council.call(addLegacyTotal, { body })
  expect([entered.status, entered.body.unit]).toEqual([201, 'union'])
  expect((await council.call(addLegacyTotal, { body })).status).toBe(200)
  const own = await council.call(addLegacyTotal, {
    body: { ...printed, unit: branch.id, category: 'legal', count: 7, effect: 0 },
  })
  expect(own.status).toBe(201)
  const report = async (query: object) =>
    (await council.call(reportAppeals, { query: { from: '2019-07-01', to: '2021-06-30', ...query } })).body
  const byYear = await report({ columns: 'year' })
  const pay = byYear.rows.find(({ key }) => key === 'pay')
  expect(pay?.cells['2020']).toMatchObject({ count: 0, effect: 0, legacy: { count: 812, effect: 41_000_000 } })
  expect(pay?.cells['2021']?.legacy).toBeNull()
  expect(byYear.totals['2020']?.legacy).toEqual({ count: 819, effect: 41_000_000 })
  expect(byYear.totals['total']).toMatchObject({ count: 0, legacy: { count: 819 } })
  expect(byYear.subtotals.rightsDefence.legacy).toEqual({ count: 819, effect: 41_000_000 })
  expect(byYear.subtotals.socialSupport.legacy).toBeNull()
  // Half of a year holds nothing of a total of the year.
  expect((await report({ columns: 'half_year' })).totals['2020H1']?.legacy).toBeNull()
  const byBranch = await report({ columns: 'year', rows: 'branch' })
  expect(byBranch.rows.find(({ key }) => key === branch.id)?.cells['2020']?.legacy).toEqual({ count: 7, effect: 0 })
  expect((await report({ columns: 'year', branchId: branch.id })).totals['2020']?.legacy).toEqual({
    count: 7,
    effect: 0,
  })
})

test('none overlaps another of the same unit, level and category; who may not enter is refused', async ({ db, as }) => {
  const branch = await aBranch(db)
  const council = as(await aUser(db, 'council_head'))
  const enter = (given: object) => council.call(addLegacyTotal, { body: { ...printed, unit: branch.id, ...given } })
  const answers = await Promise.all([enter({}), enter({})])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect((await enter({ from: '2020-12-31', to: '2021-01-31' })).body.code).toBe('legacyTotal.overlaps')
  expect((await enter({ from: '2020-12-31', to: '2021-01-31', level: 'branch' })).status).toBe(201)
  expect((await enter({ from: '2021-01-01', to: '2021-01-31' })).status).toBe(201)
  expect((await enter({ from: '2019-12-31', to: '2019-01-01' })).body.errors?.[0]?.path).toBe('/to')
  expect((await enter({ unit: randomUUID() })).body.errors?.[0]?.path).toBe('/unit')
  const chair = as(await aUser(db, 'branch_chair', branch))
  expect((await chair.call(listLegacyTotals, { query: {} })).body.items).toHaveLength(3)
  expect((await chair.call(addLegacyTotal, { body: { ...printed, unit: branch.id } })).status).toBe(403)
  const stranger = as(await aUser(db, 'branch_chair', await aBranch(db)))
  expect((await stranger.call(listLegacyTotals, { query: { unit: branch.id } })).body.items).toEqual([])
})

test('the printed table of labour safety keeps its total and shows the difference', async ({ db, as }) => {
  const { body } = await as(await aUser(db, 'auditor')).call(reportLabourSafety, {})
  expect(body.rows.find(({ key }) => key === 'remarks_found')).toMatchObject({
    printed: [125, 84, 100, 100],
    computed: [117, 83, 100, 55],
    difference: [-8, -1, 0, -45],
  })
})

test('a total that was entered wrong is voided with its reason, leaves the report, and is entered anew', async ({
  db,
  as,
}) => {
  const branch = await aBranch(db)
  const council = as(await aUser(db, 'council_specialist'))
  const enter = (count: number) =>
    council.call(addLegacyTotal, { body: { ...printed, unit: branch.id, count } }).then(({ body }) => body)
  const wrong = await enter(821)
  const voiding = (person: ReturnType<typeof as>, version = 1) =>
    person.call(voidLegacyTotal, { params: { id: wrong.id }, body: { reason: 'Не та страница' }, version })
  expect((await voiding(as(await aUser(db, 'branch_chair', branch)))).status).toBe(403)
  const answers = await Promise.all([voiding(council), voiding(as(await aUser(db, 'council_head')))])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
  expect((await voiding(council, 2)).body.code).toBe('legacyTotal.voided')
  const right = await enter(812)
  const list = async (query: object) =>
    (await council.call(listLegacyTotals, { query: { unit: branch.id, ...query } })).body.items
  expect((await list({})).map(({ id }) => id)).toEqual([right.id])
  expect(await list({ voided: true })).toMatchObject([
    { id: wrong.id, voidReason: 'Не та страница', can: { void: false } },
  ])
  const { body } = await council.call(reportAppeals, {
    query: { from: '2020-01-01', to: '2020-12-31', branchId: branch.id },
  })
  expect(body.totals['total']?.legacy).toEqual({ count: 812, effect: 41_000_000 })
})

test('what a broader total holds is not added to it again', async ({ db, as }) => {
  const branch = await aBranch(db)
  const council = as(await aUser(db, 'council_specialist'))
  const year = { from: '2018-01-01', to: '2018-12-31' }
  const enter = (given: object) =>
    council.call(addLegacyTotal, { body: { ...printed, ...year, unit: branch.id, ...given } })
  for (const given of [
    { unit: 'union', count: 812, effect: 41 },
    { count: 300, effect: 20 },
    { level: 'branch', count: 250, effect: 15 },
    { level: 'branch', category: 'legal', count: 5, effect: 1 },
  ])
    expect((await enter(given)).status).toBe(201)
  const report = async (rows: 'category' | 'branch') =>
    (await council.call(reportAppeals, { query: { ...year, rows, columns: 'year' } })).body
  const byCategory = await report('category')
  expect(byCategory.rows.find(({ key }) => key === 'pay')?.total.legacy).toEqual({ count: 812, effect: 41 })
  expect(byCategory.totals['2018']?.legacy).toEqual({ count: 817, effect: 42 })
  const byBranch = await report('branch')
  expect(byBranch.rows.find(({ key }) => key === branch.id)?.total.legacy).toEqual({ count: 305, effect: 21 })
  expect(byBranch.totals['total']?.legacy).toEqual({ count: 817, effect: 42 })
})

test('a total of all levels does not answer for one of them, nor in place of its own', async ({ db, as }) => {
  const branch = await aBranch(db)
  const council = as(await aUser(db, 'council_specialist'))
  const year = { from: '2017-01-01', to: '2017-12-31' }
  for (const given of [
    { count: 300, effect: 20 },
    { level: 'branch', count: 250, effect: 15 },
  ] as const)
    expect(
      (await council.call(addLegacyTotal, { body: { ...printed, ...year, unit: branch.id, ...given } })).status,
    ).toBe(201)
  const printedOf = async (levels: ('branch' | 'council' | 'primary_organisation')[]) => {
    const query = { ...year, branchId: branch.id, ...(levels.length > 0 && { levels }) }
    return (await council.call(reportAppeals, { query })).body.totals['total']?.legacy
  }
  const all = { count: 300, effect: 20 }
  expect(await printedOf([])).toEqual(all)
  expect(await printedOf(['council', 'branch', 'primary_organisation'])).toEqual(all)
  expect(await printedOf(['branch'])).toEqual({ count: 250, effect: 15 })
  expect(await printedOf(['council'])).toBeNull()
})
