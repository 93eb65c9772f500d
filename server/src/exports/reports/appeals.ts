import { reportAppealsPdf } from '@qorgan/shared/exports'
import type { AppealsReport } from '@qorgan/shared/reports'
import { reportAppeals } from '@qorgan/shared/reports'
import type { z } from 'zod'
import { toUnitIds } from '../../organisation/service.ts'
import { reportOnAppeals } from '../../reports/service.ts'
import { paperWordsOf } from '../words/paper-words.ts'
import { inLanguage, wordsOf } from '../words/words.ts'
import { appealsGrid } from './appeals-grid.ts'
import { appealsPaper } from './appeals-paper.ts'
import { type Estimated, findEstimated } from './estimated.ts'
import type { ReportKind } from './kinds.ts'

export type AppealsQuery = Omit<z.output<typeof reportAppealsPdf.query>, 'locale'>
export interface AppealsFigures {
  report: AppealsReport
  estimated: Estimated | null
}

export const appealsReport: ReportKind<AppealsQuery, AppealsFigures> = {
  kind: 'appeals',
  access: reportAppeals.access,
  query: reportAppealsPdf.query,
  span: (query) => query,
  read: async (db, actor, { branchId, unconfirmed: _printed, ...question }) => {
    const report = await reportOnAppeals(db, actor, {
      ...question,
      unitIds: branchId?.length ? toUnitIds(branchId) : undefined,
    })
    return { report, estimated: await findEstimated(db, actor, report, branchId) }
  },
  paper: appealsPaper,
  grid: appealsGrid,
  totals: ({ report }, locale) => {
    const words = paperWordsOf(locale)
    const whole = report.totals['total']
    return [
      { label: words.count, value: whole?.count ?? 0 },
      { label: words.effect, value: whole?.effect ?? 0 },
    ]
  },
  remarks: ({ report }, { columns, rows, levels }, locale) => {
    const words = paperWordsOf(locale)
    const { level } = wordsOf(locale)
    return [
      [words.parameter.columns, words.columnsBy[columns]],
      [words.parameter.rows, words.rowsBy[rows]],
      [words.parameter.levels, levels === 'counted' ? words.counted : levels.map((one) => level[one]).join(', ')],
      [words.parameter.notCounted, report.notCounted.count],
      ...[
        ...new Map(
          report.columns.flatMap(({ footnotes }) => footnotes.map(({ key, text }) => [key, inLanguage(text, locale)])),
        ).values(),
      ].map((text): [string, string] => [words.parameter.footnote, text]),
    ]
  },
}
