import type { CaseMoney } from '@qorgan/shared/legal-cases'
import type { Reader } from '../platform/db/index.ts'

/** Kept by triggers beneath every change; a case has its row from the moment when it was opened. */
export async function findSums(db: Reader, caseId: string): Promise<CaseMoney> {
  const sums = await db
    .selectFrom('caseMoney')
    .select(['allotted', 'committed', 'paid'])
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  return { ...sums, left: sums.allotted - sums.committed }
}
