import { annulAppeal, registerAppeal, resolveAppeal } from '@qorgan/shared/appeals'
import { changeBranchReport, listBranchReportChecks, submitBranchReport } from '@qorgan/shared/closing'
import { addEffect, confirmEffect, voidEffect } from '@qorgan/shared/effects'
import { expect } from 'vitest'
import { aClosingWorld, anAppealOf, type ClosingUnit, reportOf } from '../closing-factories.ts'
import { anEmployer } from '../factories.ts'
import { type Client, system, test as base } from '../harness.ts'

const test = base.extend('world', { scope: 'file' }, ({ db, as, clock }) =>
  aClosingWorld(db, as, clock.today(), '2026-07-01'),
)
const KEY = '2026Q3'

async function checksOf({ chair, branch }: ClosingUnit, by: Client = chair) {
  const { id } = await reportOf(by, KEY, branch.id)
  const { body } = await by.call(listBranchReportChecks, { params: { id } })
  return Object.fromEntries(body.items.map((check) => [check.key, check]))
}

test('a report names what should be put right, and what keeps it from being handed in', async ({ db, world }) => {
  const [unit, other] = world.units
  const { chair, specialist, branch } = unit
  expect(await checksOf(unit)).toEqual({})

  // Overdue, without topic and employer; the second one is of another quarter, the third of a level that does not count.
  const overdue = await anAppealOf(chair, { receivedOn: '2026-07-15' })
  await anAppealOf(chair, { receivedOn: '2026-10-01' })
  const employer = await anEmployer(db)
  const topic = await system(db, (tx) =>
    tx.selectFrom('topics').select('id').where('category', '=', 'pay').limit(1).executeTakeFirstOrThrow(),
  )
  const whole = async (client: Client, amounts: number[]) => {
    const { body } = await client.call(registerAppeal, {
      body: {
        receivedOn: '2026-08-03',
        category: 'pay',
        channel: 'phone',
        subject: 'О доплате',
        applicant: { anonymous: true },
        employerId: employer.id,
        topicId: topic.id,
      },
    })
    const effects: string[] = []
    for (const amount of amounts) {
      const entry = { kind: 'recovered', stage: 'received', amount, people: 1, occurredOn: '2026-08-20' } as const
      effects.push(
        (await client.call(addEffect, { params: { id: body.id }, body: { ...entry, document: 'Приказ' } })).body.id,
      )
    }
    return { id: body.id, number: body.number, effects }
  }
  // What is usual is the union's: another branch's entries count.
  await whole(other.chair, [50_000, 60_000, 70_000, 80_000])
  const mine = await whole(specialist, [60_000, 2_000_000])
  const [usual = '', unusual = ''] = mine.effects
  await chair.call(confirmEffect, { params: { id: usual }, version: 1 })
  const undocumented = await anAppealOf(chair, { receivedOn: '2026-08-04', amount: 10 })

  const resolution = { outcome: 'satisfied', summary: 'Решено', resolvedOn: '2026-08-21' } as const
  const resolved = await chair.call(resolveAppeal, { params: { id: mine.id }, version: 1, body: resolution })
  expect(resolved.status).toBe(200)
  const checks = await checksOf(unit)
  expect(Object.keys(checks)).toEqual([
    'overdueWithoutOutcome',
    'effectUnusual',
    'effectUnconfirmed',
    'effectWithoutDocument',
    'withoutTopic',
    'withoutEmployer',
    'withoutAnalysis',
  ])
  expect(Object.values(checks).every(({ severity }) => severity === 'warning')).toBe(true)
  expect(checks['overdueWithoutOutcome']?.records.map(({ number }) => number)).toEqual([
    overdue.number,
    undocumented.number,
  ])
  expect(checks['effectUnusual']).toMatchObject({
    count: 1,
    records: [{ appealId: mine.id, number: mine.number, effectId: unusual, amount: 2_000_000 }],
  })
  const untold = await anAppealOf(chair, { receivedOn: '2026-08-05', amount: 90_000_000 })
  expect((await checksOf(unit))['effectUnusual']?.records.map(({ effectId }) => effectId)).toEqual([
    untold.effectId,
    unusual,
  ])
  await chair.call(annulAppeal, { params: { id: untold.id }, version: 1, body: { reason: 'Ошибка' } })
  expect(checks['effectUnconfirmed']?.records.map(({ effectId }) => effectId)).toEqual([unusual, undocumented.effectId])
  expect(checks['effectWithoutDocument']).toMatchObject({ records: [{ effectId: undocumented.effectId }] })
  expect(checks['withoutTopic']?.count).toBe(2)
  expect(await checksOf(unit, world.auditor)).toEqual(checks)

  // A resolution whose effects are all voided brought nothing, and says no reason.
  for (const id of [usual, unusual])
    await specialist.call(voidEffect, { params: { id }, version: id === usual ? 2 : 1, body: { reason: 'Ошибка' } })
  expect((await checksOf(unit))['resolvedWithoutEffect']).toMatchObject({
    severity: 'blocking',
    records: [{ number: mine.number }],
  })
  const report = await reportOf(chair, KEY, branch.id)
  const on = { params: { id: report.id } }
  const refused = await chair.call(submitBranchReport, { ...on, version: report.version, body: {} })
  expect(refused.body).toMatchObject({ status: 409, code: 'branchReport.blocked', params: { count: 1 } })

  const entry = { kind: 'recovered', stage: 'agreed', amount: 1, people: 0, occurredOn: '2026-08-20' } as const
  await chair.call(addEffect, { params: { id: mine.id }, body: entry })
  const { body: written } = await chair.call(changeBranchReport, {
    ...on,
    version: report.version,
    body: { analysis: 'Задержки доплат' },
  })
  expect(Object.keys(await checksOf(unit))).toEqual([
    'overdueWithoutOutcome',
    'effectUnconfirmed',
    'effectWithoutDocument',
    'withoutTopic',
    'withoutEmployer',
  ])
  expect((await chair.call(submitBranchReport, { ...on, version: written.version, body: {} })).status).toBe(200)
})
