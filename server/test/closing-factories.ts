import { registerAppeal } from '@qorgan/shared/appeals'
import {
  acceptBranchReport,
  type BranchReport,
  closePeriod,
  listBranchReports,
  submitBranchReport,
} from '@qorgan/shared/closing'
import { addEffect } from '@qorgan/shared/effects'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { openPeriods } from '../src/closing/periods.ts'
import { COUNCIL_ID } from '../src/organisation/units.ts'
import type { Db } from '../src/platform/db/index.ts'
import { aBranch, aUser, type TestBranch, type TestUser } from './factories.ts'
import { type Client, system } from './harness.ts'

type As = (user: TestUser | null) => Client

export interface ClosingUnit {
  branch: TestBranch
  chair: Client
  specialist: Client
}
/** A union of two branches and the council, small enough to close. */
export interface ClosingWorld {
  units: [ClosingUnit, ClosingUnit]
  head: Client
  council: Client
  auditor: Client
  users: { chair: TestUser; head: TestUser; council: TestUser }
}

/** The seeded branches end before anything begins; quarters are open from `since` to the clock's day. */
export async function aClosingWorld(db: Db, as: As, today: string, since: string): Promise<ClosingWorld> {
  await system(db, (tx) =>
    tx
      .updateTable('units')
      .set({ activeTo: '2000-12-31' })
      .where('id', '<>', COUNCIL_ID)
      .where('code', 'not like', 'test-%')
      .execute(),
  )
  const unit = async () => {
    const branch = await aBranch(db)
    const chair = await aUser(db, 'branch_chair', branch)
    return { branch, user: chair, chair: as(chair), specialist: as(await aUser(db, 'branch_specialist', branch)) }
  }
  const [first, second] = [await unit(), await unit()]
  const [head, council] = [await aUser(db, 'council_head'), await aUser(db, 'council_specialist')]
  await system(db, (tx) => openPeriods(tx, today, since))
  return {
    units: [first, second],
    head: as(head),
    council: as(council),
    auditor: as(await aUser(db, 'auditor')),
    users: { chair: first.user, head, council },
  }
}

interface Given {
  receivedOn: string
  category?: AppealCategory
  amount?: number
  occurredOn?: string
  people?: number
}
/** An appeal, and what it brought when an amount is given. */
export async function anAppealOf(
  client: Client,
  { receivedOn, category = 'pay', amount, occurredOn = receivedOn, people = 1 }: Given,
): Promise<{ id: string; number: string; effectId: string | null }> {
  const { status, body } = await client.call(registerAppeal, {
    body: { receivedOn, category, channel: 'phone', subject: 'О деле', applicant: { anonymous: true } },
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  if (amount === undefined) return { id: body.id, number: body.number, effectId: null }
  const effect = await client.call(addEffect, {
    params: { id: body.id },
    body: { kind: 'recovered', stage: 'received', amount, people, occurredOn },
  })
  if (effect.status !== 201) throw new Error(JSON.stringify(effect.body))
  return { id: body.id, number: body.number, effectId: effect.body.id }
}

/** The one report of a unit, as whoever asks sees it. */
export async function reportOf(client: Client, key: string, branchId: string | null): Promise<BranchReport> {
  const { body } = await client.call(listBranchReports, { params: { key }, query: {} })
  const report = body.items.find((one) => one.branchId === branchId)
  if (!report) throw new Error(`no report of ${branchId} in ${key}`)
  return report
}

export async function handedIn(client: Client, key: string, branchId: string | null): Promise<BranchReport> {
  const { id, version } = await reportOf(client, key, branchId)
  const { status, body } = await client.call(submitBranchReport, { params: { id }, version, body: {} })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}
export async function accepted(world: ClosingWorld, unit: ClosingUnit | null, key: string): Promise<BranchReport> {
  const { id, version, sha256 } = await handedIn(unit?.chair ?? world.council, key, unit?.branch.id ?? null)
  const { status, body } = await world.council.call(acceptBranchReport, {
    params: { id },
    version,
    body: { sha256: sha256 ?? '' },
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}
export async function closed(world: ClosingWorld, key: string): Promise<void> {
  for (const unit of [...world.units, null]) await accepted(world, unit, key)
  const { status, body } = await world.head.call(closePeriod, { params: { key } })
  if (status !== 200) throw new Error(JSON.stringify(body))
}
