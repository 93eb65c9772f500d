import type { Aid, Voucher } from '@qorgan/shared/support'
import type { Appeal, AppealDraft } from '@qorgan/shared/appeals'
import type { Day } from '@qorgan/shared/dates'
import type { AppealLevel, Channel } from '@qorgan/shared/effects'
import type { Member } from '@qorgan/shared/members'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { today } from '../i18n/format.ts'
import { memberName } from '../members/member-name.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { emptyResolution, resolutionBody, type ResolutionText } from './ResolutionFields.tsx'

type Maybe<T> = { [K in keyof T]: Exclude<T[K], undefined> | null }
export type VoucherText = Maybe<Required<Voucher>>
export type AidText = Maybe<Required<Aid>>
export interface ChosenMember {
  id: string
  name: string
  about: string
}

/** What stands on the form, as it is typed. */
export interface AppealText {
  id: string
  applicantKind: 'member' | 'person' | 'anonymous'
  member: ChosenMember | null
  fullName: string
  phone: string
  iin: string
  membership: 'claimed' | 'non_member'
  writtenApplicationOn: Day | null
  category: AppealCategory | null
  topicId: string | null
  otherTopicIds: string[]
  channel: Channel
  receivedOn: Day | null
  subject: string
  /** The subject was taken from the topic and may be replaced by the next one. */
  subjectFromTopic: boolean
  description: string
  language: 'ru' | 'kk' | null
  level: AppealLevel | null
  branchId: string | null
  primaryOrganisationId: string | null
  employerId: string | null
  signatories: number | null
  letterNumber: string
  letterDate: Day | null
  forwarded: { body: string; number: string; date: Day | null; dueOn: Day | null }
  representative: { fullName: string; relation: string; phone: string }
  repeatOf: { appealId: string; number: string } | null
  urgent: boolean
  restricted: boolean
  consultation: boolean
  dueOn: Day | null
  voucher: VoucherText
  aid: AidText
  resolution: ResolutionText
}

export const emptyVoucher = (): VoucherText => ({
  number: null,
  place: null,
  issuedOn: null,
  from: null,
  to: null,
  fullPrice: null,
  memberPays: null,
  people: 1,
  children: null,
  fundedBy: null,
  returnedOn: null,
  returnReason: null,
})
export const emptyAid = (): AidText => ({
  requested: null,
  granted: null,
  decisionNumber: null,
  decidedOn: null,
  paid: null,
  paidOn: null,
  paymentDocument: null,
  fundedBy: null,
})

export const emptyAppeal = (channel: Channel = 'in_person'): AppealText => ({
  id: uuidv7(),
  applicantKind: 'member',
  member: null,
  fullName: '',
  phone: '',
  iin: '',
  membership: 'claimed',
  writtenApplicationOn: null,
  category: null,
  topicId: null,
  otherTopicIds: [],
  channel,
  receivedOn: today(),
  subject: '',
  subjectFromTopic: true,
  description: '',
  language: null,
  level: null,
  branchId: null,
  primaryOrganisationId: null,
  employerId: null,
  signatories: null,
  letterNumber: '',
  letterDate: null,
  forwarded: { body: '', number: '', date: null, dueOn: null },
  representative: { fullName: '', relation: '', phone: '' },
  repeatOf: null,
  urgent: false,
  restricted: false,
  consultation: false,
  dueOn: null,
  voucher: emptyVoucher(),
  aid: emptyAid(),
  resolution: emptyResolution(),
})

export const chosenMember = (member: Member, about = ''): ChosenMember => ({
  id: member.id,
  name: memberName(member),
  about,
})

/** What the record has, in the shape of the form: what it lacks is empty there, never undefined. */
function filled<T extends object>(empty: T, given: { [K in keyof T]?: T[K] | undefined } | null): T {
  return { ...empty, ...Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)) }
}

export function textOfAppeal(appeal: Appeal): AppealText {
  const { applicant } = appeal
  return {
    ...emptyAppeal(appeal.channel),
    id: appeal.id,
    applicantKind: applicant.memberId ? 'member' : applicant.anonymous ? 'anonymous' : 'person',
    member: applicant.memberId ? { id: applicant.memberId, name: applicant.fullName ?? '', about: '' } : null,
    fullName: applicant.memberId ? '' : (applicant.fullName ?? ''),
    phone: applicant.memberId ? '' : (applicant.phone ?? ''),
    membership: applicant.membership === 'non_member' ? 'non_member' : 'claimed',
    writtenApplicationOn: applicant.writtenApplicationOn,
    category: appeal.category,
    topicId: appeal.topicId,
    otherTopicIds: appeal.otherTopicIds,
    receivedOn: appeal.receivedOn,
    subject: appeal.subject,
    subjectFromTopic: false,
    description: appeal.description ?? '',
    language: appeal.language,
    level: appeal.level,
    branchId: appeal.branchId,
    primaryOrganisationId: appeal.primaryOrganisationId,
    employerId: appeal.employerId,
    signatories: appeal.signatories,
    letterNumber: appeal.letter?.number ?? '',
    letterDate: appeal.letter?.date ?? null,
    forwarded: {
      body: appeal.forwardedFrom?.body ?? '',
      number: appeal.forwardedFrom?.number ?? '',
      date: appeal.forwardedFrom?.date ?? null,
      dueOn: appeal.forwardedFrom?.dueOn ?? null,
    },
    representative: {
      fullName: appeal.representative?.fullName ?? '',
      relation: appeal.representative?.relation ?? '',
      phone: appeal.representative?.phone ?? '',
    },
    repeatOf: appeal.repeatOf,
    urgent: appeal.urgent,
    restricted: appeal.restricted,
    consultation: appeal.consultation,
    voucher: filled(emptyVoucher(), appeal.voucher),
    aid: filled(emptyAid(), appeal.aid),
  }
}

const orNull = (text: string) => (text.trim() === '' ? null : text)
const hasAny = (values: object) => Object.values(values).some((value) => value !== null && value !== '')
/** What is missing stays missing, so that the contract's schema is the one that says so. */
const missing = <T>(value: T | null): T => (value ?? undefined) as T

function applicantOf(text: AppealText): AppealDraft['applicant'] {
  if (text.applicantKind === 'anonymous') return { anonymous: true }
  if (text.applicantKind === 'member') return { memberId: missing(text.member?.id ?? null) }
  return {
    fullName: text.fullName,
    phone: orNull(text.phone),
    ...(text.iin.trim() === '' ? {} : { iin: text.iin.replace(/\s/g, '') }),
    isMember: false,
    membership: text.membership,
    writtenApplicationOn: text.writtenApplicationOn,
  }
}

const voucherOf = (text: VoucherText): Voucher => ({
  ...text,
  place: missing(text.place),
  fullPrice: missing(text.fullPrice),
  memberPays: missing(text.memberPays),
  people: missing(text.people),
})

/** The parts that a registration and a change have in common. */
function contentOf(text: AppealText) {
  const { forwarded, representative } = text
  return {
    receivedOn: missing(text.receivedOn),
    channel: text.channel,
    category: missing(text.category),
    topicId: text.topicId,
    otherTopicIds: text.otherTopicIds,
    subject: text.subject,
    description: orNull(text.description),
    language: text.language,
    primaryOrganisationId: text.primaryOrganisationId,
    employerId: text.employerId,
    representative: hasAny(representative)
      ? { fullName: representative.fullName, relation: representative.relation, phone: orNull(representative.phone) }
      : null,
    signatories: text.signatories,
    letter:
      text.letterNumber.trim() === '' && text.letterDate === null
        ? null
        : { number: text.letterNumber, date: missing(text.letterDate) },
    forwardedFrom: hasAny(forwarded)
      ? { body: forwarded.body, number: forwarded.number, date: missing(forwarded.date), dueOn: forwarded.dueOn }
      : null,
    repeatOf: text.repeatOf ? { appealId: text.repeatOf.appealId } : null,
    urgent: text.urgent,
    restricted: text.restricted,
    consultation: text.consultation,
    voucher: text.category === 'sanatorium' && voucherTouched(text.voucher) ? voucherOf(text.voucher) : null,
    aid: text.category === 'material_aid' && hasAny(text.aid) ? text.aid : null,
  }
}

const voucherTouched = ({ people: _people, ...rest }: VoucherText) => hasAny(rest)

export function draftOf(text: AppealText): AppealDraft {
  const { primaryOrganisationId, employerId, ...content } = contentOf(text)
  return {
    id: text.id,
    ...content,
    applicant: applicantOf(text),
    // Absent, they default to the member's own.
    ...(primaryOrganisationId ? { primaryOrganisationId } : {}),
    ...(employerId ? { employerId } : {}),
    ...(text.dueOn ? { dueOn: text.dueOn } : {}),
    ...(text.level ? { level: text.level, branchId: text.level === 'council' ? null : text.branchId } : {}),
    ...(text.consultation && text.resolution.outcome !== null ? { resolution: resolutionBody(text.resolution) } : {}),
  }
}

/** A change sends what the form shows; an applicant only when it was replaced. */
export function changeOf(text: AppealText, appeal: Appeal) {
  const before = textOfAppeal(appeal)
  const same = (['applicantKind', 'fullName', 'phone', 'membership', 'writtenApplicationOn'] as const).every(
    (key) => text[key] === before[key],
  )
  const sameApplicant = same && text.member?.id === before.member?.id && text.iin.trim() === ''
  const content = contentOf(text)
  const signatories = content.signatories ?? 1
  return {
    ...content,
    signatories,
    ...(sameApplicant ? {} : { applicant: applicantOf(text) }),
    ...(text.dueOn ? { dueOn: text.dueOn } : {}),
  }
}

/** An IIN is never kept in the browser. */
export const withoutIin = (text: AppealText): AppealText => ({ ...text, iin: '' })
