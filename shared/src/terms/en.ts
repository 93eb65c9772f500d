import type { LegalTerms, Terms } from './ru.ts'

export const terms = {
  category: {
    pay: 'Pay',
    labour_protection: 'Labour protection',
    legal: 'Legal matters',
    sanatorium: 'Sanatorium, resort and recreation',
    material_aid: 'Material aid',
  },
  categoryShort: {
    pay: 'Pay',
    labour_protection: 'Labour protection',
    legal: 'Legal matters',
    sanatorium: 'Sanatorium and recreation',
    material_aid: 'Material aid',
  },
  status: {
    registered: 'Registered',
    in_progress: 'In progress',
    suspended: 'Suspended',
    resolved: 'Resolved',
    annulled: 'Annulled',
  },
  outcome: {
    satisfied: 'Satisfied',
    partly_satisfied: 'Partly satisfied',
    explained: 'Explained',
    refused: 'Refused',
    forwarded: 'Forwarded to the competent body',
    settled: 'Settled',
    to_court: 'Taken to court',
    withdrawn: 'Withdrawn',
    discontinued: 'Discontinued',
  },
  channel: {
    written: 'In writing',
    in_person: 'Personal reception',
    phone: 'Phone',
    hotline: 'Hotline',
    whatsapp: 'WhatsApp',
    email: 'E-mail',
    web: 'Web form',
    post: 'Post',
  },
  level: {
    council: 'Central Council',
    branch: 'Branch',
    primary_organisation: 'Primary organisation',
  },
  membership: {
    member: 'Member',
    claimed: 'Says they are a member',
    non_member: 'Not a member',
    anonymous: 'Anonymous',
  },
  effectKind: {
    recovered: 'Recovered',
    accrued: 'Accrued and paid',
    penalty_cancelled: 'Penalty cancelled',
    forced_absence_pay: 'Pay for forced absence',
    legal_fees_saved: 'Legal fees saved',
    voucher_discount: 'Voucher discount',
    material_aid: 'Material aid',
    pension_or_benefit: 'Pension or benefit',
    other: 'Other',
  },
  effectStage: {
    claimed: 'Claimed',
    agreed: 'Agreed',
    received: 'Received',
  },
  memberKind: {
    employed: 'Employed',
    student: 'Student',
    pensioner: 'Pensioner',
  },
  sex: {
    male: 'Male',
    female: 'Female',
  },
} as const satisfies Terms

/** Of cases. */
export const legalTerms = {
  kind: {
    criminal: 'Criminal',
    administrative: 'Administrative',
    civil: 'Civil',
    other: 'Other',
  },
  status: {
    screening: 'Screening',
    awaiting_lawyer: 'Awaiting counsel',
    active: 'Active',
    closed: 'Closed',
  },
  stage: {
    consultation: 'Consultation',
    pre_trial: 'Pre-trial',
    first_instance: 'First instance',
    appeal: 'Appeal',
    cassation: 'Cassation',
    enforcement: 'Enforcement',
  },
  outcome: {
    won: 'Won',
    partly_won: 'Partly won',
    lost: 'Lost',
    settled: 'Settled',
    terminated: 'Case terminated',
    withdrawn: 'Withdrawn',
    advice_given: 'Advice given',
    declined: 'Support declined',
  },
  purpose: {
    state_fee: 'State fee',
    expertise: 'Expertise',
    travel: 'Travel',
    other: 'Other expense',
    counsel: 'To counsel',
  },
  decision: {
    fund: 'Fund',
    advice_only: 'Advice only',
    decline: 'Decline',
  },
} as const satisfies LegalTerms
