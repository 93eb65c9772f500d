import { recordEvent } from '../audit/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Tx } from '../platform/db/index.ts'

/** Of what a filter may hold, what says nothing of a person: its values may be written down. The others go by their names. */
const tellable = new Set([
  'from',
  'to',
  'columns',
  'rows',
  'levels',
  'category',
  'status',
  'stage',
  'kind',
  'outcome',
  'channel',
  'level',
  'receivedFrom',
  'receivedTo',
  'resolvedFrom',
  'resolvedTo',
  'occurredFrom',
  'occurredTo',
  'openedFrom',
  'openedTo',
  'closedFrom',
  'closedTo',
  'decidedFrom',
  'decidedTo',
  'due',
  'sort',
  'confirmed',
  'locale',
])

export const filterNames = (query: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    if (!tellable.has(name)) return [name]
    const values = Array.isArray(value) ? value : [value]
    return [
      `${name}=${values
        .map((one) => `${one as string | number | boolean}`)
        .join(',')
        .slice(0, 100)}`,
    ]
  })

export interface Exported {
  /** `appeal`, `member`, `report.appeals`… */
  entity: string
  format: string
  query: Readonly<Record<string, unknown>>
  count?: number
  contentHash?: string
}

/** Who took what out of the house, by which filter, and how much. Committed before the first byte leaves. */
export const leaveExportTrace = (tx: Tx, actor: Actor, { entity, format, query, ...rest }: Exported): Promise<void> =>
  recordEvent(tx, actor, {
    unitId: actor.unitId,
    action: `${entity}.exported`,
    entity,
    fields: [`format=${format}`, ...filterNames(query)],
    ...rest,
  })
