import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Id, Instant, People, Tenge, Text, Version } from './fields.ts'
import { AppealCategory, RegionCode } from './organisation.ts'
import { flag, ids, list, page, pageQuery, units } from './pagination.ts'

export const EffectKind = z
  .enum([
    'recovered',
    'accrued',
    'penalty_cancelled',
    'forced_absence_pay',
    'legal_fees_saved',
    'voucher_discount',
    'material_aid',
    'pension_or_benefit',
    'other',
  ])
  .meta({ id: 'EffectKind' })
export type EffectKind = z.output<typeof EffectKind>
export const EffectStage = z.enum(['claimed', 'agreed', 'received']).meta({ id: 'EffectStage' })
export type EffectStage = z.output<typeof EffectStage>

export const AppealLevel = z.enum(['council', 'branch', 'primary_organisation']).meta({ id: 'AppealLevel' })
export type AppealLevel = z.output<typeof AppealLevel>
export const AppealStatus = z
  .enum(['registered', 'in_progress', 'suspended', 'resolved', 'annulled'])
  .meta({ id: 'AppealStatus' })
export type AppealStatus = z.output<typeof AppealStatus>
export const AppealOutcome = z
  .enum([
    'satisfied',
    'partly_satisfied',
    'explained',
    'refused',
    'forwarded',
    'settled',
    'to_court',
    'withdrawn',
    'discontinued',
  ])
  .meta({ id: 'AppealOutcome' })
export type AppealOutcome = z.output<typeof AppealOutcome>
export const Channel = z
  .enum(['written', 'in_person', 'phone', 'hotline', 'whatsapp', 'email', 'web', 'post'])
  .meta({ id: 'Channel' })
export type Channel = z.output<typeof Channel>

/** No write is refused for it: whoever writes is told. */
export const ClosedPeriod = z.string().nullable().meta({
  description:
    'The closed quarter that counts the record, by its day and level. Entering, changing, voiding or annulling it is allowed, and shows as a difference there and as a correction in the open quarter. Null where the quarter is open or counts no such record.',
  example: '2026Q2',
})

const Person = z.object({ id: Id, fullName: z.string() })

export const Effect = z
  .object({
    id: Id,
    appealId: Id,
    appealNumber: z.string(),
    category: AppealCategory,
    branchId: Id.nullable(),
    kind: EffectKind,
    stage: EffectStage,
    amount: Tenge,
    people: People,
    occurredOn: Day,
    document: z.string().nullable(),
    calculation: z.string().nullable(),
    note: z.string().nullable(),
    settles: Id.nullable(),
    computed: z.boolean(),
    enteredBy: Person,
    confirmed: z.boolean(),
    confirmedBy: Person.nullable(),
    confirmedAt: Instant.nullable(),
    voidedBy: Person.nullable(),
    voidedAt: Instant.nullable(),
    voidReason: z.string().nullable(),
    closedPeriod: ClosedPeriod,
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
    can: z.object({ edit: z.boolean(), confirm: z.boolean(), void: z.boolean() }),
  })
  .meta({ id: 'Effect' })
export type Effect = z.output<typeof Effect>

const draft = {
  kind: EffectKind,
  stage: EffectStage,
  amount: Tenge,
  people: People,
  occurredOn: Day.refine((day) => day >= '2000-01-01', { params: { code: 'too_small' } }),
  document: Text(500).nullish(),
  calculation: Text(2000).nullish(),
  note: Text(2000).nullish(),
  settles: Id.nullish(),
}
export const EffectDraft = z.strictObject({ id: Id.optional(), ...draft })
export const EffectChange = z.strictObject(draft).partial()

/** The appeal's own attributes by which effects, appeals and report cells are filtered alike. */
export const appealFilters = {
  category: list(AppealCategory),
  branchId: units,
  level: list(AppealLevel),
  status: list(AppealStatus),
  outcome: list(z.union([AppealOutcome, z.literal('none')])),
  channel: list(Channel),
  topicId: ids,
  employerId: ids,
  primaryOrganisationId: ids,
  regionCode: list(z.union([RegionCode, z.literal('none')])),
}
export const effectFilters = {
  ...appealFilters,
  stage: list(EffectStage),
  kind: list(EffectKind),
  confirmed: flag,
  occurredFrom: Day.optional(),
  occurredTo: Day.optional(),
  appealId: ids,
  handling: list(z.union([Id, z.literal('council'), z.literal('mine')])),
}
export const EffectFilter = z.strictObject(effectFilters)
export type EffectFilter = z.output<typeof EffectFilter>

export const EffectsSummary = z
  .object({
    count: z.int(),
    amount: z.int(),
    people: z.int(),
    unconfirmed: z.object({ count: z.int(), amount: z.int() }),
  })
  .meta({ id: 'EffectsSummary' })
export type EffectsSummary = z.output<typeof EffectsSummary>

export const addEffect = defineRoute({
  method: 'POST',
  path: '/appeals/:id/effects',
  access: 'effects:write',
  summary: 'Enter what an appeal brought',
  status: 201,
  body: EffectDraft,
  response: Effect,
})
export const listAppealEffects = defineRoute({
  method: 'GET',
  path: '/appeals/:id/effects',
  access: 'effects:read',
  summary: 'The ledger of one appeal, voided entries included',
  query: z.strictObject({ ...pageQuery() }),
  response: page(Effect),
})
export const listEffects = defineRoute({
  method: 'GET',
  path: '/effects',
  access: 'effects:read',
  summary: 'Entries of the ledger, newest first, without voided ones',
  query: z.strictObject({ ...effectFilters, ...pageQuery() }),
  response: page(Effect),
})
export const summariseEffects = defineRoute({
  method: 'GET',
  path: '/effects/summary',
  access: 'effects:read',
  summary: 'Sums of the entries that a filter finds',
  query: EffectFilter,
  response: EffectsSummary,
})
export const getEffect = defineRoute({
  method: 'GET',
  path: '/effects/:id',
  access: 'effects:read',
  summary: 'One entry',
  response: Effect,
})
export const changeEffect = defineRoute({
  method: 'PATCH',
  path: '/effects/:id',
  access: 'effects:write',
  summary: 'Change an entry that nobody has confirmed',
  ifMatch: true,
  body: EffectChange,
  response: Effect,
})
export const confirmEffect = defineRoute({
  method: 'POST',
  path: '/effects/:id/confirm',
  access: 'effects:confirm',
  summary: 'Confirm an entry that somebody else made',
  ifMatch: true,
  response: Effect,
})
export const confirmEffects = defineRoute({
  method: 'POST',
  path: '/effects/confirm',
  access: 'effects:confirm',
  summary: 'Confirm many entries in one act, all or nothing',
  body: z.strictObject({ ids: z.array(Id).min(1).max(500) }),
  response: page(Effect),
})
export const voidEffect = defineRoute({
  method: 'POST',
  path: '/effects/:id/void',
  access: 'effects:void',
  summary: 'Void an entry, with the reason',
  ifMatch: true,
  body: z.strictObject({ reason: Text(1000) }),
  response: Effect,
})
