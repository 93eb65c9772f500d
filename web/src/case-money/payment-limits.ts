import type { Act, Assignment } from '@qorgan/shared/case-money'

/** Acts that wait for money, and contracts that an advance may be paid on. */
export function paymentSources(acts: readonly Act[], contracts: readonly Assignment[]) {
  return {
    payable: acts.filter((act) => act.acceptedBy !== null && act.paid < act.amount),
    open: contracts.filter((contract) => contract.paid < contract.fee),
  }
}

interface Given {
  act: Act | undefined
  contract: Assignment | undefined
  contracts: readonly Assignment[]
  left: number | null
}

/** What a payment may not exceed: the rest of its act or contract, or what the case has left. */
export function paymentLimit({ act, contract, contracts, left }: Given) {
  if (act) {
    const signed = contracts.find((one) => one.id === act.assignmentId)
    const ofAct = act.amount - act.paid
    const ofContract = signed ? signed.fee - signed.paid : ofAct
    return ofContract < ofAct
      ? ({ kind: 'contract', sum: ofContract } as const)
      : ({ kind: 'act', sum: ofAct } as const)
  }
  if (contract) return { kind: 'contract', sum: contract.fee - contract.paid } as const
  return left === null ? null : ({ kind: 'case', sum: left } as const)
}
