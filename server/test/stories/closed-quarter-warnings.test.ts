import {
  acceptTransfer,
  annulAppeal,
  changeAppeal,
  getAppeal,
  listAppeals,
  transferAppeal,
} from '@qorgan/shared/appeals'
import { getBranchReportFigures, listClosedPeriods, listPeriodDifferences, reopenPeriod } from '@qorgan/shared/closing'
import { addEffect, changeEffect, listEffects, voidEffect } from '@qorgan/shared/effects'
import type { Role } from '@qorgan/shared/permissions'
import { expect } from 'vitest'
import { aClosingWorld, anAppealOf, closed, reportOf } from '../closing-factories.ts'
import { anOrganisation, aUser } from '../factories.ts'
import { test as base } from '../harness.ts'

/** It is Friday 2026-11-20: the second quarter is closed, the third is not in yet. */
const test = base.extend('world', { scope: 'file' }, async ({ db, as, clock }) => {
  const world = await aClosingWorld(db, as, clock.today(), '2026-04-01')
  await closed(world, '2026Q2')
  return world
})
const CLOSED = '2026Q2'
const entry = { kind: 'recovered', stage: 'received', amount: 90_000, people: 1 } as const

test('what is entered late is taken, says which closed quarter counts it, and becomes a correction', async ({
  world,
}) => {
  const [{ chair, branch }] = world.units
  const late = await anAppealOf(chair, { receivedOn: '2026-06-30' })
  const on = { params: { id: late.id } }
  expect((await chair.call(getAppeal, on)).body.closedPeriod).toBe(CLOSED)
  const effect = await chair.call(addEffect, { ...on, body: { ...entry, occurredOn: '2026-04-01' } })
  expect(effect).toMatchObject({ status: 201, body: { closedPeriod: CLOSED } })

  // Neither what is only promised nor what falls into an open quarter is a correction.
  const claimed = { ...entry, stage: 'claimed', occurredOn: '2026-05-05' } as const
  expect((await chair.call(addEffect, { ...on, body: claimed })).body.closedPeriod).toBeNull()
  const now = await anAppealOf(chair, { receivedOn: '2026-07-01', amount: 100 })
  const mine = await chair.call(listAppeals, { query: { sort: 'number' } })
  expect(mine.body.items.map(({ id, closedPeriod }) => [id, closedPeriod])).toEqual([
    [late.id, CLOSED],
    [now.id, null],
  ])
  const ledger = await chair.call(listEffects, { query: { stage: 'received' } })
  expect(ledger.body.items.map(({ occurredOn, closedPeriod }) => [occurredOn, closedPeriod])).toEqual([
    ['2026-07-01', null],
    ['2026-04-01', CLOSED],
  ])

  const { body: differences } = await world.head.call(listPeriodDifferences, { params: { key: CLOSED }, query: {} })
  expect(differences).toMatchObject({
    items: [
      { record: 'appeal', change: 'added', number: late.number },
      { record: 'effect', change: 'added', effect: 90_000 },
    ],
    totals: { count: 1, effect: 90_000 },
  })
  const report = { params: { id: (await reportOf(chair, '2026Q3', branch.id)).id } }
  const corrections = async () => (await chair.call(getBranchReportFigures, report)).body.corrections
  expect(await corrections()).toEqual([{ periodKey: CLOSED, count: 1, effect: 90_000 }])

  // The answer to each act names the quarter that the record then stands in; taken out of the count, the one that it left.
  const moved = await chair.call(changeEffect, {
    params: { id: effect.body.id },
    version: 1,
    body: { occurredOn: '2026-07-02' },
  })
  expect(moved.body.closedPeriod).toBeNull()
  expect(await corrections()).toEqual([{ periodKey: CLOSED, count: 1, effect: 0 }])
  const back = await chair.call(changeEffect, {
    params: { id: effect.body.id },
    version: 2,
    body: { occurredOn: '2026-06-01' },
  })
  expect(back.body.closedPeriod).toBe(CLOSED)
  const voided = await chair.call(voidEffect, {
    params: { id: effect.body.id },
    version: 3,
    body: { reason: 'Ошибка' },
  })
  expect(voided.body).toMatchObject({ closedPeriod: CLOSED, voidReason: 'Ошибка' })
  const { body: edited } = await chair.call(changeAppeal, { ...on, version: 1, body: { receivedOn: '2026-06-29' } })
  expect(edited).toMatchObject({ receivedOn: '2026-06-29', closedPeriod: CLOSED })
  const annulled = await chair.call(annulAppeal, { ...on, version: edited.version, body: { reason: 'Ошибка' } })
  expect(annulled.body).toMatchObject({ status: 'annulled', closedPeriod: CLOSED })
  expect(await corrections()).toEqual([])
})

test('everybody who dates a record knows which quarters are closed', async ({ as, db, world }) => {
  const [{ branch, chair }] = world.units
  const organisation = await anOrganisation(db, branch)
  const expected = { key: CLOSED, from: '2026-04-01', to: '2026-06-30', levels: ['council', 'branch'] }
  const accountant = as(await aUser(db, 'accountant', branch))
  const chairman = as(await aUser(db, 'organisation_chair', branch, organisation))
  const others = await Promise.all((['legal_head', 'legal_officer'] as const).map((role: Role) => aUser(db, role)))
  for (const client of [chair, world.council, accountant, chairman, ...others.map(as)])
    expect((await client.call(listClosedPeriods, {})).body).toEqual({ items: [expected], nextCursor: null })

  const late = await anAppealOf(chair, { receivedOn: '2026-05-15', amount: 7000 })
  const seen = await accountant.call(listEffects, { query: { appealId: [late.id] } })
  expect(seen.body.items).toMatchObject([{ closedPeriod: CLOSED, can: { void: true } }])

  // What an organisation receives itself is not counted since 2022: no correction, unless it is passed up.
  const own = await anAppealOf(chairman, { receivedOn: '2026-05-16', amount: 300 })
  const read = await chairman.call(getAppeal, { params: { id: own.id } })
  expect(read.body).toMatchObject({ level: 'primary_organisation', closedPeriod: null })
  const passed = await chairman.call(transferAppeal, {
    params: { id: own.id },
    version: 1,
    body: { to: { level: 'branch' }, reason: 'Нужен филиал' },
  })
  const taken = await chair.call(acceptTransfer, { params: { id: own.id }, version: passed.body.version })
  expect(taken.body).toMatchObject({ level: 'branch', closedPeriod: CLOSED })
  expect((await chairman.call(getAppeal, { params: { id: own.id } })).body.closedPeriod).toBe(CLOSED)
  expect((await chairman.call(listEffects, { query: {} })).body.items).toMatchObject([{ closedPeriod: CLOSED }])
})

test('a quarter that is opened again takes its records back', async ({ world }) => {
  const [, { chair }] = world.units
  const late = await anAppealOf(chair, { receivedOn: '2026-04-20', amount: 50 })
  await world.head.call(reopenPeriod, { params: { key: CLOSED }, body: { reason: 'Пропущено обращение' } })
  expect((await chair.call(getAppeal, { params: { id: late.id } })).body.closedPeriod).toBeNull()
  expect((await chair.call(listEffects, { query: {} })).body.items).toMatchObject([{ closedPeriod: null }])
  expect((await chair.call(listClosedPeriods, {})).body.items).toEqual([])
})
