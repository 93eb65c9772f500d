import { acceptBranchReport, returnBranchReport } from '@qorgan/shared/closing'
import { listBuckets } from '@qorgan/shared/signals'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { openPeriods, openQuarters } from '../../src/closing/periods.ts'
import { aClosingWorld, accepted, handedIn } from '../closing-factories.ts'
import { aBranch, aUser } from '../factories.ts'
import { type Client, system, test as base } from '../harness.ts'

const test = base.extend('world', { scope: 'file' }, ({ db, as, clock }) => {
  clock.set('2026-10-10')
  return aClosingWorld(db, as, clock.today(), '2026-07-01')
})

/** The quarters' buckets, after each was compared with the list that it opens. */
async function quartersOf(client: Client): Promise<Record<string, string>> {
  const { body } = await client.call(listBuckets, {})
  const buckets = body.items.filter(({ list }) => list === 'branch-reports')
  for (const { key, count, query } of buckets) {
    const { periodKey, ...filter } = query
    const opened = await client.send(
      'GET',
      `/reporting-periods/${periodKey}/branch-reports?${new URLSearchParams(filter).toString()}`,
    )
    expect([key, opened.status, opened.body.items.length]).toEqual([key, 200, count])
  }
  return Object.fromEntries(buckets.map(({ key, count, query }) => [key, `${query['periodKey']}: ${count}`]))
}

test('a quarter that is over asks whoever has something to do', async ({ as, db, world, clock }) => {
  const [{ chair, specialist, branch }, other] = world.units
  const nothing = { quarterToSubmit: '2026Q3: 0', quarterReturned: '2026Q3: 0', quarterLate: '2026Q3: 0' }
  expect(await quartersOf(chair)).toEqual({ ...nothing, quarterToSubmit: '2026Q3: 1' })
  expect(await quartersOf(specialist)).toEqual({})
  expect(await quartersOf(world.auditor)).toEqual({})
  expect(await quartersOf(as(await aUser(db, 'accountant')))).toEqual({})
  expect(await quartersOf(world.council)).toEqual({
    ...nothing,
    quarterToSubmit: '2026Q3: 1',
    quartersToAccept: '2026Q3: 0',
  })

  // In on the last day that it may be; the others are late from the next.
  clock.set('2026-10-14')
  const submitted = await handedIn(chair, '2026Q3', branch.id)
  expect(submitted.late).toBe(false)
  clock.set('2026-10-15')
  expect(await quartersOf(chair)).toEqual(nothing)
  expect(await quartersOf(other.chair)).toEqual({ ...nothing, quarterLate: '2026Q3: 1' })
  expect(await quartersOf(world.head)).toEqual({
    ...nothing,
    quarterLate: '2026Q3: 2',
    quartersToAccept: '2026Q3: 1',
  })
  await world.council.call(returnBranchReport, {
    params: { id: submitted.id },
    version: submitted.version,
    body: { comment: 'Уточните' },
  })
  expect(await quartersOf(chair)).toEqual({ ...nothing, quarterReturned: '2026Q3: 1' })
  expect(await quartersOf(world.council)).toMatchObject({ quarterLate: '2026Q3: 3' })
  // It comes in after the date now, and stays late for ever.
  const late = await handedIn(chair, '2026Q3', branch.id)
  expect(late.late).toBe(true)
  const { body } = await world.council.call(acceptBranchReport, {
    params: { id: late.id },
    version: late.version,
    body: { sha256: late.sha256 ?? '' },
  })
  expect(body.late).toBe(true)
})

test('the oldest quarter in which something is to be done is asked for first', async ({ db, world, clock }) => {
  clock.set('2027-01-05')
  await system(db, (tx) => openPeriods(tx, clock.today()))
  const [{ chair }, other] = world.units
  expect(await quartersOf(chair)).toMatchObject({ quarterToSubmit: '2026Q4: 1', quarterLate: '2026Q4: 0' })
  expect(await quartersOf(other.chair)).toMatchObject({ quarterToSubmit: '2026Q4: 1', quarterLate: '2026Q3: 1' })
  await accepted(world, other, '2026Q3')
  expect(await quartersOf(other.chair)).toMatchObject({ quarterToSubmit: '2026Q4: 1', quarterLate: '2026Q4: 0' })
})

test('quarters begin by themselves, once, with a report of each unit that is active in them', async ({
  db,
  world,
  clock,
}) => {
  clock.set('2027-07-02')
  const begun = await Promise.all([openQuarters(db, clock.today()), openQuarters(db, clock.today())])
  expect(begun.reduce((sum, n) => sum + n, 0)).toBe(2)
  expect(await openQuarters(db, clock.today())).toBe(0)
  const { body } = await world.head.send('GET', '/reporting-periods')
  expect(body.items.map(({ key }: { key: string }) => key)).toEqual(['2027Q3', '2027Q2', '2027Q1', '2026Q4', '2026Q3'])
  // A branch that ended stays in the quarters of its time; a new one comes into those that are open.
  await system(db, (tx) =>
    tx.updateTable('units').set({ activeTo: '2027-06-30' }).where('id', '=', world.units[1].branch.id).execute(),
  )
  clock.set('2027-10-01')
  const young = await aBranch(db)
  await openQuarters(db, clock.today())
  const list = async (key: string) =>
    (await world.head.send('GET', `/reporting-periods/${key}/branch-reports`)).body.items.map(
      ({ branchId }: { branchId: string | null }) => branchId,
    )
  expect(await list('2027Q3')).toContain(world.units[1].branch.id)
  expect(await list('2027Q4')).not.toContain(world.units[1].branch.id)
  expect(await list('2027Q4')).toContain(young.id)
  // A day off that is entered later moves a date that is still to come.
  await system(db, (tx) =>
    sql`insert into calendar_days (date, kind, name_ru, name_kk) values ('2027-10-05', 'holiday', 'Праздник', 'Мереке')`.execute(
      tx,
    ),
  )
  const due = async () => (await world.head.send('GET', '/reporting-periods/2027Q3')).body.dueOn
  expect(await due()).toBe('2027-10-14')
  await openQuarters(db, clock.today())
  expect(await due()).toBe('2027-10-15')
})
