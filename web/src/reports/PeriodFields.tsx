import { Select } from '@mantine/core'
import type { Day } from '@qorgan/shared/dates'
import { today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { datesOf, lastYears, lastYearsOf, months, periodKeys, periodOf, yearsOfRegister } from './periods.ts'
import classes from './Report.module.css'

interface Dates {
  from: Day
  to: Day
}
interface Props extends Dates {
  onChange: (dates: Dates, period: string | null) => void
  /** Five years are a question of some reports only. */
  withYears?: boolean
}

const periods = [...periodKeys, ...months.map((month) => `month${month}` as const)]

/** A year and a period that the union reports on, or any dates. */
export function PeriodFields({ from, to, onChange, withYears = false }: Props) {
  const { t } = useText()
  const isYears = withYears && lastYearsOf(to.slice(0, 4)).from === from && to.endsWith('-12-31')
  const year = isYears ? to.slice(0, 4) : from.slice(0, 4)
  const period = isYears ? lastYears : periodOf(from, to)
  const years = yearsOfRegister(today())
  const choose = (nextYear: string, key: string) => {
    if (key === lastYears) return onChange(lastYearsOf(nextYear), lastYears)
    const known = periods.find((one) => one === key)
    if (known) onChange(datesOf(nextYear, known), known)
  }
  return (
    <>
      <Select
        size="sm"
        label={t('reports.year')}
        w={100}
        allowDeselect={false}
        data={years.includes(year) ? years : [year, ...years]}
        value={year}
        onChange={(value) => value && choose(value, period ?? 'year')}
      />
      <Select
        size="sm"
        label={t('reports.period')}
        w={190}
        allowDeselect={false}
        data={[
          ...(period === null ? [{ value: 'custom', label: t('reports.periods.custom') }] : []),
          ...periodKeys.map((key) => ({ value: key as string, label: t(`reports.periods.${key}`) })),
          ...(withYears ? [{ value: lastYears, label: t('figures.presets.lastYears') }] : []),
          ...months.map((month) => ({ value: `month${month}`, label: t(`months.m${month}`) })),
        ]}
        value={period ?? 'custom'}
        onChange={(value) => value && choose(year, value)}
      />
      <div className={classes['day']}>
        <DayInput
          size="sm"
          label={t('reports.from')}
          value={from}
          onChange={(day) => day && onChange({ from: day, to }, null)}
        />
      </div>
      <div className={classes['day']}>
        <DayInput
          size="sm"
          label={t('reports.to')}
          value={to}
          onChange={(day) => day && onChange({ from, to: day }, null)}
          error={to < from ? t('reports.wrongDates') : null}
        />
      </div>
    </>
  )
}
