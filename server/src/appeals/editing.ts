import type { AppealChange } from '@qorgan/shared/appeals'
import { yearOf } from '@qorgan/shared/dates'
import type { FieldError } from '@qorgan/shared/errors'
import { addWorkingDays } from '@qorgan/shared/working-days'
import { isDeepStrictEqual } from 'node:util'
import { findCalendar, findTerms } from '../deadlines/service.ts'
import { enterEffects, type LedgerAppeal, lockLiving, voidEffects } from '../effects/service.ts'
import { AppError, fieldError } from '../platform/errors.ts'
import type { IinCipher } from '../platform/iin-cipher.ts'
import { type Acting, type AppealValues, finish, take } from './acting.ts'
import { applicantColumns } from './applicant.ts'
import { computedEntry } from './computed-effects.ts'
import { draftErrors } from './draft-rules.ts'
import { isRestrictedByCase } from './of-cases.ts'
import type { AppealRow } from './queries.ts'
import { findReferences, type References, referenceErrors } from './references.ts'
import { wholeAid, wholeForwarding, wholeRepresentative, wholeVoucher } from './registration.ts'

/** Changes what was written down. Where it touches the date, the log says so, and the due date follows; a voucher's entry follows it. */
export async function editAppeal(acting: Acting, change: AppealChange, cipher: IinCipher): Promise<AppealRow> {
  const { tx, actor, today } = acting
  const appeal = await take(acting, 'edit')
  const references = await findReferences(tx, actor, [change])
  const after = afterChange(appeal, change)
  const errors = [
    ...draftErrors({ ...change, category: after.category, voucher: after.voucher, aid: after.aid }, today),
    ...referenceErrors(change, after.category, references),
    ...placeErrors(appeal, change),
    ...(await restrictionErrors(acting, appeal, change)),
  ]
  const dating = await redate(acting, appeal, change, errors)
  if (errors.length > 0) throw new AppError('request.invalid', {}, errors)
  if (yearOf(after.receivedOn) !== appeal.numberYear) throw new AppError('appeal.numberedInYear')

  const values = valuesOf(change, references, cipher)
  if (change.topicId === undefined && after.category !== appeal.category) values.topicId = null
  const fields = Object.keys(change)
  return finish(acting, appeal, values, {
    kind: 'edited',
    action: 'appeal.changed',
    details: { fields, ...(dating && { dating }) },
    fields,
    redates: dating !== null,
    beneath: () => recompute(acting, { ...appeal, ...after }),
  })
}

/** The appeal with the change in it, as far as rules look at it. */
const afterChange = (appeal: AppealRow, change: AppealChange) => ({
  receivedOn: change.receivedOn ?? appeal.receivedOn,
  category: change.category ?? appeal.category,
  voucher: change.voucher === undefined ? (appeal.voucher as AppealChange['voucher']) : change.voucher,
  aid: change.aid === undefined ? (appeal.aid as AppealChange['aid']) : change.aid,
})

function placeErrors(appeal: AppealRow, change: AppealChange): FieldError[] {
  const errors: FieldError[] = []
  if (change.receivedOn && appeal.resolvedOn && change.receivedOn > appeal.resolvedOn)
    errors.push(fieldError('/receivedOn', 'field.reversed'))
  const isOrganisations = appeal.receivedLevel === 'primary_organisation'
  if (
    isOrganisations &&
    change.primaryOrganisationId !== undefined &&
    change.primaryOrganisationId !== appeal.primaryOrganisationId
  )
    errors.push(fieldError('/primaryOrganisationId', 'field.ownPrimaryOrganisation'))
  if (change.repeatOf?.appealId === appeal.id) errors.push(fieldError('/repeatOf/appealId', 'field.notAllowed'))
  return errors
}

async function restrictionErrors(acting: Acting, appeal: AppealRow, change: AppealChange): Promise<FieldError[]> {
  if (change.restricted === undefined || change.restricted || !appeal.restricted) return []
  return (await isRestrictedByCase(acting, appeal.id)) ? [fieldError('/restricted', 'field.notAllowed')] : []
}

/** What the log has to say anew about the date; null when nothing about it changes. */
async function redate({ tx }: Acting, appeal: AppealRow, change: AppealChange, errors: FieldError[]) {
  const { receivedOn, category, dueOn, forwardedFrom } = change
  if (receivedOn === undefined && category === undefined && dueOn === undefined && forwardedFrom === undefined)
    return null
  const workingDays = (await findTerms(tx)).get(category ?? appeal.category) ?? 15
  const on = receivedOn ?? appeal.receivedOn
  const wanted = dueOn === undefined ? appeal.wantedDueOn : dueOn
  const forwarded = (forwardedFrom === undefined ? appeal.forwardedFrom : forwardedFrom) as {
    dueOn?: string | null
  } | null
  if (dueOn) {
    if (dueOn > addWorkingDays(await findCalendar(tx), on, workingDays).date)
      errors.push(fieldError('/dueOn', 'field.laterThanRule'))
    else if (dueOn < on) errors.push(fieldError('/dueOn', 'field.beforeReceipt'))
  }
  return { on, workingDays, dueOn: wanted, forwardedDueOn: forwarded?.dueOn ?? null }
}

function valuesOf(change: AppealChange, references: References, cipher: IinCipher): AppealValues {
  const {
    applicant,
    voucher,
    aid,
    repeatOf,
    otherTopicIds,
    signatories,
    urgent,
    consultation,
    restricted,
    dueOn,
    representative,
    letter,
    forwardedFrom,
    ...plain
  } = change
  const json = (value: unknown) => (value === undefined ? undefined : value === null ? null : JSON.stringify(value))
  const values: Record<string, unknown> = {
    ...plain,
    representative: json(representative && wholeRepresentative(representative)),
    letter: json(letter),
    forwardedFrom: json(forwardedFrom && wholeForwarding(forwardedFrom)),
    voucher: json(voucher && wholeVoucher(voucher)),
    aid: json(aid && wholeAid(aid)),
    ...(applicant && applicantColumns(applicant, references.members, cipher)),
    ...(repeatOf !== undefined && { repeatOfId: repeatOf?.appealId ?? null }),
    ...(otherTopicIds !== undefined && { otherTopicIds: otherTopicIds ?? [] }),
    ...(signatories !== undefined && { signatories: signatories ?? 1 }),
    ...(urgent !== undefined && { urgent: urgent ?? false }),
    ...(consultation !== undefined && { consultation: consultation ?? false }),
    ...(restricted !== undefined && { restricted: restricted ?? false }),
    ...(dueOn !== undefined && { wantedDueOn: dueOn }),
  }
  if (voucher === null) values['voucher'] = null
  if (aid === null) values['aid'] = null
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as AppealValues
}

/** A change, a return or a refund voids the computed entry and writes it anew; nothing happens where it stays the same. */
async function recompute(
  { tx, actor, today }: Acting,
  appeal: LedgerAppeal & ReturnType<typeof afterChange>,
): Promise<void> {
  const living = (await lockLiving(tx, appeal.id)).filter(({ computed }) => computed)
  const entry = computedEntry(appeal, today)
  const same = living.find((old) => entry && isDeepStrictEqual(essence(old), essence(entry)))
  if (same ? living.length === 1 : living.length === 0 && !entry) return
  await voidEffects(
    tx,
    actor,
    living.map(({ id }) => id),
    'recomputed',
  )
  if (entry) await enterEffects(tx, actor, [{ appeal, entry }], { computed: true })
}

type Essential = {
  kind: string
  stage: string
  amount: number
  people: number
  occurredOn: string
  document?: string | null | undefined
}
const essence = ({ kind, stage, amount, people, occurredOn, document }: Essential) => ({
  kind,
  stage,
  amount,
  people,
  occurredOn,
  document: document ?? null,
})
