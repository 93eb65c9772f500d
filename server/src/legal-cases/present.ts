import type { CaseMember } from '@qorgan/shared/case-people'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { toBranchId } from '../organisation/service.ts'
import { type Actor, databaseRoleOf, may } from '../platform/auth/actor.ts'
import { caseCapabilities } from './policy.ts'
import type { CaseRow, PersonOfCase } from './queries.ts'
import { type Sight, sightOf } from './scope.ts'

/** A case as one actor sees it; whatever they may not see is null, as if it were empty. */
export function presentCase(actor: Actor, row: CaseRow): LegalCase {
  const sight = sightOf(actor, row)
  const whole = sight === 'whole'
  const role = databaseRoleOf(actor)
  const isCounsel = role === 'qorgan_lawyer'
  const isBranch = role === 'qorgan_unit'
  const knowsMoney = sight !== 'name' && !isCounsel
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    stage: row.stage,
    outcome: row.outcome,
    closedOn: isBranch ? null : row.closedOn,
    closingSummary: whole ? (row.contents?.closingSummary ?? null) : null,
    branchId: toBranchId(row.branchId),
    appealId: (whole && !isCounsel) || isBranch ? row.appealId : null,
    appealNumber: (whole && !isCounsel) || isBranch ? row.appealNumber : null,
    members: peopleOf(actor, row),
    people: isBranch ? 0 : row.people,
    summary: whole ? (row.contents?.summary ?? null) : null,
    article: whole ? row.article : null,
    opposingParty: whole ? (row.contents?.opposingParty ?? null) : null,
    openedOn: isBranch ? null : row.openedOn,
    applicationOn: whole ? row.applicationOn : null,
    consentOn: whole ? row.consentOn : null,
    restricted: row.restricted,
    readerIds: whole && may(actor, 'legalCases:work') ? (row.readerIds ?? []) : [],
    repeatOf: whole ? row.repeatOf : null,
    conciliation: whole ? (row.contents?.conciliation ?? null) : null,
    decision: isBranch ? null : decisionOf(row, sight),
    counsel: row.counsel ?? [],
    nextHearing: whole || isBranch ? row.nextHearing : null,
    nextDeadlineOn: whole ? row.nextDeadlineOn : null,
    money: knowsMoney && row.sums ? { ...row.sums, left: row.sums.allotted - row.sums.committed } : null,
    effect: whole && !isCounsel ? row.ledger : null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    can: caseCapabilities(actor, sight, row),
  }
}

function decisionOf(row: CaseRow, sight: Sight): LegalCase['decision'] {
  if (!row.decision || !row.decidedOn) return null
  return {
    decision: row.decision,
    number: sight === 'name' ? null : row.decisionNumber,
    decidedOn: row.decidedOn,
    reason: sight === 'whole' ? (row.contents?.decisionReason ?? null) : null,
  }
}

/** The people by name, or each by a pseudonym; a branch and an accountant are told of none. */
export function peopleOf(actor: Actor, row: CaseRow): CaseMember[] {
  if (sightOf(actor, row) === 'whole') return (row.persons ?? []).map((person) => presentPerson(actor, row, person))
  if (!row.restricted || databaseRoleOf(actor) === 'qorgan_unit' || databaseRoleOf(actor) === 'qorgan_accountant')
    return []
  return Array.from({ length: row.people }, (_, index) => ({
    // Stable, and not the row's own.
    id: row.id,
    memberId: null,
    fullName: `${row.number.slice(0, 3)}${row.number.slice(-5)}/${index + 1}`,
    phone: null,
    role: null,
    version: 1,
    can: { edit: false },
  }))
}

export const presentPerson = (actor: Actor, row: CaseRow, person: PersonOfCase): CaseMember => ({
  ...person,
  memberId: databaseRoleOf(actor) === 'qorgan_lawyer' ? null : person.memberId,
  can: { edit: caseCapabilities(actor, sightOf(actor, row), row).members },
})
