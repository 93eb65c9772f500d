import {
  annulAppeal,
  acceptTransfer,
  changeAppeal,
  registerAppeal,
  registerBatch,
  summariseAppeals,
  transferAppeal,
} from '@qorgan/shared/appeals'
import {
  addEffect,
  changeEffect,
  confirmEffect,
  confirmEffects,
  listEffects,
  summariseEffects,
  voidEffect,
} from '@qorgan/shared/effects'
import { AppealCategory } from '@qorgan/shared/organisation'
import { type AppealsReport, reportAppeals } from '@qorgan/shared/reports'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '../../src/platform/db/index.ts'
import { chooser, seed } from '../chooser.ts'
import { aBranch, aMember, anOrganisation, aUser, type TestUser } from '../factories.ts'
import { type Client, system, test } from '../harness.ts'
import { pairs } from './contract-routes.ts'

const days = [
  '2021-03-31',
  '2021-12-31',
  '2022-01-01',
  '2024-02-29',
  '2024-06-30',
  '2024-07-01',
  '2025-12-31',
  '2026-01-01',
  '2026-05-15',
  '2026-10-31',
  '2026-11-01',
  '2026-11-19',
]
const channels = ['phone', 'written', 'post', 'web'] as const
const kinds = ['recovered', 'accrued', 'other'] as const

test(
  `every cell is what its list says, for every role and at every moment (seed ${seed})`,
  { timeout: 90_000 },
  async ({ db, as }) => {
    const { below, one, chance } = chooser(seed)
    const branches = [await aBranch(db), await aBranch(db)] as const
    const organisations = await Promise.all(branches.map((branch) => anOrganisation(db, branch)))
    const units = await Promise.all(
      branches.map(async (branch, index) => ({
        branch,
        organisation: organisations[index]!,
        chair: await aUser(db, 'branch_chair', branch),
        specialist: await aUser(db, 'branch_specialist', branch),
        local: await aUser(db, 'organisation_chair', branch, organisations[index]),
        accountant: await aUser(db, 'accountant', branch),
        member: await aMember(db, branch, organisations[index]),
      })),
    )
    const head = await aUser(db, 'council_head')
    const readers: TestUser[] = [
      head,
      await aUser(db, 'auditor'),
      await aUser(db, 'accountant'),
      ...units
        .flatMap(({ chair, local, accountant, specialist }) => [chair, local, accountant, specialist])
        .slice(0, 5),
    ]
    const topics = await system(db, (tx) => tx.selectFrom('topics').select(['id', 'category']).execute())

    const draft = (unit: (typeof units)[number]) => {
      const category = one(AppealCategory.options)
      return {
        receivedOn: one(days),
        channel: one(channels),
        category,
        subject: 'О деле',
        restricted: chance(0.2),
        topicId: chance(0.5) ? (topics.find((topic) => topic.category === category)?.id ?? null) : null,
        applicant: chance(0.5) ? { memberId: unit.member.id } : ({ anonymous: true } as const),
        ...(chance(0.3) && {
          resolution: {
            outcome: one(['satisfied', 'explained', 'refused'] as const),
            summary: 'Решено',
            noEffectReason: 'not_in_money' as const,
          },
        }),
      }
    }
    const appeals: { id: string; by: TestUser; unit: (typeof units)[number] }[] = []
    for (let n = 0; n < 36; n++) {
      const unit = one(units)
      const by = one([unit.chair, unit.specialist, unit.local, unit.local])
      const { status, body } = await as(by).call(registerAppeal, { body: draft(unit) })
      if (status === 201) appeals.push({ id: body.id, by, unit })
    }
    const voucher = { place: 'Санаторий', fullPrice: 300_000, memberPays: 100_000, people: 1, issuedOn: '2026-05-15' }
    const listed = await as(units[0]!.chair).call(registerBatch, {
      body: {
        id: randomUUID(),
        shared: { receivedOn: '2026-05-10', channel: 'written', category: 'sanatorium', subject: 'Путёвка', voucher },
        items: Array.from({ length: 25 }, () => ({ applicant: { anonymous: true } })),
      },
    })
    expect(listed.status).toBe(201)
    for (const { id } of listed.body.items) appeals.push({ id, by: units[0]!.chair, unit: units[0]! })
    for (let n = 0; n < 45; n++) {
      const { id, by } = one(appeals)
      await as(by).call(addEffect, {
        params: { id },
        body: {
          kind: one(kinds),
          stage: one(['claimed', 'agreed', 'received', 'received'] as const),
          amount: below(1_000_000),
          people: below(4),
          occurredOn: one(days),
        },
      })
    }
    const proved: string[] = []
    proved.push(...(await prove(db, as, readers, one, 'after entering')))

    expect(appeals.length).toBeGreaterThan(45)
    const done = []
    for (let n = 0; n < 60; n++) done.push(await change(one(appeals)))
    expect(done.filter((status) => status === 200).length, 'changes that were taken').toBeGreaterThan(20)
    const unconfirmed = (
      await as(head).call(listEffects, { query: { confirmed: false, limit: 200 } })
    ).body.items.slice(0, 12)
    expect((await as(head).call(confirmEffects, { body: { ids: unconfirmed.map(({ id }) => id) } })).status).toBe(200)
    proved.push(...(await prove(db, as, readers, one, 'after changing')))
    expect(proved).toEqual([])

    async function change({ id, by, unit }: (typeof appeals)[number]): Promise<number | undefined> {
      const version = (await as(head).send('GET', `/appeals/${id}`)).body.version as number
      const effects = (await as(head).send('GET', `/appeals/${id}/effects`)).body.items as {
        id: string
        version: number
      }[]
      const effect = effects.length > 0 ? one(effects) : undefined
      const on = { params: { id } }
      switch (below(7)) {
        case 0:
          return (
            await as(by).call(changeAppeal, {
              ...on,
              version,
              body: { category: one(AppealCategory.options), voucher: null, aid: null },
            })
          ).status
        case 1:
          return (
            await as(by).call(changeAppeal, { ...on, version, body: { receivedOn: one(days), channel: one(channels) } })
          ).status
        case 2:
          return (await as(unit.chair).call(annulAppeal, { ...on, version, body: { reason: 'Ошибка' } })).status
        case 3:
          return (
            effect &&
            (
              await as(by).call(changeEffect, {
                params: { id: effect.id },
                version: effect.version,
                body: { amount: below(1_000_000), occurredOn: one(days), stage: one(['received', 'agreed'] as const) },
              })
            ).status
          )
        case 4:
          return (
            effect &&
            (await as(head).call(confirmEffect, { params: { id: effect.id }, version: effect.version })).status
          )
        case 5:
          return (
            effect &&
            (
              await as(unit.chair).call(voidEffect, {
                params: { id: effect.id },
                version: effect.version,
                body: { reason: 'Ошибка' },
              })
            ).status
          )
        default: {
          // Passed up it rises a level; passed on it is another's to handle, and counted where it was.
          const other = units.find((one_) => one_ !== unit)!
          const to =
            by === unit.local
              ? { level: 'branch' as const }
              : one([{ level: 'council' as const }, { level: 'branch' as const, branchId: other.branch.id }])
          const asked = await as(by).call(transferAppeal, { ...on, version, body: { to, reason: 'Не наше' } })
          return asked.status !== 200
            ? asked.status
            : (
                await as(by === unit.local ? unit.chair : to.level === 'council' ? head : other.chair).call(
                  acceptTransfer,
                  { ...on, version: version + 1 },
                )
              ).status
        }
      }
    }
  },
)

const filterOf: Record<string, string> = {
  category: 'category',
  branch: 'branchId',
  region: 'regionCode',
  topic: 'topicId',
  outcome: 'outcome',
  channel: 'channel',
  employer: 'employerId',
}
const questions = [
  { from: '2021-01-01', to: '2026-12-31', columns: 'year', rows: 'category' },
  {
    from: '2021-01-01',
    to: '2026-12-31',
    columns: 'none',
    rows: 'branch',
    levels: 'council,branch,primary_organisation',
  },
  {
    from: '2021-03-15',
    to: '2026-11-19',
    columns: 'half_year',
    rows: 'category',
    levels: 'council,branch,primary_organisation',
  },
  { from: '2024-02-10', to: '2026-11-01', columns: 'year', rows: 'outcome' },
  { from: '2021-12-31', to: '2022-01-01', columns: 'month', rows: 'channel', levels: 'primary_organisation' },
  { from: '2026-05-01', to: '2026-11-19', columns: 'quarter', rows: 'branch' },
  { from: '2021-01-01', to: '2026-11-22', columns: 'none', rows: 'topic' },
  {
    from: '2021-01-01',
    to: '2026-11-22',
    columns: 'none',
    rows: 'employer',
    levels: 'council,branch,primary_organisation',
  },
  { from: '2021-01-01', to: '2026-11-22', columns: 'none', rows: 'region' },
] as const

/** Every row against its lists; cells that are zero on both sides are asked for by chance, the others all. */
async function prove(
  db: Db,
  as: (user: TestUser) => Client,
  readers: readonly TestUser[],
  one: <T>(values: readonly T[]) => T,
  moment: string,
): Promise<string[]> {
  const wrong: string[] = []
  const differences = await system(db, async (tx) => (await sql`select * from recount()`.execute(tx)).rows)
  if (differences.length > 0) wrong.push(`${moment}: recount says ${JSON.stringify(differences)}`)
  let cells = 0
  for (const [reader, question] of pairs(readers, () => questions)) {
    const answer = await as(reader).call(reportAppeals, { query: question })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const report: AppealsReport = answer.body
    const asked = `${moment} ${reader.login} ${JSON.stringify(question)}`
    for (const [row, column] of pairs(report.rows, () => report.columns)) {
      const cell = row.cells[column.key]!
      if (cell.count === 0 && cell.effect === 0 && one([true, true, true, true, true, true, true, false])) continue
      const shared = { [filterOf[question.rows]!]: row.key, level: column.levels.join(',') }
      const lists = await listsOf(as(reader), shared, column)
      cells++
      if (JSON.stringify(lists) !== JSON.stringify(cell))
        wrong.push(`${asked} ${row.key} ${column.key}: ${JSON.stringify(cell)}, its lists ${JSON.stringify(lists)}`)
    }
    wrong.push(...sums(report).map((text) => `${asked}: ${text}`))
  }
  expect(cells).toBeGreaterThan(200)
  return wrong
}

/** The same cell as its two lists count it. */
async function listsOf(client: Client, shared: object, { from, to }: { from: string; to: string }) {
  const counted = await client.call(summariseAppeals, { query: { ...shared, receivedFrom: from, receivedTo: to } })
  const dates = { occurredFrom: from, occurredTo: to }
  const { body } = await client.call(summariseEffects, { query: { ...shared, stage: ['received'], ...dates } })
  const brought = { effect: body.amount, people: body.people, unconfirmed: body.unconfirmed.amount }
  return { count: counted.body.count, ...brought, legacy: null }
}

/** Rows, columns, totals and subtotals are sums of each other. */
function sums(report: AppealsReport): string[] {
  const wrong: string[] = []
  for (const part of ['count', 'effect', 'people', 'unconfirmed'] as const) {
    const total = report.totals['total']![part]
    if (report.rows.reduce((sum, row) => sum + row.total[part], 0) !== total)
      wrong.push(`${part}: the rows' totals are not the total`)
    if (
      report.columns.reduce(
        (sum, { key }) => sum + (key === 'total' ? 0 : report.totals[key]![part]),
        report.columns[0]!.key === 'total' ? total : 0,
      ) !== total
    )
      wrong.push(`${part}: the columns' totals are not the total`)
    if (report.subtotals.rightsDefence[part] + report.subtotals.socialSupport[part] !== total)
      wrong.push(`${part}: the subtotals are not the total`)
  }
  return wrong
}

test('a ragged period is the sum of its parts', async ({ db, as }) => {
  const branch = await aBranch(db)
  const chair = as(await aUser(db, 'branch_chair', branch))
  for (const receivedOn of days)
    await chair.call(registerAppeal, {
      body: { receivedOn, channel: 'phone', category: 'pay', subject: 'О деле', applicant: { anonymous: true } },
    })
  const day = fc
    .date({ min: new Date('2021-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const countOf = async (from: string, to: string, columns: 'none' | 'month' | 'year' = 'none') =>
    (
      await chair.call(reportAppeals, {
        query: { from, to, columns, levels: 'branch,council,primary_organisation' },
      })
    ).body.totals['total']!.count
  for (const [a, b] of fc.sample(fc.tuple(day, day), { numRuns: 25, seed })) {
    const [from, to] = a < b ? [a, b] : [b, a]
    const expected = days.filter((one) => one >= from && one <= to).length
    expect(
      [await countOf(from, to), await countOf(from, to, 'month'), await countOf(from, to, 'year')],
      `${from}..${to}`,
    ).toEqual([expected, expected, expected])
  }
})
