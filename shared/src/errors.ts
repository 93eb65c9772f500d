import { z } from 'zod'

/** Every deliberate failure and its HTTP status: one table, so that code and status cannot disagree. */
export const errorStatus = {
  'request.malformed': 400,
  'auth.required': 401,
  'auth.invalidCredentials': 401,
  'auth.forbidden': 403,
  'auth.crossSite': 403,
  'record.notFound': 404,
  'record.idInUse': 409,
  'record.busy': 409,
  'record.duplicate': 409,
  'appeal.wrongStatus': 409,
  'appeal.handledElsewhere': 409,
  'appeal.numberedInYear': 409,
  'appeal.transferPending': 409,
  'appeal.noTransferPending': 409,
  'legalCase.wrongStatus': 409,
  'legalCase.notFunded': 409,
  'legalCase.alreadyOpened': 409,
  'legalCase.memberTwice': 409,
  'lawyer.inactive': 409,
  'lawyer.userInUse': 409,
  'conflictCheck.undecided': 409,
  'conflictCheck.blocked': 409,
  'conflictCheck.decided': 409,
  'assignment.ended': 409,
  'assignment.alreadyAssigned': 409,
  'caseMoney.overAllotment': 409,
  'caseMoney.overAct': 409,
  'caseMoney.ownRequest': 409,
  'caseMoney.approved': 409,
  'act.notAccepted': 409,
  'act.accepted': 409,
  'payment.voided': 409,
  'payment.refunded': 409,
  'deadline.done': 409,
  'note.notOwn': 409,
  'attachment.tooMany': 409,
  'attachment.removed': 409,
  'effect.ownEntry': 409,
  'effect.confirmed': 409,
  'effect.computed': 409,
  'effect.voided': 409,
  'member.iinInUse': 409,
  'user.loginInUse': 409,
  'record.changedMeanwhile': 412,
  'request.tooLarge': 413,
  'request.unsupportedMediaType': 415,
  'request.invalid': 422,
  'request.ifMatchMissing': 428,
  'auth.tooManyAttempts': 429,
  'request.tooMany': 429,
  'server.unexpected': 500,
  'server.unavailable': 503,
  'server.diskFull': 507,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorStatus

/** Codes of single fields inside a 422, beside those of zod (`invalid_type`, `too_big`, …). */
export const fieldErrorCodes = [
  'field.unknown',
  'field.required',
  'field.notWellFormed',
  'field.tooDeep',
  'field.absent',
  'field.notForCategory',
  'field.inFuture',
  'field.beforeReceipt',
  'field.laterThanRule',
  'field.tooLate',
  'field.notLater',
  'field.exceedsPrice',
  'field.reversed',
  'field.notInUnit',
  'field.noEffectOrReason',
  'field.wrongPassword',
  'field.tooManyColumns',
  'field.badCursor',
  'field.ownPrimaryOrganisation',
  'field.notAllowed',
  'field.duplicate',
  'field.beforeOpening',
  'field.notOneOf',
  'field.unknownFileType',
  'field.wrongFileType',
  'field.emptyFile',
  'field.unsafeFile',
] as const
export type FieldErrorCode = (typeof fieldErrorCodes)[number]

export const FieldError = z.object({ path: z.string(), code: z.string(), message: z.string() })
export type FieldError = z.output<typeof FieldError>

/** RFC 9457. `params` fill the web app's sentence for the code; an offending value is never repeated. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    requestId: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    errors: z.array(FieldError).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof Problem>
