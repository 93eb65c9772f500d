import type { Aid, Voucher } from '@qorgan/shared/support'
import type { AppealDraft, Resolution } from '@qorgan/shared/appeals'
import { type Day, yearOf } from '@qorgan/shared/dates'
import { type DueEvent, dueDate } from '@qorgan/shared/due-dates'
import type { AppealLevel } from '@qorgan/shared/effects'
import type { FieldError } from '@qorgan/shared/errors'
import { addWorkingDays, type WorkingCalendar } from '@qorgan/shared/working-days'
import { sql } from 'kysely'
import { findCalendar, findTerms, holdCalendar } from '../deadlines/service.ts'
import { enterEffects } from '../effects/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { insertMany } from '../platform/db/bulk.ts'
import type { Tx } from '../platform/db/index.ts'
import { AppError, fieldError } from '../platform/errors.ts'
import type { IinCipher } from '../platform/iin-cipher.ts'
import { newId } from '../platform/ids.ts'
import { applicantColumns } from './applicant.ts'
import { computedEntry } from './computed-effects.ts'
import { draftErrors, resolutionErrors, under } from './draft-rules.ts'
import { log } from './log.ts'
import { findReferences, type References, referenceErrors } from './references.ts'

export interface Registration {
  tx: Tx
  actor: Actor
  cipher: IinCipher
  today: Day
  /** The applicant may be any member: who opens a case has found them beyond the rows that they see. */
  everyMember?: boolean
}

interface Placed {
  draft: AppealDraft
  id: string
  path: string
  unitId: string
  level: AppealLevel
  organisationId: string | null
}

/**
 * Registers appeals: one, or a list in one statement each. All or nothing; whatever is wrong is said at once, at the paths given.
 * Answers the new ids in order. The caller writes the audit event.
 */
export async function registerAppeals(
  registration: Registration,
  drafts: readonly { draft: AppealDraft; path: string }[],
  batchId: string | null,
  found: readonly FieldError[] = [],
): Promise<{ id: string; unitId: string }[]> {
  const { tx, actor, today, cipher } = registration
  const references = await findReferences(
    tx,
    actor,
    drafts.map(({ draft }) => draft),
    registration,
  )
  const units = new Map(
    (await tx.selectFrom('units').select(['id', 'numberPrefix']).execute()).map((unit) => [unit.id, unit.numberPrefix]),
  )
  // A day that is set meanwhile waits, and then moves this appeal with the others.
  await holdCalendar(tx)
  const [calendar, terms] = [await findCalendar(tx), await findTerms(tx)]
  const errors: FieldError[] = [...found]
  const placed = drafts.map(({ draft, path }) => place(actor, draft, path, references, units, errors))
  for (const one of placed) errors.push(...under(one.path, contentErrors(one, references, calendar, terms, today)))
  if (errors.length > 0) throw new AppError('request.invalid', {}, errors)

  const numbers = await takeNumbers(tx, placed)
  const rows = placed.map((one, index) => {
    const seq = numbers[index] ?? 0
    const due = dueDate({ calendar, events: [registeredEvent(one.draft, terms)] })
    return {
      ...columnsOf(one, references, cipher, actor, today),
      ...numbered(one, units.get(one.unitId) ?? '', seq),
      dueOn: due.dueOn,
      dueExplained: due.explained,
      batchId,
    }
  })
  // bytea travels in JSON as hex.
  await insertMany(
    tx,
    'appeals',
    rows.map((row) => ({
      ...row,
      applicantIinCipher: row.applicantIinCipher && `\\x${row.applicantIinCipher.toString('hex')}`,
    })),
  )
  await log(
    tx,
    actor,
    placed.flatMap((one) => firstEntries(one, terms, actor, today)),
  )
  const entries = placed.flatMap((one, index) => {
    const entry = computedEntry(one.draft, today)
    return entry
      ? [
          {
            appeal: {
              id: one.id,
              number: rows[index]?.number ?? '',
              branchId: one.unitId,
              level: one.level,
              category: one.draft.category,
            },
            entry,
          },
        ]
      : []
  })
  await enterEffects(tx, actor, entries, { computed: true })
  return placed.map(({ id, unitId }) => ({ id, unitId }))
}

/** The unit and the level, from the post unless the council registers for a branch. */
function place(
  actor: Actor,
  draft: AppealDraft,
  path: string,
  references: References,
  units: ReadonlyMap<string, string>,
  errors: FieldError[],
): Placed {
  const unitId = draft.branchId ?? (actor.isCouncil ? COUNCIL_ID : actor.unitId)
  if (!units.has(unitId) || (!actor.isCouncil && unitId !== actor.unitId))
    errors.push(fieldError(`${path}/branchId`, 'field.absent'))
  const level =
    draft.level ?? (actor.organisationId ? 'primary_organisation' : unitId === COUNCIL_ID ? 'council' : 'branch')
  const fits = actor.organisationId
    ? level === 'primary_organisation'
    : (level === 'council') === (unitId === COUNCIL_ID)
  if (!fits) errors.push(fieldError(`${path}/level`, 'field.notInUnit'))
  const member = 'memberId' in draft.applicant ? references.members.get(draft.applicant.memberId) : undefined
  const organisationId = draft.primaryOrganisationId ?? actor.organisationId ?? member?.primaryOrganisationId ?? null
  const named = draft.primaryOrganisationId && references.organisations.get(draft.primaryOrganisationId)
  if (named && unitId !== COUNCIL_ID && named.branchId !== unitId && level !== 'primary_organisation')
    errors.push(fieldError(`${path}/primaryOrganisationId`, 'field.notInUnit'))
  if (level === 'primary_organisation') {
    if (!organisationId) errors.push(fieldError(`${path}/primaryOrganisationId`, 'field.required'))
    else if (
      actor.organisationId
        ? organisationId !== actor.organisationId
        : references.organisations.get(organisationId)?.branchId !== unitId
    )
      errors.push(fieldError(`${path}/primaryOrganisationId`, 'field.notInUnit'))
  }
  return { draft, id: draft.id ?? newId(), path, unitId, level, organisationId }
}

function contentErrors(
  { draft }: Placed,
  references: References,
  calendar: WorkingCalendar,
  terms: ReadonlyMap<string, number>,
  today: Day,
): FieldError[] {
  const errors = [...draftErrors(draft, today), ...referenceErrors(draft, draft.category, references)]
  if (draft.dueOn) {
    const rule = addWorkingDays(calendar, draft.receivedOn, terms.get(draft.category) ?? 15).date
    if (draft.dueOn > rule) errors.push(fieldError('/dueOn', 'field.laterThanRule'))
    else if (draft.dueOn < draft.receivedOn) errors.push(fieldError('/dueOn', 'field.beforeReceipt'))
  }
  const { resolution } = draft
  if (resolution)
    errors.push(
      ...under(
        '/resolution',
        resolutionErrors(
          resolution,
          { receivedOn: draft.receivedOn, hasEffect: computedEntry(draft, today) !== null },
          today,
        ),
      ),
    )
  return errors
}

function registeredEvent(
  draft: AppealDraft,
  terms: ReadonlyMap<string, number>,
): Extract<DueEvent, { kind: 'registered' }> {
  return {
    kind: 'registered',
    on: draft.receivedOn,
    workingDays: terms.get(draft.category) ?? 15,
    dueOn: draft.dueOn,
    forwardedDueOn: draft.forwardedFrom?.dueOn,
  }
}

/** Gapless numbers: each unit's counter of a year is locked until the commit, counters in one order. */
async function takeNumbers(tx: Tx, placed: readonly Placed[]): Promise<number[]> {
  const keyOf = (one: Placed) => `${one.unitId} ${yearOf(one.draft.receivedOn)}`
  const next = new Map<string, number>()
  for (const [key, group] of [...Map.groupBy(placed, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [unitId = '', year = ''] = key.split(' ')
    const { lastNumber } = await tx
      .insertInto('appealNumbers')
      .values({ unitId, year: Number(year), lastNumber: group.length })
      .onConflict((conflict) =>
        conflict
          .columns(['unitId', 'year'])
          .doUpdateSet({ lastNumber: sql`appeal_numbers.last_number + ${group.length}` }),
      )
      .returning('lastNumber')
      .executeTakeFirstOrThrow()
    next.set(key, lastNumber - group.length + 1)
  }
  return placed.map((one) => {
    const number = next.get(keyOf(one)) ?? 0
    next.set(keyOf(one), number + 1)
    return number
  })
}

function numbered({ draft }: Placed, prefix: string, seq: number) {
  const year = yearOf(draft.receivedOn)
  return { numberYear: year, numberSeq: seq, number: `${prefix}-${year}-${String(seq).padStart(5, '0')}` }
}

function columnsOf(one: Placed, references: References, cipher: IinCipher, actor: Actor, today: Day) {
  const { draft, unitId, level, organisationId } = one
  const applicant = applicantColumns(draft.applicant, references.members, cipher)
  const organisation = organisationId ? references.organisations.get(organisationId) : undefined
  const member = applicant.memberId ? references.members.get(applicant.memberId) : undefined
  return {
    id: one.id,
    branchId: unitId,
    handlingUnitId: unitId,
    level,
    receivedLevel: level,
    status: draft.resolution ? 'resolved' : 'registered',
    receivedOn: draft.receivedOn,
    channel: draft.channel,
    category: draft.category,
    topicId: draft.topicId ?? null,
    otherTopicIds: draft.otherTopicIds ?? [],
    subject: draft.subject,
    description: draft.description ?? null,
    language: draft.language ?? null,
    primaryOrganisationId: organisationId,
    employerId: draft.employerId ?? organisation?.employerId ?? member?.employerId ?? null,
    regionCode: draft.regionCode ?? organisation?.regionCode ?? member?.regionCode ?? null,
    ...applicant,
    representative: draft.representative ? wholeRepresentative(draft.representative) : null,
    signatories: draft.signatories ?? 1,
    letter: draft.letter ?? null,
    forwardedFrom: draft.forwardedFrom ? wholeForwarding(draft.forwardedFrom) : null,
    repeatOfId: draft.repeatOf?.appealId ?? null,
    urgent: draft.urgent ?? false,
    consultation: draft.consultation ?? false,
    restricted: draft.restricted ?? false,
    wantedDueOn: draft.dueOn ?? null,
    voucher: draft.voucher ? wholeVoucher(draft.voucher) : null,
    aid: draft.aid ? wholeAid(draft.aid) : null,
    ...resolutionColumns(draft.resolution ?? null, today),
    registeredBy: actor.userId,
  }
}

const noVoucherDetails = {
  number: null,
  issuedOn: null,
  from: null,
  to: null,
  children: null,
  fundedBy: null,
  returnedOn: null,
  returnReason: null,
}
const noAidDetails = {
  requested: null,
  granted: null,
  decisionNumber: null,
  decidedOn: null,
  paid: null,
  paidOn: null,
  paymentDocument: null,
  fundedBy: null,
}
/** Answers hold every field, so what is stored does. */
export const wholeVoucher = (voucher: Voucher): Voucher => ({
  ...noVoucherDetails,
  ...voucher,
})
export const wholeRepresentative = (one: NonNullable<AppealDraft['representative']>) => ({ phone: null, ...one })
export const wholeForwarding = (one: NonNullable<AppealDraft['forwardedFrom']>) => ({ dueOn: null, ...one })
export const wholeAid = (aid: Aid): Aid => ({ ...noAidDetails, ...aid })

export function resolutionColumns(resolution: Resolution | null, today: Day) {
  return {
    outcome: resolution?.outcome ?? null,
    summary: resolution?.summary ?? null,
    resolvedOn: resolution ? (resolution.resolvedOn ?? today) : null,
    noEffectReason: resolution?.noEffectReason ?? null,
    expectedOn: resolution?.expectedOn ?? null,
    answer: resolution?.answer ?? null,
  }
}

function firstEntries({ draft, id, unitId }: Placed, terms: ReadonlyMap<string, number>, actor: Actor, today: Day) {
  const { on, kind, ...dating } = registeredEvent(draft, terms)
  const forBranch = actor.isCouncil && unitId !== COUNCIL_ID
  const registered = {
    appealId: id,
    branchId: unitId,
    kind,
    onDate: on,
    details: { ...dating, ...(forBranch && { registeredByCouncil: true }) },
  }
  if (!draft.resolution) return [registered]
  const { outcome, resolvedOn } = draft.resolution
  return [
    registered,
    { appealId: id, branchId: unitId, kind: 'resolved' as const, onDate: resolvedOn ?? today, details: { outcome } },
  ]
}
