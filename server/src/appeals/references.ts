import type { AppealChange } from '@qorgan/shared/appeals'
import type { FieldError } from '@qorgan/shared/errors'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { EVERYONE, findMembersForAppeals } from '../members/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import { fieldError } from '../platform/errors.ts'
import { visibleTo } from './scope.ts'

export type MemberOfAppeal = Awaited<ReturnType<typeof findMembersForAppeals>>[number]

/** What drafts refer to, as far as the actor may know it: one question per directory, however many drafts. */
export interface References {
  members: Map<string, MemberOfAppeal>
  topics: Map<string, AppealCategory>
  employers: Set<string>
  organisations: Map<string, { branchId: string; employerId: string | null; regionCode: string | null }>
  regions: Set<string>
  appeals: Set<string>
}

type Referring = Pick<
  AppealChange,
  'applicant' | 'topicId' | 'otherTopicIds' | 'employerId' | 'primaryOrganisationId' | 'regionCode' | 'repeatOf'
>

const unique = (values: readonly (string | null | undefined)[]) => [
  ...new Set(values.filter((value) => typeof value === 'string')),
]

export async function findReferences(
  db: Reader,
  actor: Actor,
  drafts: readonly Referring[],
  { everyMember = false }: { everyMember?: boolean } = {},
): Promise<References> {
  const memberIds = unique(
    drafts.map(({ applicant }) => (applicant && 'memberId' in applicant ? applicant.memberId : null)),
  )
  const topicIds = unique(drafts.flatMap(({ topicId, otherTopicIds }) => [topicId, ...(otherTopicIds ?? [])]))
  const employerIds = unique(drafts.map(({ employerId }) => employerId))
  const regionCodes = unique(drafts.map(({ regionCode }) => regionCode))
  const appealIds = unique(drafts.map(({ repeatOf }) => repeatOf?.appealId))
  const members = memberIds.length > 0 ? await findMembersForAppeals(db, everyMember ? EVERYONE : actor, memberIds) : []
  const organisationIds = unique([
    ...drafts.map(({ primaryOrganisationId }) => primaryOrganisationId),
    ...members.map((member) => member.primaryOrganisationId),
    actor.organisationId,
  ])
  const topics =
    topicIds.length > 0
      ? await db.selectFrom('topics').select(['id', 'category']).where('id', '=', anyId(topicIds)).execute()
      : []
  const employers =
    employerIds.length > 0
      ? await db.selectFrom('employers').select('id').where('id', '=', anyId(employerIds)).execute()
      : []
  const organisations =
    organisationIds.length > 0
      ? await db
          .selectFrom('primaryOrganisations')
          .leftJoin('employers', 'employers.id', 'primaryOrganisations.employerId')
          .select((eb) => [
            'primaryOrganisations.id',
            'primaryOrganisations.branchId',
            'primaryOrganisations.employerId',
            eb.fn.coalesce('primaryOrganisations.regionCode', 'employers.regionCode').as('regionCode'),
          ])
          .where('primaryOrganisations.id', '=', anyId(organisationIds))
          .execute()
      : []
  const regions =
    regionCodes.length > 0
      ? await db.selectFrom('regions').select('code').where('code', '=', anyText(regionCodes)).execute()
      : []
  const appeals =
    appealIds.length > 0
      ? await db.selectFrom('appeals').select('id').where(visibleTo(actor)).where('id', '=', anyId(appealIds)).execute()
      : []
  return {
    members: new Map(members.map((member) => [member.id, member])),
    topics: new Map(topics.map((topic) => [topic.id, topic.category])),
    employers: new Set(employers.map(({ id }) => id)),
    organisations: new Map(organisations.map((organisation) => [organisation.id, organisation])),
    regions: new Set(regions.map(({ code }) => code)),
    appeals: new Set(appeals.map(({ id }) => id)),
  }
}

/** Ids that are absent or out of scope, each at its path: the two look the same. */
export function referenceErrors(draft: Referring, category: AppealCategory, references: References): FieldError[] {
  const errors: FieldError[] = []
  const absent = (path: string) => errors.push(fieldError(path, 'field.absent'))
  if (draft.applicant && 'memberId' in draft.applicant && !references.members.has(draft.applicant.memberId))
    absent('/applicant/memberId')
  if (draft.topicId) {
    const found = references.topics.get(draft.topicId)
    if (!found) absent('/topicId')
    else if (found !== category) errors.push(fieldError('/topicId', 'field.notForCategory'))
  }
  for (const [index, topicId] of (draft.otherTopicIds ?? []).entries())
    if (!references.topics.has(topicId)) absent(`/otherTopicIds/${index}`)
  if (draft.employerId && !references.employers.has(draft.employerId)) absent('/employerId')
  if (draft.primaryOrganisationId && !references.organisations.has(draft.primaryOrganisationId))
    absent('/primaryOrganisationId')
  if (draft.regionCode && !references.regions.has(draft.regionCode)) absent('/regionCode')
  if (draft.repeatOf && !references.appeals.has(draft.repeatOf.appealId)) absent('/repeatOf/appealId')
  return errors
}
