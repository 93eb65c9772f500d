import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { AppealLevel } from './effects.ts'
import { Id, Instant, People, Tenge, Text, Version } from './fields.ts'
import { AppealCategory } from './organisation.ts'
import { flag, list, page, pageQuery } from './pagination.ts'

const Unit = z.union([z.literal('union'), z.literal('council'), Id])
const draft = {
  unit: Unit,
  level: AppealLevel.nullish(),
  category: AppealCategory,
  from: Day,
  to: Day,
  count: z.int().min(0).max(10_000_000),
  effect: Tenge,
  people: People.nullish(),
  source: Text(500),
  footnote: Text(1000).nullish(),
}
/** Figures from before the register, as they were printed: they stand beside the counted ones and are never added to them. */
export const LegacyTotal = z
  .object({
    id: Id,
    unit: z.string(),
    level: AppealLevel.nullable(),
    category: AppealCategory,
    from: Day,
    to: Day,
    count: z.int(),
    effect: z.int(),
    people: z.int().nullable(),
    source: z.string(),
    footnote: z.string().nullable(),
    enteredBy: z.object({ id: Id, fullName: z.string() }),
    createdAt: Instant,
    voidedAt: Instant.nullable(),
    voidReason: z.string().nullable(),
    version: Version,
    can: z.object({ void: z.boolean() }),
  })
  .meta({ id: 'LegacyTotal' })
export type LegacyTotal = z.output<typeof LegacyTotal>
export const listLegacyTotals = defineRoute({
  method: 'GET',
  path: '/legacy-totals',
  access: 'reports:read',
  summary: 'Printed totals from before the register, newest period first',
  query: z.strictObject({
    unit: list(Unit),
    category: list(AppealCategory),
    voided: flag.meta({ description: 'Only voided ones; they leave the list and every report.' }),
    ...pageQuery(),
  }),
  response: page(LegacyTotal),
})
export const addLegacyTotal = defineRoute({
  method: 'POST',
  path: '/legacy-totals',
  access: 'legacyTotals:write',
  summary: 'Enter a printed total with its source; none may overlap another of the same unit, level and category',
  status: 201,
  body: z.strictObject({ id: Id.optional(), ...draft }),
  response: LegacyTotal,
})
export const voidLegacyTotal = defineRoute({
  method: 'POST',
  path: '/legacy-totals/:id/void',
  access: 'legacyTotals:write',
  summary: 'Void a total that was entered wrong, with the reason; it is entered anew',
  ifMatch: true,
  body: z.strictObject({ reason: Text(1000) }),
  response: LegacyTotal,
})

/** A table that the union printed, kept as printed beside what its parts add up to; a difference is shown and never mended. */
export const reportLabourSafety = defineRoute({
  method: 'GET',
  path: '/reports/labour-safety-councils',
  access: 'reports:read',
  summary: 'The printed table of labour-safety councils, with computed sums and differences',
  response: z.object({
    title: z.string(),
    source: z.string(),
    years: z.array(z.string()),
    rows: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        printed: z.array(z.int()),
        computed: z.array(z.int()).nullable(),
        difference: z.array(z.int()).nullable(),
      }),
    ),
  }),
})
