import type { Day } from '@qorgan/shared/dates'
import type { FieldError } from '@qorgan/shared/errors'
import type { Lawyer, LawyerChange, LawyerDraft } from '@qorgan/shared/lawyers'
import { changedFields, recordEvent } from '../audit/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import { type Actor, may } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { fieldError, invalid, notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { normalisePhone } from '../platform/phones.ts'
import { fitsOf } from './choice.ts'
import {
  type CaseNeeds,
  findKnown,
  findLawyer,
  isCounselAccount,
  type LawyerRow,
  lockLawyer,
  setLawyer,
} from './queries.ts'

export { lockLawyer } from './queries.ts'

/** The panel is the union's: its events stand in the council's chain. */
const place = { unitId: COUNCIL_ID, entity: 'lawyer' }

export const presentLawyer = (actor: Actor, row: LawyerRow, needs: CaseNeeds | null, today: Day): Lawyer => ({
  ...row,
  fits: needs && fitsOf(row, needs, today),
  can: { edit: may(actor, 'lawyers:write') },
})

export async function showLawyer(db: Reader, actor: Actor, id: string, today: Day): Promise<Lawyer> {
  const row = isUuid(id) ? await findLawyer(db, actor, id) : undefined
  if (!row) throw notFound()
  return presentLawyer(actor, row, null, today)
}

/** `isRepeat`: the same person sent the same before, and nothing was written now. */
export async function enterLawyer(
  tx: Tx,
  actor: Actor,
  draft: LawyerDraft,
  today: Day,
): Promise<{ lawyer: Lawyer; isRepeat: boolean }> {
  if (draft.id !== undefined && !(await claimId(tx, actor, 'lawyer', draft.id, draft)))
    return { lawyer: await showLawyer(tx, actor, draft.id, today), isRepeat: true }
  await refuseUnknown(tx, draft, today)
  const { fullName, kind, id = newId() } = draft
  await tx
    .insertInto('lawyers')
    .values({ ...stored(draft), id, fullName, kind })
    .execute()
  const lawyer = await showLawyer(tx, actor, id, today)
  await recordEvent(tx, actor, { ...place, action: 'lawyer.entered', entityId: id })
  return { lawyer, isRepeat: false }
}

export async function changeLawyerRecord(
  tx: Tx,
  actor: Actor,
  id: string,
  change: LawyerChange,
  { ifMatch, today }: { ifMatch: IfMatch; today: Day },
): Promise<Lawyer> {
  await refuseUnknown(tx, change, today)
  const row = isUuid(id) ? await lockLawyer(tx, id, 'change') : undefined
  if (!row) throw notFound()
  requireVersion(ifMatch, row.version)
  const before = await showLawyer(tx, actor, row.id, today)
  await setLawyer(tx, row.id, stored(change))
  const lawyer = await showLawyer(tx, actor, row.id, today)
  await recordEvent(tx, actor, {
    ...place,
    action: 'lawyer.changed',
    entityId: row.id,
    fields: changedFields(before, lawyer),
  })
  return lawyer
}

/** Regions, employers and the account that are not there, each at its path. */
async function refuseUnknown(
  db: Reader,
  { regions = [], employerIds, userId }: LawyerChange,
  today: Day,
): Promise<void> {
  const employers = employerIds ?? []
  const known = await findKnown(db, { regions, employerIds: employers })
  const absent = (path: string, isKnown: boolean): FieldError[] => (isKnown ? [] : [fieldError(path, 'field.absent')])
  const errors = [
    ...regions.flatMap((code, i) => absent(`/regions/${i}`, known.regions.has(code))),
    ...employers.flatMap((id, i) => absent(`/employerIds/${i}`, known.employerIds.has(id))),
    ...(userId ? absent('/userId', await isCounselAccount(db, userId, today)) : []),
  ]
  if (errors.length > 0) throw invalid(...errors)
}

/** What the columns take; fields that were not given stay out, and each word of a list stands once. */
function stored({ phone, employerIds, specialisations, regions, languages, ...plain }: LawyerChange) {
  const once = (words: readonly string[]) => [...new Set(words)]
  return {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...(phone !== undefined && { phone: phone === null ? null : normalisePhone(phone) }),
    ...(employerIds !== undefined && { employerIds: once(employerIds ?? []) }),
    ...(specialisations && { specialisations: once(specialisations) }),
    ...(regions && { regions: once(regions) }),
    ...(languages && { languages: once(languages) }),
  }
}
