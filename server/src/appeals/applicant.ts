import type { ApplicantDraft } from '@qorgan/shared/appeals'
import { fullNameOf } from '../members/service.ts'
import type { IinCipher } from '../platform/iin-cipher.ts'
import { normalisePhone } from '../platform/phones.ts'
import type { MemberOfAppeal } from './references.ts'

/** The applicant's columns, as they are kept with the appeal from its receipt on. */
export interface ApplicantColumns {
  membership: 'member' | 'claimed' | 'non_member' | 'anonymous'
  memberId: string | null
  applicantName: string | null
  applicantPhone: string | null
  applicantIinCipher: Buffer | null
  writtenApplicationOn: string | null
}

export function applicantColumns(
  draft: ApplicantDraft,
  members: ReadonlyMap<string, MemberOfAppeal>,
  cipher: IinCipher,
): ApplicantColumns {
  const nobody = {
    memberId: null,
    applicantName: null,
    applicantPhone: null,
    applicantIinCipher: null,
    writtenApplicationOn: null,
  }
  if ('anonymous' in draft) return { ...nobody, membership: 'anonymous' }
  if ('memberId' in draft) {
    const member = members.get(draft.memberId)
    if (!member) throw new Error('the member was checked before')
    return {
      ...nobody,
      membership: 'member',
      memberId: member.id,
      applicantName: fullNameOf(member),
      applicantPhone: member.phone,
      applicantIinCipher: member.iinCipher,
    }
  }
  return {
    membership: draft.membership ?? 'non_member',
    memberId: null,
    applicantName: draft.fullName,
    applicantPhone: draft.phone ? normalisePhone(draft.phone) : null,
    applicantIinCipher: draft.iin ? cipher.encrypt(draft.iin).cipher : null,
    writtenApplicationOn: draft.writtenApplicationOn ?? null,
  }
}
