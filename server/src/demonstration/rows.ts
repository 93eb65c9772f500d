import { hex } from './members.ts'
import { type Day, yearOf } from '@qorgan/shared/dates'
import { type DueDate, type DueEvent, dueDate } from '@qorgan/shared/due-dates'
import { newId } from '../platform/ids.ts'
import type { Draft, EffectDraft, Entry } from './draft.ts'
import { fullName } from './names.ts'
import type { Random } from './random.ts'
import type { Reference } from './reference.ts'

export interface AppealRows {
  appeals: object[]
  effects: object[]
  events: object[]
}

export interface NumberedDraft {
  draft: Draft
  number: string
  year: number
  seq: number
}

/** Gapless in each unit and year, in order of receipt. Ids are made in the same order, so that newer ones sort after older. */
export function numbered(drafts: readonly Draft[]): NumberedDraft[] {
  const last = new Map<number, number>()
  return drafts
    .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0))
    .map((draft) => {
      const year = yearOf(draft.receivedOn)
      const seq = (last.get(year) ?? 0) + 1
      last.set(year, seq)
      draft.id = newId()
      return { draft, number: `${draft.unit.numberPrefix}-${year}-${String(seq).padStart(5, '0')}`, year, seq }
    })
}

/** What of an entry decides the due date goes into its details, so that the date can be counted again from the log alone. */
function withDating(draft: Draft, entry: Entry, workingDays: number): Entry {
  if (entry.kind === 'reopened') return { ...entry, details: { ...entry.details, workingDays } }
  if (entry.kind !== 'registered') return entry
  const forwardedDueOn = draft.forwardedFrom?.dueOn
  const dating = {
    workingDays,
    ...(draft.wantedDueOn ? { dueOn: draft.wantedDueOn } : {}),
    ...(forwardedDueOn ? { forwardedDueOn } : {}),
  }
  return { ...entry, details: { ...entry.details, ...dating } }
}

const dating = new Set(['registered', 'extended', 'suspended', 'resumed', 'reopened'])

/** Counts due dates; most appeals of a day and category share theirs. */
export function dueDates({ calendar }: Reference): (log: readonly Entry[]) => DueDate {
  const known = new Map<string, DueDate>()
  return (log) => {
    const events = log
      .filter(({ kind }) => dating.has(kind))
      .map((entry) => ({ ...entry.details, kind: entry.kind, on: entry.on }) as DueEvent)
    const key = events.length === 1 ? JSON.stringify(events[0]) : null
    const found = key === null ? undefined : known.get(key)
    const due = found ?? dueDate({ calendar, events })
    if (key !== null && !found) known.set(key, due)
    return due
  }
}

/** Working hours in Almaty, later for later entries; on the present day just after midnight, so that nothing lies ahead of now. */
export function instants(random: Random, today: Day): (on: Day) => string {
  let last = 0
  return (on) => {
    const midnight = Date.parse(`${on}T00:00:00+05:00`)
    const usual =
      on >= today
        ? midnight + random.int(5, 50) * 1000
        : midnight + random.int(9 * 60, 13 * 60) * 60_000 + random.int(0, 59_999)
    last = usual > last ? usual : last + random.int(2, on >= today ? 5 : 600) * 1000
    return new Date(last).toISOString()
  }
}

interface Written {
  reference: Reference
  random: Random
  today: Day
  topicIds: ReadonlyMap<string, string>
  due: (log: readonly Entry[]) => DueDate
}

export function appealRows(
  drafts: readonly NumberedDraft[],
  { reference, random, today, topicIds, due }: Written,
): AppealRows {
  const rows: AppealRows = { appeals: [], effects: [], events: [] }
  for (const { draft, number, year, seq } of drafts) {
    const log = draft.log
      .map((entry) => withDating(draft, entry, reference.terms[draft.category]))
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    const at = instants(random, today)
    const times = log.map(({ on }) => at(on))
    const { dueOn, explained } = due(log)
    const { resolution, transfer, organisation } = draft
    const branchId = draft.unit.id
    const enteredAt = new Map<string, string>()
    log.forEach((entry, i) => {
      const { effectId } = entry.details
      if (typeof effectId === 'string') enteredAt.set(`${entry.kind}:${effectId}`, times[i]!)
      rows.events.push({
        id: newId(),
        appealId: draft.id,
        branchId,
        kind: entry.kind,
        at: times[i]!,
        onDate: entry.on,
        actorId: entry.actor?.id ?? null,
        text: entry.text,
        details: entry.details,
      })
    })
    rows.appeals.push({
      id: draft.id,
      branchId,
      level: draft.level,
      receivedLevel: draft.receivedLevel,
      number,
      numberYear: year,
      numberSeq: seq,
      status: draft.status,
      receivedOn: draft.receivedOn,
      channel: draft.channel,
      category: draft.category,
      topicId: topicIds.get(`${draft.category}:${draft.topic}`) ?? null,
      subject: draft.subject,
      description: draft.description,
      language: draft.language,
      primaryOrganisationId: organisation?.id ?? null,
      employerId: draft.employer?.id ?? null,
      regionCode: draft.employer?.regionCode ?? draft.unit.regionCode,
      ...applicantColumns(draft),
      representative: draft.representative,
      signatories: draft.signatories,
      letter: draft.letter,
      forwardedFrom: draft.forwardedFrom,
      repeatOfId: draft.repeatOf?.id ?? null,
      urgent: draft.urgent,
      consultation: draft.consultation,
      restricted: draft.restricted,
      wantedDueOn: draft.wantedDueOn,
      dueOn,
      dueExplained: explained,
      voucher: draft.voucher,
      aid: draft.aid,
      outcome: resolution?.outcome ?? null,
      summary: resolution?.summary ?? null,
      resolvedOn: resolution?.on ?? null,
      noEffectReason: resolution?.noEffectReason ?? null,
      expectedOn: resolution?.expectedOn ?? null,
      answer: resolution?.answer ?? null,
      assigneeId: draft.assignee?.id ?? null,
      handlingUnitId: draft.handlingUnit.id,
      transferToUnitId: transfer?.to.id ?? null,
      transferToLevel: transfer?.level ?? null,
      transferReason: transfer?.reason ?? null,
      transferRequestedAt: transfer ? times[log.findLastIndex(({ kind }) => kind === 'transfer_requested')] : null,
      transferRequestedBy: transfer?.by.id ?? null,
      annulReason: draft.annulReason,
      duplicateOfId: draft.duplicateOf?.id ?? null,
      batchId: draft.batchId,
      registeredBy: draft.registeredBy.id,
      version:
        1 + log.filter(({ kind }) => kind !== 'registered' && kind !== 'noted' && !kind.startsWith('effect_')).length,
      createdAt: times[0]!,
      updatedAt: times.at(-1)!,
    })
    for (const effect of draft.effects) rows.effects.push(effectRow(draft, number, effect, enteredAt))
  }
  return rows
}

function applicantColumns({ applicant }: Draft) {
  const nobody = {
    membership: 'anonymous',
    memberId: null,
    applicantName: null,
    applicantPhone: null,
    applicantIinCipher: null,
    writtenApplicationOn: null,
  }
  if (applicant.kind === 'anonymous') return nobody
  if (applicant.kind === 'member') {
    const { id, name, phone, iinCipher } = applicant.person
    return {
      ...nobody,
      membership: 'member',
      memberId: id,
      applicantName: fullName(name),
      applicantPhone: phone,
      applicantIinCipher: hex(iinCipher),
    }
  }
  const { name, phone, membership, writtenApplicationOn } = applicant
  return { ...nobody, membership, applicantName: name, applicantPhone: phone, writtenApplicationOn }
}

function effectRow(
  draft: Draft,
  appealNumber: string,
  effect: EffectDraft,
  enteredAt: ReadonlyMap<string, string>,
): object {
  const at = (kind: string) => enteredAt.get(`${kind}:${effect.id}`) ?? null
  const { confirmed, voided } = effect
  return {
    id: effect.id,
    appealId: draft.id,
    appealNumber,
    branchId: draft.unit.id,
    level: draft.level,
    category: draft.category,
    kind: effect.kind,
    stage: effect.stage,
    amount: effect.amount,
    people: effect.people,
    occurredOn: effect.occurredOn,
    document: effect.document,
    calculation: effect.calculation,
    settlesId: effect.settles?.id ?? null,
    computed: effect.computed,
    enteredBy: effect.enteredBy.id,
    changedBy: effect.enteredBy.id,
    confirmedBy: confirmed?.by.id ?? null,
    confirmedAt: confirmed ? at('effect_confirmed') : null,
    voidedBy: voided?.by.id ?? null,
    voidedAt: voided ? at('effect_voided') : null,
    voidReason: voided?.reason ?? null,
    version: 1 + (confirmed ? 1 : 0) + (voided ? 1 : 0),
    createdAt: at('effect_entered'),
    updatedAt: at('effect_voided') ?? at('effect_confirmed') ?? at('effect_entered'),
  }
}

/** The last number of each unit and year, from which numbering goes on. */
export function numberRows(drafts: readonly NumberedDraft[]): object[] {
  const last = new Map<number, { unitId: string; year: number; lastNumber: number }>()
  for (const { draft, year, seq } of drafts) last.set(year, { unitId: draft.unit.id, year, lastNumber: seq })
  return [...last.values()]
}
