import { loadedYears, workingCalendar } from '@qorgan/shared/working-days'
import type { AppealCategory } from '@qorgan/shared/organisation'
import calendarDays from '../deadlines/calendar-days.json' with { type: 'json' }
import branches from '../organisation/data/branches.json' with { type: 'json' }
import topics from '../organisation/data/topics.json' with { type: 'json' }
import { newId } from '../platform/ids.ts'
import type { Reference } from './reference.ts'

/** The directories as the files have them, for tests of the generator without a database. */
export function referenceFromFiles(): Reference {
  const days = calendarDays.map(({ date, kind, provisional }) => ({ date, kind: kind as 'holiday', provisional }))
  return {
    council: {
      id: newId(),
      code: 'council',
      numberPrefix: 'CC',
      name: { ru: 'ЦС', kk: 'ОК', en: 'Council' },
      regionCode: 'KZ-71',
    },
    branches: branches.map(({ code, numberPrefix, name, regions }) => ({
      id: newId(),
      code,
      numberPrefix,
      name,
      regionCode: regions[0]!,
    })),
    topics: topics.map(({ category, position }) => ({ id: newId(), category: category as AppealCategory, position })),
    calendar: workingCalendar(days, loadedYears(days)),
    // None: the terms of its cases are the union's own.
    rules: new Map(),
    terms: { pay: 15, labour_protection: 15, legal: 15, sanatorium: 15, material_aid: 15 },
  }
}
