import { addMonths, type Day, firstOfMonth, lastOfMonth, monthOf, yearOf } from '@qorgan/shared/dates'
import { monthNames } from '@qorgan/shared/day-words'
import type { Label } from '@qorgan/shared/fields'
import type { ReportColumns } from '@qorgan/shared/reports'
import { invalidAt } from '../platform/errors.ts'

export interface Column {
  key: string
  from: Day
  to: Day
  label: Label
}

const MOST_COLUMNS = 120
const monthsOf = { month: 1, quarter: 3, half_year: 6, year: 12 } as const

/** The columns of a report. One that `from` or `to` cuts keeps its key, carries the cut dates, and its label says so. */
export function columnsOf(from: Day, to: Day, by: ReportColumns): Column[] {
  if (by === 'none') return [{ key: 'total', from, to, label: datesLabel(from, to) }]
  const months = monthsOf[by]
  const columns: Column[] = []
  const firstMonth = Number(from.slice(5, 7)) - 1
  let start: Day = `${from.slice(0, 4)}-${String(firstMonth - (firstMonth % months) + 1).padStart(2, '0')}-01`
  for (; start <= to; start = addMonths(start, months)) {
    if (columns.length === MOST_COLUMNS) throw invalidAt('/columns', 'field.tooManyColumns')
    const end = lastOfMonth(addMonths(start, months - 1))
    const cut = { from: start < from ? from : start, to: end > to ? to : end }
    const isWhole = cut.from === start && cut.to === end
    columns.push({ key: keyOf(start, by), ...cut, label: isWhole ? wholeLabel(start, by) : cutLabel(start, cut) })
  }
  return columns
}

function keyOf(start: Day, by: Exclude<ReportColumns, 'none'>): string {
  const year = start.slice(0, 4)
  const month = Number(start.slice(5, 7))
  if (by === 'year') return year
  if (by === 'half_year') return `${year}H${month < 7 ? 1 : 2}`
  if (by === 'quarter') return `${year}Q${(month + 2) / 3}`
  return monthOf(start)
}

const roman = ['I', 'II', 'III', 'IV']
const ruMonths = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')

function wholeLabel(start: Day, by: Exclude<ReportColumns, 'none'>): Label {
  const year = yearOf(start)
  const month = Number(start.slice(5, 7)) - 1
  if (by === 'year') return { ru: `${year} г.`, kk: `${year} ж.`, en: String(year) }
  if (by === 'half_year') {
    const half = month < 6 ? 1 : 2
    return {
      ru: `${roman[half - 1]} полугодие ${year} г.`,
      kk: `${year} ж. ${half}-жартыжылдық`,
      en: `H${half} ${year}`,
    }
  }
  if (by === 'quarter') {
    const quarter = month / 3 + 1
    return {
      ru: `${roman[quarter - 1]} квартал ${year} г.`,
      kk: `${year} ж. ${quarter}-тоқсан`,
      en: `Q${quarter} ${year}`,
    }
  }
  return {
    ru: `${ruMonths[month]} ${year} г.`,
    kk: `${year} ж. ${monthNames.kk[month]}`,
    en: `${monthNames.en[month]} ${year}`,
  }
}

/** The union prints the beginning of a year as its months: «6 мес. 2024 г.». Any other cut shows its dates. */
function cutLabel(start: Day, { from, to }: { from: Day; to: Day }): Label {
  const isWholeMonths = from === firstOfMonth(from) && to === lastOfMonth(to)
  if (!isWholeMonths || from !== `${start.slice(0, 4)}-01-01`) return datesLabel(from, to)
  const months = Number(to.slice(5, 7))
  const year = yearOf(to)
  return {
    ru: `${months} мес. ${year} г.`,
    kk: `${year} ж. ${months} айы`,
    en: `${months} ${months === 1 ? 'month' : 'months'} of ${year}`,
  }
}

const dotted = (day: Day) => day.split('-').toReversed().join('.')
const datesLabel = (from: Day, to: Day): Label => ({
  ru: `${dotted(from)} – ${dotted(to)}`,
  kk: `${dotted(from)} – ${dotted(to)}`,
  en: `${from} – ${to}`,
})
