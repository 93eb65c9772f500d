import type { Aid, Voucher } from '@qorgan/shared/support'
import type { AppealChange, Resolution } from '@qorgan/shared/appeals'
import type { Day } from '@qorgan/shared/dates'
import type { FieldError } from '@qorgan/shared/errors'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { fieldError } from '../platform/errors.ts'

const EARLIEST = '2000-01-01'

/** What is wrong in an appeal by itself, whoever writes it: paths are relative to the appeal. */
export function draftErrors(
  draft: Pick<AppealChange, 'receivedOn' | 'category' | 'voucher' | 'aid' | 'letter' | 'applicant'>,
  today: Day,
): FieldError[] {
  const errors: FieldError[] = []
  if (draft.receivedOn && draft.receivedOn > today) errors.push(fieldError('/receivedOn', 'field.inFuture'))
  if (draft.receivedOn && draft.receivedOn < EARLIEST) errors.push(fieldError('/receivedOn', 'too_small'))
  if (draft.letter && draft.letter.date > today) errors.push(fieldError('/letter/date', 'field.inFuture'))
  if (draft.voucher) errors.push(...voucherErrors(draft.voucher, draft.category, today))
  if (draft.aid) errors.push(...aidErrors(draft.aid, draft.category, today))
  return errors
}

function voucherErrors(voucher: Voucher, category: AppealCategory | undefined, today: Day): FieldError[] {
  const errors: FieldError[] = []
  if (category !== 'sanatorium') errors.push(fieldError('/voucher', 'field.notForCategory'))
  if (voucher.memberPays > voucher.fullPrice) errors.push(fieldError('/voucher/memberPays', 'field.exceedsPrice'))
  if (voucher.from && voucher.to && voucher.to < voucher.from) errors.push(fieldError('/voucher/to', 'field.reversed'))
  if (voucher.issuedOn && voucher.issuedOn > today) errors.push(fieldError('/voucher/issuedOn', 'field.inFuture'))
  if (voucher.returnedOn && voucher.returnedOn > today) errors.push(fieldError('/voucher/returnedOn', 'field.inFuture'))
  if (voucher.children && voucher.children > voucher.people) errors.push(fieldError('/voucher/children', 'too_big'))
  return errors
}

function aidErrors(aid: Aid, category: AppealCategory | undefined, today: Day): FieldError[] {
  const errors: FieldError[] = []
  if (category !== 'material_aid') errors.push(fieldError('/aid', 'field.notForCategory'))
  if (aid.paidOn && aid.paidOn > today) errors.push(fieldError('/aid/paidOn', 'field.inFuture'))
  if (aid.decidedOn && aid.decidedOn > today) errors.push(fieldError('/aid/decidedOn', 'field.inFuture'))
  return errors
}

/** Resolving needs an outcome, a short answer, and either an effect or the reason why there is none (design, "Appeal"). */
export function resolutionErrors(
  resolution: Resolution,
  appeal: { receivedOn: Day; hasEffect: boolean },
  today: Day,
): FieldError[] {
  const errors: FieldError[] = []
  if (resolution.resolvedOn && resolution.resolvedOn > today) errors.push(fieldError('/resolvedOn', 'field.inFuture'))
  if (resolution.resolvedOn && resolution.resolvedOn < appeal.receivedOn)
    errors.push(fieldError('/resolvedOn', 'field.beforeReceipt'))
  if (!appeal.hasEffect && !resolution.noEffectReason)
    errors.push(fieldError('/noEffectReason', 'field.noEffectOrReason'))
  if (resolution.noEffectReason === 'expected_later' && !resolution.expectedOn)
    errors.push(fieldError('/expectedOn', 'field.required'))
  if (resolution.expectedOn && resolution.noEffectReason !== 'expected_later')
    errors.push(fieldError('/expectedOn', 'field.notAllowed'))
  return errors
}

export const under = (prefix: string, errors: readonly FieldError[]): FieldError[] =>
  errors.map((error) => ({ ...error, path: prefix + error.path }))
