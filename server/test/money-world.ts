import { getCaseMoney } from '@qorgan/shared/case-money'
import { aBranch, aUser } from './factories.ts'
import { type Client, test as base } from './harness.ts'
import { aLawyer, aLegalCase, anAllotment, anAssignment, type TestCase } from './legal-factories.ts'

/** A case with 200 000 allotted and a contract of 100 000, and everybody who has to do with its money. */
export interface MoneyWorld {
  legalCase: TestCase
  on: { id: string }
  contractId: string
  head: Client
  officer: Client
  council: Client
  accountant: Client
  counsel: Client
}
export const test = base.extend('world', { scope: 'file' }, ({ db, as }) => async (): Promise<MoneyWorld> => {
  const branch = await aBranch(db)
  const headUser = await aUser(db, 'legal_head')
  const account = await aUser(db, 'lawyer')
  const legalCase = await aLegalCase(db, branch, { openedBy: headUser })
  await anAllotment(db, legalCase, 200_000)
  const contract = await anAssignment(db, legalCase, await aLawyer(db, { user: account }), { fee: 100_000 })
  return {
    legalCase,
    on: { id: legalCase.id },
    contractId: contract.id,
    head: as(headUser),
    officer: as(await aUser(db, 'legal_officer')),
    council: as(await aUser(db, 'council_head')),
    accountant: as(await aUser(db, 'accountant')),
    counsel: as(account),
  }
})

/** Allotted, committed, paid, left. */
export const sums = async (client: Client, { id }: TestCase): Promise<string> => {
  const { allotted, committed, paid, left } = (await client.call(getCaseMoney, { params: { id } })).body
  return [allotted, committed, paid, left].join(' ')
}
/** What the case's log says happened. */
export const kinds = async (client: Client, { id }: TestCase): Promise<string[]> =>
  (await client.send('GET', `/legal-cases/${id}/timeline`)).body.items.map(({ kind }: { kind: string }) => kind)

export const work = { number: 'А-1', date: '2026-11-10', amount: 60_000 }
export const fee = { purpose: 'state_fee', amount: 5_000, paidOn: '2026-11-12', document: 'ПП-77' } as const
