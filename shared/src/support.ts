import { z } from 'zod'
import { Day } from './dates.ts'
import { People, Tenge, Text } from './fields.ts'

export const FundedBy = z
  .enum(['council', 'branch', 'primary_organisation', 'employer', 'other'])
  .meta({ id: 'FundedBy' })
/** Prices are of the whole voucher, for all its people. */
export const Voucher = z
  .strictObject({
    number: Text(100).nullish(),
    place: Text(300),
    issuedOn: Day.nullish(),
    from: Day.nullish(),
    to: Day.nullish(),
    fullPrice: Tenge,
    memberPays: Tenge,
    people: People.min(1),
    children: People.nullish(),
    fundedBy: FundedBy.nullish(),
    returnedOn: Day.nullish(),
    returnReason: Text(1000).nullish(),
  })
  .meta({ id: 'Voucher' })
export type Voucher = z.output<typeof Voucher>
export const Aid = z
  .strictObject({
    requested: Tenge.nullish(),
    granted: Tenge.nullish(),
    decisionNumber: Text(100).nullish(),
    decidedOn: Day.nullish(),
    paid: Tenge.nullish(),
    paidOn: Day.nullish(),
    paymentDocument: Text(300).nullish(),
    fundedBy: FundedBy.nullish(),
  })
  .meta({ id: 'Aid' })
export type Aid = z.output<typeof Aid>
