import type { MemberRow } from '../../members/service.ts'
import { toBranchId } from '../../organisation/service.ts'
import type { Column } from '../sheets/columns.ts'
import type { Words } from '../words/words.ts'
import type { Directories } from './directories.ts'

export function memberColumns(
  words: Words,
  names: Directories,
  maskIin: (cipher: Buffer) => string,
): Column<MemberRow>[] {
  const { column } = words
  return [
    { label: column.lastName, width: 20, kind: 'text', value: ({ lastName }) => lastName },
    { label: column.firstName, width: 18, kind: 'text', value: ({ firstName }) => firstName },
    { label: column.patronymic, width: 20, kind: 'text', value: ({ patronymic }) => patronymic },
    { label: column.iin, width: 15, kind: 'text', value: ({ iinCipher }) => iinCipher && maskIin(iinCipher) },
    { label: column.birthDate, width: 14, kind: 'day', value: ({ birthDate }) => birthDate },
    { label: column.sex, width: 11, kind: 'text', value: ({ sex }) => (sex === null ? null : words.sex[sex]) },
    { label: column.phone, width: 16, kind: 'text', value: ({ phone }) => phone },
    { label: column.email, width: 24, kind: 'text', value: ({ email }) => email },
    { label: column.memberKind, width: 17, kind: 'text', value: ({ kind }) => words.memberKind[kind] },
    { label: column.unit, width: 28, kind: 'text', value: ({ branchId }) => names.unit(toBranchId(branchId)) },
    {
      label: column.organisation,
      width: 34,
      kind: 'text',
      value: ({ primaryOrganisationId }) => names.organisation(primaryOrganisationId),
    },
    { label: column.position, width: 24, kind: 'text', value: ({ position }) => position },
    { label: column.card, width: 14, kind: 'text', value: ({ cardNumber }) => cardNumber },
    { label: column.joinedOn, width: 13, kind: 'day', value: ({ joinedOn }) => joinedOn },
    { label: column.leftOn, width: 13, kind: 'day', value: ({ leftOn }) => leftOn },
  ]
}
