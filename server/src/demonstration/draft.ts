import type { Day } from '@qorgan/shared/dates'
import type { AppealEventKind } from '@qorgan/shared/timeline'
import type { Aid, Voucher } from '@qorgan/shared/support'
import type { NoEffectReason } from '@qorgan/shared/appeals'
import type { AppealLevel, AppealOutcome, AppealStatus, Channel, EffectKind, EffectStage } from '@qorgan/shared/effects'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { newId } from '../platform/ids.ts'
import type { Account } from './accounts.ts'
import type { Employer, Organisation } from './employers.ts'
import type { Person } from './members.ts'
import type { Unit } from './reference.ts'
import type { Language } from './texts.ts'

export type Applicant =
  | { kind: 'member'; person: Person }
  | {
      kind: 'outsider'
      name: string
      phone: string
      membership: 'claimed' | 'non_member'
      writtenApplicationOn: Day | null
    }
  | { kind: 'anonymous' }

export interface Entry {
  kind: AppealEventKind
  on: Day
  actor: Account | null
  text: string | null
  details: Record<string, unknown>
}

export interface EffectDraft {
  id: string
  kind: EffectKind
  stage: EffectStage
  amount: number
  people: number
  occurredOn: Day
  document: string | null
  calculation: string | null
  settles: EffectDraft | null
  computed: boolean
  enteredBy: Account
  enteredOn: Day
  confirmed: { by: Account; on: Day } | null
  voided: { by: Account; on: Day; reason: string } | null
}

/** An appeal with its whole story, before it has its number. */
export interface Draft {
  id: string
  unit: Unit
  handlingUnit: Unit
  level: AppealLevel
  receivedLevel: AppealLevel
  status: AppealStatus
  receivedOn: Day
  channel: Channel
  category: AppealCategory
  /** The topic's position in its category. */
  topic: number
  language: Language
  subject: string
  description: string | null
  organisation: Organisation | null
  employer: Employer | null
  applicant: Applicant
  registeredBy: Account
  signatories: number
  representative: { fullName: string; relation: string; phone: string | null } | null
  letter: { number: string; date: Day } | null
  forwardedFrom: { body: string; number: string; date: Day; dueOn: Day | null } | null
  repeatOf: Draft | null
  duplicateOf: Draft | null
  annulReason: string | null
  urgent: boolean
  consultation: boolean
  restricted: boolean
  wantedDueOn: Day | null
  voucher: Voucher | null
  aid: Aid | null
  resolution: {
    outcome: AppealOutcome
    summary: string
    on: Day
    noEffectReason: NoEffectReason | null
    expectedOn: Day | null
    answer: { number: string; date: Day } | null
  } | null
  assignee: Account | null
  transfer: { to: Unit; level: AppealLevel; reason: string; on: Day; by: Account } | null
  batchId: string | null
  effects: EffectDraft[]
  log: Entry[]
}

type Needed =
  | 'unit'
  | 'level'
  | 'receivedOn'
  | 'channel'
  | 'category'
  | 'topic'
  | 'language'
  | 'subject'
  | 'description'
  | 'organisation'
  | 'employer'
  | 'applicant'
  | 'registeredBy'

export const newDraft = (given: Pick<Draft, Needed>): Draft => ({
  id: '',
  handlingUnit: given.unit,
  receivedLevel: given.level,
  status: 'registered',
  signatories: 1,
  representative: null,
  letter: null,
  forwardedFrom: null,
  repeatOf: null,
  duplicateOf: null,
  annulReason: null,
  urgent: false,
  consultation: false,
  restricted: false,
  wantedDueOn: null,
  voucher: null,
  aid: null,
  resolution: null,
  assignee: null,
  transfer: null,
  batchId: null,
  effects: [],
  log: [],
  ...given,
})

export function note(
  draft: Draft,
  kind: AppealEventKind,
  on: Day,
  actor: Account | null,
  details: Record<string, unknown> = {},
  text: string | null = null,
): void {
  draft.log.push({ kind, on, actor, text, details })
}

export function resolve(
  draft: Draft,
  by: Account,
  resolution: Omit<NonNullable<Draft['resolution']>, 'expectedOn' | 'answer'> & {
    expectedOn?: Day
    answer?: { number: string; date: Day } | null
  },
): void {
  draft.status = 'resolved'
  draft.resolution = { expectedOn: null, answer: null, ...resolution }
  const { outcome, noEffectReason, on } = resolution
  note(draft, 'resolved', on, by, { outcome, ...(noEffectReason ? { noEffectReason } : {}) })
}

type EffectGiven = Pick<
  EffectDraft,
  'kind' | 'stage' | 'amount' | 'people' | 'occurredOn' | 'enteredBy' | 'enteredOn'
> &
  Partial<EffectDraft>
export function enterEffect(draft: Draft, given: EffectGiven): EffectDraft {
  const effect: EffectDraft = {
    id: newId(),
    document: null,
    calculation: null,
    settles: null,
    computed: false,
    confirmed: null,
    voided: null,
    ...given,
  }
  draft.effects.push(effect)
  const { id, kind, stage, amount } = effect
  note(draft, 'effect_entered', effect.enteredOn, effect.enteredBy, { effectId: id, kind, stage, amount })
  if (effect.confirmed)
    note(draft, 'effect_confirmed', effect.confirmed.on, effect.confirmed.by, { effectId: id, amount })
  if (effect.voided)
    note(draft, 'effect_voided', effect.voided.on, effect.voided.by, { effectId: id, amount }, effect.voided.reason)
  return effect
}
