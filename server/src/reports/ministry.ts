import type { RouteOutput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import { AppealCategory } from '@qorgan/shared/organisation'
import type { reportMinistry } from '@qorgan/shared/reports'
import { toBranchId } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { findFigures } from './figures.ts'
import { levelsOf } from './levels.ts'
import { reportOnMovement } from './movement.ts'
import { findRows } from './row-labels.ts'

/**
 * The answer to the Ministry of Health by paragraph 15.7 of the sector agreement: appeals, outcomes and tensions by region. The tensions
 * are what the units wrote in their reports of the quarters within the dates, once handed in.
 */
export async function reportOnMinistry(
  db: Reader,
  actor: Actor,
  { from, to, today }: { from: Day; to: Day; today: Day },
): Promise<RouteOutput<typeof reportMinistry>> {
  const movement = await reportOnMovement(db, actor, { from, to, rows: 'region', unitIds: undefined, today })
  const levels = await levelsOf(db, from)
  const figures = (
    await findFigures(db, actor, {
      columns: [{ key: 'total', from, to, label: { ru: '', kk: '', en: '' }, levels }],
      rows: 'region',
      unitIds: undefined,
    })
  ).filter(({ counted }) => counted)
  const values = new Map((await findRows(db, actor, 'region')).map(({ key, value }) => [key, value]))
  const figuresOf = (own: typeof figures) => ({
    received: Object.fromEntries(
      AppealCategory.options.map((category) => [
        category,
        own.filter((one) => one.category === category).reduce((sum, { count }) => sum + count, 0),
      ]),
    ) as Record<AppealCategory, number>,
    receivedTotal: own.reduce((sum, { count }) => sum + count, 0),
    effect: own.reduce((sum, { effect }) => sum + effect, 0),
  })
  const outcomesOf = ({ resolved, positive, openAtEnd }: (typeof movement)['totals']) => ({
    resolved,
    positive,
    openAtEnd,
  })
  return {
    from,
    to,
    rows: movement.rows.map((row) => ({
      key: row.key,
      label: row.label,
      ...figuresOf(figures.filter((one) => one.row === values.get(row.key))),
      ...outcomesOf(row),
    })),
    totals: { ...figuresOf(figures), ...outcomesOf(movement.totals) },
    tensions: await findTensions(db, from, to),
  }
}

async function findTensions(db: Reader, from: Day, to: Day) {
  const rows = await db
    .selectFrom('branchReports')
    .innerJoin('reportingPeriods', 'reportingPeriods.key', 'branchReports.periodKey')
    .innerJoin('units', 'units.id', 'branchReports.unitId')
    .select(['units.id', 'units.nameRu as ru', 'units.nameKk as kk', 'units.nameEn as en'])
    .select(['branchReports.periodKey', 'branchReports.tensions'])
    .where('reportingPeriods.fromOn', '>=', from)
    .where('reportingPeriods.toOn', '<=', to)
    .where('branchReports.status', 'in', ['submitted', 'accepted'])
    .where('branchReports.tensions', 'is not', null)
    .orderBy('branchReports.periodKey')
    .orderBy('units.kind')
    .orderBy('units.nameRu')
    .execute()
  return rows.map(({ id, ru, kk, en, periodKey, tensions }) => ({
    branchId: toBranchId(id),
    label: { ru, kk, en },
    periodKey,
    text: tensions ?? '',
  }))
}
