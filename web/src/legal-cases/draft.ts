import type { Day } from '@qorgan/shared/dates'
import type { CaseRole } from '@qorgan/shared/case-people'
import type {
  Conciliation,
  LegalCase,
  LegalCaseChange,
  LegalCaseDraft,
  LegalCaseKind,
  LegalStage,
} from '@qorgan/shared/legal-cases'
import { today } from '../i18n/format.ts'
import { uuidv7 } from '../platform/uuid.ts'

export interface PersonText {
  id: string
  name: string
  about: string
  role: CaseRole | null
}
export interface ConciliationText {
  dispute: Conciliation['dispute'] | null
  commission: Conciliation['commission'] | null
  knownOn: Day | null
  createdOn: Day | null
  appliedOn: Day | null
  decidedOn: Day | null
}

/** What stands on the form, as it is typed. */
export interface CaseText {
  id: string
  kind: LegalCaseKind | null
  stage: LegalStage
  people: PersonText[]
  summary: string
  article: string
  opposingParty: string
  openedOn: Day | null
  applicationOn: Day | null
  consentOn: Day | null
  labour: boolean
  conciliation: ConciliationText
  appeal: { id: string; number: string } | null
  branchId: string | null
  repeatOf: { caseId: string; number: string } | null
  restricted: boolean
  readerIds: string[]
}

export const emptyConciliation = (): ConciliationText => ({
  dispute: null,
  commission: null,
  knownOn: null,
  createdOn: null,
  appliedOn: null,
  decidedOn: null,
})
export const emptyCase = (): CaseText => ({
  id: uuidv7(),
  kind: null,
  stage: 'consultation',
  people: [],
  summary: '',
  article: '',
  opposingParty: '',
  openedOn: today(),
  applicationOn: null,
  consentOn: null,
  labour: false,
  conciliation: emptyConciliation(),
  appeal: null,
  branchId: null,
  repeatOf: null,
  restricted: false,
  readerIds: [],
})

/** In most cases of a kind the member has this part. */
const usualRoles: Partial<Record<LegalCaseKind, CaseRole>> = {
  criminal: 'suspect',
  administrative: 'accused',
  civil: 'plaintiff',
}
export const usualRole = (kind: LegalCaseKind | null): CaseRole | null => (kind && usualRoles[kind]) ?? null

/** Labour disputes are civil ones; an accusation has its article. */
export const mayBeLabour = (kind: LegalCaseKind | null) => kind === 'civil' || kind === 'other'
export const hasArticle = (kind: LegalCaseKind | null) => kind !== null && kind !== 'civil'

export const textOfConciliation = (given: Conciliation | null): ConciliationText => ({
  dispute: given?.dispute ?? null,
  commission: given?.commission ?? null,
  knownOn: given?.knownOn ?? null,
  createdOn: given?.createdOn ?? null,
  appliedOn: given?.appliedOn ?? null,
  decidedOn: given?.decidedOn ?? null,
})

export function textOfCase(legalCase: LegalCase): CaseText {
  return {
    ...emptyCase(),
    id: legalCase.id,
    kind: legalCase.kind,
    stage: legalCase.stage,
    summary: legalCase.summary ?? '',
    article: legalCase.article ?? '',
    opposingParty: legalCase.opposingParty ?? '',
    openedOn: legalCase.openedOn,
    applicationOn: legalCase.applicationOn,
    consentOn: legalCase.consentOn,
    labour: legalCase.conciliation !== null,
    conciliation: textOfConciliation(legalCase.conciliation),
    repeatOf: legalCase.repeatOf,
    restricted: legalCase.restricted,
    readerIds: legalCase.readerIds,
  }
}

const orNull = (text: string) => (text.trim() === '' ? null : text)
/** What is missing stays missing, so that the contract's schema is the one that says so. */
const missing = <T>(value: T | null): T => (value ?? undefined) as T

/** A date that belongs to another answer is not sent with this one. */
export const conciliationOf = (text: ConciliationText): Conciliation => ({
  dispute: missing(text.dispute),
  commission: missing(text.commission),
  knownOn: text.knownOn,
  createdOn: text.commission === 'none' ? text.createdOn : null,
  appliedOn: text.commission === 'exempt' ? null : text.appliedOn,
  decidedOn: text.commission === 'exempt' ? null : text.decidedOn,
})

const contentOf = (text: CaseText) => ({
  kind: missing(text.kind),
  summary: text.summary,
  article: hasArticle(text.kind) ? orNull(text.article) : null,
  opposingParty: orNull(text.opposingParty),
  openedOn: missing(text.openedOn),
  applicationOn: text.applicationOn,
  consentOn: text.consentOn,
  restricted: text.restricted,
  readerIds: text.restricted ? text.readerIds : [],
  repeatOf: text.repeatOf ? { caseId: text.repeatOf.caseId } : null,
  conciliation: text.labour && mayBeLabour(text.kind) ? conciliationOf(text.conciliation) : null,
})

export const draftOf = (text: CaseText): LegalCaseDraft => ({
  id: text.id,
  ...contentOf(text),
  members: text.people.map((person) => ({ memberId: person.id, role: missing(person.role) })),
  // Absent, it is the first member's own, or the appeal's.
  ...(text.branchId ? { branchId: text.branchId } : {}),
  ...(text.appeal ? { appealId: text.appeal.id } : {}),
})

export const changeOf = (text: CaseText): LegalCaseChange => ({ ...contentOf(text), stage: text.stage })
