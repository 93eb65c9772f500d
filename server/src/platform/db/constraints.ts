import type { ErrorCode } from '@qorgan/shared/errors'

/** What a broken constraint means to a person: only those that a race or a client can break. */
export const constraintErrors: Record<string, ErrorCode> = {
  members_iin_once_in_branch: 'member.iinInUse',
  users_login_once: 'user.loginInUse',
  units_code_once: 'record.duplicate',
  units_number_prefix_once: 'record.duplicate',
  employers_bin_once: 'record.duplicate',
  appeals_numbered_in_year_of_receipt: 'appeal.numberedInYear',
  effects_confirmed_by_another: 'effect.ownEntry',
  legal_cases_one_per_appeal: 'legalCase.alreadyOpened',
  legal_case_members_once: 'legalCase.memberTwice',
}
