import { iinWarnings, maskIin } from '@qorgan/shared/identifiers'
import type { Member } from '@qorgan/shared/members'
import type { Actor } from '../platform/auth/actor.ts'
import type { IinCipher } from '../platform/iin-cipher.ts'
import { readPhone } from '../platform/phones.ts'
import { memberCapabilities } from './policy.ts'
import type { MemberRow } from './queries.ts'

export function presentMember(actor: Actor, iins: IinCipher, row: MemberRow): Member {
  const { iinCipher, ...shown } = row
  const iin = iinCipher && iins.decrypt(iinCipher)
  return {
    ...shown,
    iinMasked: iin && maskIin(iin),
    warnings: [
      ...(iin ? iinWarnings(iin, row).map((code) => ({ path: '/iin', code })) : []),
      ...(row.phone !== null && readPhone(row.phone) === null
        ? [{ path: '/phone', code: 'phone.unusual' as const }]
        : []),
    ],
    can: memberCapabilities(actor, row),
  }
}
