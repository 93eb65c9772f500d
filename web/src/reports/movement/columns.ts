import type { MovementFigures } from '@qorgan/shared/reports'

export type MovementColumn = keyof MovementFigures
export interface Group {
  key: 'open' | 'resolved' | 'moved' | 'received' | null
  columns: readonly MovementColumn[]
}

/** In the order of the work: what was there, what came, what became of it, what stays; then what came, looked at closer. */
export const groups: readonly Group[] = [
  { key: null, columns: ['openAtStart', 'received'] },
  { key: 'resolved', columns: ['resolved', 'positive', 'positiveShare', 'resolvedLate'] },
  { key: 'open', columns: ['openAtEnd', 'overdue'] },
  { key: 'moved', columns: ['transferredIn', 'transferredOut'] },
  { key: 'received', columns: ['repeat', 'collective', 'signatories', 'nonMembers', 'consultations'] },
]
export const columns: readonly MovementColumn[] = groups.flatMap((group) => group.columns)
