import type { Aid, Voucher } from '@qorgan/shared/support'
import type { Day } from '@qorgan/shared/dates'
import type { NewEntry } from '../effects/service.ts'

/**
 * What a voucher or an aid brought, by the rule of the contract: the discount of a voucher is received on the day of issue or, without
 * one, on the first day of the stay, and agreed before; aid is received by what was paid, and agreed by what was granted before.
 * A returned voucher and nothing at all bring nothing.
 */
export function computedEntry(
  appeal: { voucher?: Voucher | null | undefined; aid?: Aid | null | undefined; receivedOn: Day },
  today: Day,
): NewEntry | null {
  if (appeal.voucher) return voucherEntry(appeal.voucher, appeal.receivedOn, today)
  if (appeal.aid) return aidEntry(appeal.aid, appeal.receivedOn)
  return null
}

function voucherEntry(voucher: Voucher, receivedOn: Day, today: Day): NewEntry | null {
  const amount = voucher.fullPrice - voucher.memberPays
  if (amount <= 0 || voucher.returnedOn) return null
  const obtainedOn = voucher.issuedOn ?? voucher.from
  const isObtained = obtainedOn !== null && obtainedOn !== undefined && obtainedOn <= today
  return {
    kind: 'voucher_discount',
    stage: isObtained ? 'received' : 'agreed',
    amount,
    people: voucher.people,
    occurredOn: isObtained ? obtainedOn : receivedOn,
    document: voucher.number ?? null,
  }
}

function aidEntry(aid: Aid, receivedOn: Day): NewEntry | null {
  const entry = { kind: 'material_aid', people: 1 } as const
  if (aid.paid && aid.paidOn)
    return {
      ...entry,
      stage: 'received',
      amount: aid.paid,
      occurredOn: aid.paidOn,
      document: aid.paymentDocument ?? null,
    }
  const promised = aid.granted ?? aid.paid
  if (promised)
    return {
      ...entry,
      stage: 'agreed',
      amount: promised,
      occurredOn: aid.decidedOn ?? receivedOn,
      document: aid.decisionNumber ?? null,
    }
  return null
}
