import { listLegalCases, summariseLegalCases } from '@qorgan/shared/legal-cases'
import { reportMedAdvokat } from '@qorgan/shared/reports'
import { expect } from 'vitest'
import { aBranch, aUser } from '../factories.ts'
import { type Client, test } from '../harness.ts'
import { aLawyer, aLegalCase, anAllotment, anAssignment } from '../legal-factories.ts'

const query = { from: '2026-01-01', to: '2026-11-20' }
const decided = { decision: 'fund', decidedFrom: query.from, decidedTo: query.to } as const
const closed = { closedFrom: query.from, closedTo: query.to } as const

test('every number of the MedAdvokat report opens an equal list, for everybody who reads it', async ({ as, db }) => {
  const branch = await aBranch(db)
  for (const traits of [
    ...Array.from({ length: 6 }, () => ({ status: 'closed' as const })),
    { status: 'closed' as const, restricted: true },
    { restricted: true },
  ]) {
    const legalCase = await aLegalCase(db, branch, traits)
    await anAllotment(db, legalCase, 10_000)
    if (traits.status === undefined) await anAssignment(db, legalCase, await aLawyer(db), { fee: 10_000 })
  }
  const ofBranch = { branchId: branch.id }
  const counted = async (client: Client) => {
    const { body } = await client.call(reportMedAdvokat, { query: { ...query, ...ofBranch } })
    const { body: civil } = await client.call(summariseLegalCases, {
      query: { ...ofBranch, ...decided, kind: 'civil' },
    })
    const { body: won } = await client.call(listLegalCases, { query: { ...ofBranch, ...closed, outcome: 'won' } })
    expect([body.cases.total, body.cases.civil, body.outcomes.won]).toEqual([
      civil.count,
      civil.count,
      won.items.length,
    ])
    expect(body.withoutRestricted).toBe(body.cases.total === 6)
    return [body.cases.total, body.peopleHelped, body.outcomes.won, body.allotted, body.committed]
  }
  const whole = [8, 8, 7, 80_000, 10_000]
  for (const role of ['council_head', 'auditor', 'legal_head', 'legal_officer', 'accountant'] as const)
    expect(await counted(as(await aUser(db, role))), role).toEqual(whole)
  // As the lists of the branch, the figures know of no restricted case, nor of its people and its money.
  for (const role of ['branch_chair', 'branch_specialist'] as const)
    expect(await counted(as(await aUser(db, role, branch))), role).toEqual([6, 6, 6, 60_000, 0])
  // Its own accountant pays for them, and sees that they are there.
  expect(await counted(as(await aUser(db, 'accountant', branch)))).toEqual(whole)
})
