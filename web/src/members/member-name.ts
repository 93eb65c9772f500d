import type { Member } from '@qorgan/shared/members'

export const memberName = (member: Pick<Member, 'lastName' | 'firstName' | 'patronymic'>): string =>
  [member.lastName, member.firstName, member.patronymic].filter(Boolean).join(' ')
