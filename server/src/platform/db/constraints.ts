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
  lawyers_user_once: 'lawyer.userInUse',
  case_assignments_once: 'assignment.alreadyAssigned',
  case_allotments_approved_by_another: 'caseMoney.ownRequest',
  case_money_committed_within: 'caseMoney.overAllotment',
  case_money_paid_within: 'caseMoney.overAllotment',
  case_assignments_fee_check: 'caseMoney.overAllotment',
  case_assignments_paid_within: 'caseMoney.overAllotment',
  case_payments_refunded_within: 'caseMoney.overAllotment',
  case_acts_paid_within: 'caseMoney.overAct',
  case_assignments_acts_within: 'caseMoney.overAct',
  case_acts_accepted_by_another: 'act.ownEntry',
  case_acts_paid_when_accepted: 'act.notAccepted',
  legal_cases_one_per_appeal: 'legalCase.alreadyOpened',
  legacy_totals_overlap: 'legacyTotal.overlaps',
  legal_case_members_once: 'legalCase.memberTwice',
}
