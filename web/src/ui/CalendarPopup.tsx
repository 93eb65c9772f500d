import { DatePicker, DatesProvider } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import type { Day } from '@qorgan/shared/dates'
import 'dayjs/locale/kk'
import 'dayjs/locale/ru'
import { useText } from '../i18n/i18n.ts'
import { today } from '../i18n/format.ts'

interface Props {
  value: Day | null
  min: Day | undefined
  max: Day | undefined
  onChoose: (day: Day | null) => void
}

/** Loaded only when somebody opens a calendar. */
export function CalendarPopup({ value, min, max, onChoose }: Props) {
  const { t, locale } = useText()
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1, weekendDays: [0, 6] }}>
      <DatePicker
        value={value}
        defaultDate={value ?? today()}
        highlightToday
        {...(min ? { minDate: min } : {})}
        {...(max ? { maxDate: max } : {})}
        onChange={onChoose}
        ariaLabels={{
          nextMonth: t('action.nextMonth'),
          previousMonth: t('action.previousMonth'),
          nextYear: t('action.nextYear'),
          previousYear: t('action.previousYear'),
          monthLevelControl: t('action.monthLevel'),
          yearLevelControl: t('action.yearLevel'),
        }}
      />
    </DatesProvider>
  )
}
