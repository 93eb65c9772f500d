import type { Day } from '@qorgan/shared/dates'
import type { Channel } from '@qorgan/shared/effects'
import { today } from '../../i18n/format.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { aidEffect, type ComputedEffect, voucherEffect } from '../computed-effect.ts'
import { type AidText, emptyAid, emptyVoucher, type VoucherText } from '../draft.ts'

export interface Candidate {
  id: string
  name: string
  about: string
}

/** One person of the list; an amount that is empty is the common one. */
export interface BatchRow {
  id: string
  text: string
  iin: string
  cardNumber: string
  member: Candidate | null
  candidates: Candidate[]
  /** Asked of the register already, whatever it said. */
  asked: boolean
  outsider: boolean
  voucherNumber: string
  fullPrice: number | null
  memberPays: number | null
  people: number | null
  granted: number | null
  paid: number | null
}

export interface BatchText {
  id: string
  kind: 'sanatorium' | 'material_aid'
  receivedOn: Day | null
  channel: Channel
  topicId: string | null
  subject: string
  voucher: VoucherText
  aid: AidText
  close: boolean
  summary: string
  rows: BatchRow[]
}

export const emptyRow = (): BatchRow => ({
  id: uuidv7(),
  text: '',
  iin: '',
  cardNumber: '',
  member: null,
  candidates: [],
  asked: false,
  outsider: false,
  voucherNumber: '',
  fullPrice: null,
  memberPays: null,
  people: null,
  granted: null,
  paid: null,
})

export const emptyBatch = (): BatchText => ({
  id: uuidv7(),
  kind: 'sanatorium',
  receivedOn: today(),
  channel: 'written',
  topicId: null,
  subject: '',
  voucher: emptyVoucher(),
  aid: emptyAid(),
  close: true,
  summary: '',
  rows: [emptyRow()],
})

/** An IIN is never kept in the browser, wherever it was typed. */
export const withoutIins = (batch: BatchText): BatchText => ({
  ...batch,
  rows: batch.rows.map((row) => ({ ...row, iin: '', text: row.text.replace(/\d{12}/g, '').trim() })),
})

export const isBlank = (row: BatchRow): boolean =>
  row.text.trim() === '' && row.iin === '' && row.cardNumber === '' && row.member === null

export const filledRows = (batch: BatchText): BatchRow[] => batch.rows.filter((row) => !isBlank(row))

export function rowEffect(batch: BatchText, row: BatchRow): ComputedEffect | null {
  if (batch.kind === 'sanatorium')
    return voucherEffect(
      {
        ...batch.voucher,
        fullPrice: row.fullPrice ?? batch.voucher.fullPrice,
        memberPays: row.memberPays ?? batch.voucher.memberPays,
        people: row.people ?? batch.voucher.people,
      },
      today(),
    )
  return aidEffect({ ...batch.aid, granted: row.granted ?? batch.aid.granted, paid: row.paid ?? batch.aid.paid })
}

export type RowState = 'empty' | 'found' | 'choose' | 'none' | 'outsider'
export function rowState(row: BatchRow): RowState {
  if (isBlank(row)) return 'empty'
  if (row.outsider) return 'outsider'
  if (row.member) return 'found'
  return row.candidates.length > 0 ? 'choose' : 'none'
}

const given = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== ''))

/** What goes to the server: what is common once, what differs per person. */
export function batchBody(batch: BatchText, rows: readonly BatchRow[]) {
  const isVoucher = batch.kind === 'sanatorium'
  const shared = {
    receivedOn: batch.receivedOn,
    channel: batch.channel,
    category: batch.kind,
    topicId: batch.topicId,
    subject: batch.subject,
    ...(isVoucher ? { voucher: given(batch.voucher) } : { aid: given(batch.aid) }),
    ...(batch.close ? { resolution: { outcome: 'satisfied', summary: batch.summary } } : {}),
  }
  const items = rows.map((row) => ({
    id: row.id,
    applicant: row.outsider
      ? { fullName: row.text, isMember: false, membership: 'non_member', ...(row.iin ? { iin: row.iin } : {}) }
      : { memberId: row.member?.id },
    ...(isVoucher
      ? {
          voucher: given({
            number: row.voucherNumber.trim(),
            fullPrice: row.fullPrice,
            memberPays: row.memberPays,
            people: row.people,
          }),
        }
      : { aid: given({ granted: row.granted, paid: row.paid }) }),
  }))
  return { id: batch.id, shared, items }
}
