import type { Aid, Voucher } from '@qorgan/shared/support'
import type { Appeal } from '@qorgan/shared/appeals'
import type { Label } from '@qorgan/shared/fields'
import { toBranchId } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { IinCipher } from '../platform/iin-cipher.ts'
import { appealCapabilities } from './policy.ts'
import type { AppealRow } from './queries.ts'

/** An appeal as one actor sees it. The IIN leaves masked; JSON columns hold what the contract parsed when they were written. */
export function presentAppeal(actor: Actor, cipher: IinCipher, row: AppealRow): Appeal {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    receivedOn: row.receivedOn,
    channel: row.channel,
    category: row.category,
    topicId: row.topicId,
    otherTopicIds: row.otherTopicIds,
    subject: row.subject,
    description: row.description,
    language: row.language,
    level: row.level,
    branchId: toBranchId(row.branchId),
    handlingBranchId: toBranchId(row.handlingUnitId),
    primaryOrganisationId: row.primaryOrganisationId,
    employerId: row.employerId,
    regionCode: row.regionCode,
    applicant: {
      memberId: row.memberId,
      fullName: row.applicantName,
      isMember: row.membership === 'member',
      phone: row.applicantPhone,
      iinMasked: row.applicantIinCipher && cipher.mask(row.applicantIinCipher),
      membership: row.membership,
      writtenApplicationOn: row.writtenApplicationOn,
      anonymous: row.membership === 'anonymous',
    },
    representative: row.representative as Appeal['representative'],
    signatories: row.signatories,
    letter: row.letter as Appeal['letter'],
    forwardedFrom: row.forwardedFrom as Appeal['forwardedFrom'],
    repeatOf: row.repeatOfId && row.repeatOfNumber ? { appealId: row.repeatOfId, number: row.repeatOfNumber } : null,
    urgent: row.urgent,
    consultation: row.consultation,
    restricted: row.restricted,
    dueOn: row.dueOn,
    dueExplained: row.dueExplained as Label,
    voucher: row.voucher as Voucher | null,
    aid: row.aid as Aid | null,
    resolution: presentResolution(row),
    outcome: row.outcome,
    resolvedOn: row.resolvedOn,
    assigneeId: row.assigneeId,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, fullName: row.assigneeName ?? '' },
    registeredBy: { id: row.registeredBy, fullName: row.registeredByName ?? '' },
    pendingTransfer: presentTransfer(row),
    batchId: row.batchId,
    legalCase: row.legalCase,
    annulment: row.annulReason === null ? null : { reason: row.annulReason, duplicateOf: row.duplicateOfId },
    effect: {
      received: row.received ?? 0,
      agreed: row.agreed ?? 0,
      claimed: row.claimed ?? 0,
      people: row.people ?? 0,
    },
    closedPeriod: row.closedPeriod,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    can: appealCapabilities(actor, row),
  }
}

function presentResolution(row: AppealRow): Appeal['resolution'] {
  if (!row.outcome) return null
  return {
    outcome: row.outcome,
    summary: row.summary ?? '',
    resolvedOn: row.resolvedOn,
    noEffectReason: row.noEffectReason,
    expectedOn: row.expectedOn,
    answer: row.answer as { number: string; date: string } | null,
  }
}

function presentTransfer(row: AppealRow): Appeal['pendingTransfer'] {
  if (!row.transferToUnitId || !row.transferToLevel || !row.transferRequestedAt || !row.transferRequestedBy) return null
  return {
    from: { level: row.level, branchId: toBranchId(row.handlingUnitId) },
    to: { level: row.transferToLevel, branchId: toBranchId(row.transferToUnitId) },
    reason: row.transferReason ?? '',
    requestedAt: row.transferRequestedAt.toISOString(),
    requestedBy: { id: row.transferRequestedBy, fullName: row.transferRequestedByName ?? '' },
  }
}
