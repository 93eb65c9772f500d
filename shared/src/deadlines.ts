import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Label, LabelDraft, Text, Version } from './fields.ts'
import { AppealCategory } from './organisation.ts'
import { page, pageQuery } from './pagination.ts'

/** Labour Code art. 84-85: a holiday, a day off, a day off moved after a holiday, or a day off that is worked. */
export const CalendarDayKind = z
  .enum(['holiday', 'day_off', 'moved_day_off', 'working'])
  .meta({ id: 'CalendarDayKind' })
export type CalendarDayKind = z.output<typeof CalendarDayKind>
export const CalendarDay = z
  .object({
    date: Day,
    kind: CalendarDayKind,
    name: Label.nullable(),
    basis: z.string().nullable(),
    provisional: z.boolean(),
  })
  .meta({ id: 'CalendarDay' })
export type CalendarDay = z.output<typeof CalendarDay>

export const listCalendar = defineRoute({
  method: 'GET',
  path: '/working-calendar',
  access: 'signed-in',
  summary: 'Days that differ from an ordinary week',
  query: z.strictObject({ from: Day.optional(), to: Day.optional(), ...pageQuery(200) }),
  response: page(CalendarDay),
})
export const setCalendarDay = defineRoute({
  method: 'PUT',
  path: '/working-calendar/:date',
  access: 'calendar:write',
  summary: 'Set a day; open appeals’ due dates are computed anew',
  body: z.strictObject({
    kind: CalendarDayKind,
    name: LabelDraft.nullish(),
    basis: Text(500).nullish(),
    provisional: z.boolean().optional(),
  }),
  response: CalendarDay,
})
export const clearCalendarDay = defineRoute({
  method: 'DELETE',
  path: '/working-calendar/:date',
  access: 'calendar:write',
  summary: 'Make a day ordinary again',
  status: 204,
  response: z.null(),
})
export const addWorkingDays = defineRoute({
  method: 'GET',
  path: '/working-calendar/add',
  access: 'signed-in',
  summary: 'The date so many working days on; the count starts the next day',
  query: z.strictObject({ from: Day, workingDays: z.coerce.number<number | string>().int().min(0).max(1000) }),
  response: z.object({ date: Day, explained: Label, provisional: z.boolean() }),
})

/** How many working days a category's appeal may take, from a day on. */
export const AppealTerm = z
  .object({ category: AppealCategory, workingDays: z.int(), version: Version })
  .meta({ id: 'AppealTerm' })
export const listAppealTerms = defineRoute({
  method: 'GET',
  path: '/appeal-terms',
  access: 'signed-in',
  summary: 'Terms of appeals by category',
  query: z.strictObject({ ...pageQuery(200) }),
  response: page(AppealTerm),
})
export const changeAppealTerm = defineRoute({
  method: 'PATCH',
  path: '/appeal-terms/:category',
  access: 'settings:write',
  summary: 'Change a category’s term; it holds for appeals registered afterwards',
  ifMatch: true,
  body: z.strictObject({ workingDays: z.int().min(1).max(250) }),
  response: AppealTerm,
})
