import type { EffectRow } from '../../effects/service.ts'
import { toBranchId } from '../../organisation/service.ts'
import type { Column } from '../sheets/columns.ts'
import type { Words } from '../words/words.ts'
import type { Directories } from './directories.ts'

export function effectColumns(words: Words, names: Directories, isPersonal: boolean): Column<EffectRow>[] {
  const { column } = words
  return [
    { label: column.appeal, width: 18, kind: 'text', value: ({ appealNumber }) => appealNumber },
    { label: column.category, width: 22, kind: 'text', value: ({ category }) => words.categoryShort[category] },
    { label: column.unit, width: 28, kind: 'text', value: ({ branchId }) => names.unit(toBranchId(branchId)) },
    { label: column.occurredOn, width: 12, kind: 'day', value: ({ occurredOn }) => occurredOn },
    { label: column.kind, width: 30, kind: 'text', value: ({ kind }) => words.effectKind[kind] },
    { label: column.stage, width: 14, kind: 'text', value: ({ stage }) => words.effectStage[stage] },
    { label: column.amount, width: 16, kind: 'int', value: ({ amount }) => amount },
    { label: column.people, width: 9, kind: 'int', value: ({ people }) => people },
    { label: column.document, width: 34, kind: 'text', value: ({ document }) => document },
    // What people write beside a sum names whose it is.
    ...(isPersonal
      ? ([
          { label: column.calculation, width: 34, kind: 'text', value: ({ calculation }) => calculation },
          { label: column.note, width: 34, kind: 'text', value: ({ note }) => note },
        ] satisfies Column<EffectRow>[])
      : []),
    { label: column.confirmed, width: 14, kind: 'yes', value: ({ confirmedAt }) => confirmedAt !== null },
    { label: column.confirmedBy, width: 26, kind: 'text', value: ({ confirmedByName }) => confirmedByName },
    { label: column.enteredBy, width: 26, kind: 'text', value: ({ enteredByName }) => enteredByName },
  ]
}
