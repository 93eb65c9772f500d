import type { Member } from '@qorgan/shared/members'
import { type Actor, may } from '../platform/auth/actor.ts'

/** What may be done with a member whom the actor sees. */
export const memberCapabilities = (actor: Actor, member: { iinCipher: Buffer | null }): Member['can'] => ({
  edit: may(actor, 'members:write'),
  revealIin: member.iinCipher !== null && may(actor, 'members:reveal'),
  register: may(actor, 'appeals:register'),
})
