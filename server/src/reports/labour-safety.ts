import type { RouteOutput } from '@qorgan/shared/contract'
import type { reportLabourSafety } from '@qorgan/shared/legacy-totals'
import printed from './data/labour-safety-councils.json' with { type: 'json' }

/** The rows that a total was printed over. */
const partsOf: Record<string, readonly string[]> = {
  remarks_found: [
    'remarks_safe_conditions',
    'remarks_rules_violated',
    'remarks_training',
    'remarks_protective_equipment',
  ],
}

/** As printed in the congress report, beside what the parts add up to. Three of four years differ: it is shown, never mended. */
export function labourSafetyTable(): RouteOutput<typeof reportLabourSafety> {
  const values = new Map(printed.rows.map((row) => [row.key, row.values]))
  return {
    title: printed.title_ru,
    source: 'Отчёт «От съезда – к съезду», декабрь 2019 – сентябрь 2024',
    years: printed.years,
    rows: printed.rows.map(({ key, label_ru: label, values: own }) => {
      const parts = partsOf[key]
      const computed = parts
        ? own.map((_, year) => parts.reduce((sum, part) => sum + (values.get(part)?.[year] ?? 0), 0))
        : null
      return {
        key,
        label,
        printed: own,
        computed,
        difference: computed && computed.map((sum, year) => sum - (own[year] ?? 0)),
      }
    }),
  }
}
