import type { PaymentRow } from '../../case-money/service.ts'
import { toBranchId } from '../../organisation/service.ts'
import type { Column } from '../sheets/columns.ts'
import type { Words } from '../words/words.ts'
import type { Directories } from './directories.ts'

/** To be laid beside the bank's statement: a row is a payment, with what came back of it. */
export function paymentColumns(words: Words, names: Directories): Column<PaymentRow>[] {
  const { column, purpose } = words
  return [
    { label: column.paidOn, width: 12, kind: 'day', value: ({ paidOn }) => paidOn },
    { label: column.document, width: 28, kind: 'text', value: ({ document }) => document },
    { label: column.amount, width: 16, kind: 'int', value: ({ amount }) => amount },
    { label: column.refunded, width: 16, kind: 'int', value: ({ refunded }) => refunded },
    {
      label: column.refundedOn,
      width: 30,
      kind: 'text',
      value: ({ refunds }) => refunds.map(({ refundedOn, document }) => `${refundedOn} ${document}`).join('; ') || null,
    },
    { label: column.purpose, width: 18, kind: 'text', value: (row) => purpose[row.purpose ?? 'counsel'] },
    { label: column.counsel, width: 30, kind: 'text', value: ({ lawyerName }) => lawyerName },
    { label: column.act, width: 14, kind: 'text', value: ({ actNumber }) => actNumber },
    { label: column.advance, width: 10, kind: 'yes', value: ({ advance }) => advance },
    { label: column.legalCase, width: 15, kind: 'text', value: ({ caseNumber }) => caseNumber },
    { label: column.unit, width: 28, kind: 'text', value: ({ branchId }) => names.unit(toBranchId(branchId)) },
    { label: column.enteredBy, width: 26, kind: 'text', value: ({ enteredBy }) => enteredBy.fullName },
    { label: column.sameDocument, width: 14, kind: 'yes', value: ({ sameDocument }) => sameDocument },
  ]
}
