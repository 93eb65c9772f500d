import type { LegalCaseChange } from '@qorgan/shared/legal-cases'
import { restrictWithCase } from '../appeals/service.ts'
import { invalid, invalidAt } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { changeCaseRow, leaveCaseTrace, takeCase } from './acting.ts'
import type { OnCase } from './life.ts'
import { refuseOpeningDay } from './opening-day.ts'
import { dateErrors, referenceErrors } from './references.ts'

/** Changes what was written down. Each part goes where its readers are. */
export async function editCase(acting: OnCase, change: LegalCaseChange): Promise<void> {
  const { tx, actor, today } = acting
  const errors = [
    ...dateErrors(change, today),
    ...(await referenceErrors(tx, actor, change, today, isUuid(acting.caseId) ? acting.caseId : null)),
  ]
  if (errors.length > 0) throw invalid(...errors)
  const row = await takeCase(acting, 'edit')
  const { summary, opposingParty, conciliation, article, readerIds, restricted, repeatOf, ...own } = change
  if (own.openedOn) await refuseOpeningDay(tx, row, own.openedOn)
  if (repeatOf?.caseId === row.id) throw invalidAt('/repeatOf/caseId', 'field.notAllowed')
  const isRestricted = restricted === undefined ? row.restricted : (restricted ?? false)
  await changeCaseRow(tx, row, {
    ...defined(own),
    ...(restricted !== undefined && { restricted: isRestricted }),
    ...(repeatOf !== undefined && { repeatOfId: repeatOf?.caseId ?? null }),
  })
  const contents = {
    ...(summary !== undefined && { summary }),
    ...(opposingParty !== undefined && { opposingParty }),
    ...(conciliation !== undefined && { conciliation: conciliation && JSON.stringify(conciliation) }),
  }
  if (Object.keys(contents).length > 0)
    await tx.updateTable('legalCaseContents').set(contents).where('caseId', '=', row.id).execute()
  if (article !== undefined) await writeArticle(acting, row.id, article)
  if (readerIds !== undefined) await writeReaders(acting, row.id, readerIds ?? [])
  if (isRestricted !== row.restricted && (isRestricted || row.appealIsOwn))
    await restrictWithCase(acting, row.appealId, isRestricted)
  const fields = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  await leaveCaseTrace(acting, row, {
    kind: 'edited',
    details: { fields, ...(own.stage && { stage: own.stage }) },
    action: 'legalCase.edited',
    fields,
  })
}

const defined = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

async function writeArticle({ tx }: OnCase, caseId: string, article: string | null): Promise<void> {
  await tx
    .insertInto('legalCaseAccusations')
    .values({ caseId, article })
    .onConflict((conflict) => conflict.column('caseId').doUpdateSet({ article }))
    .execute()
}

/** Who is no longer named stays in the table as a former reader. */
async function writeReaders({ tx }: OnCase, caseId: string, readerIds: readonly string[]): Promise<void> {
  await tx.updateTable('legalCaseReaders').set({ active: false }).where('caseId', '=', caseId).execute()
  for (const userId of new Set(readerIds))
    await tx
      .insertInto('legalCaseReaders')
      .values({ caseId, userId })
      .onConflict((conflict) => conflict.columns(['caseId', 'userId']).doUpdateSet({ active: true }))
      .execute()
}
