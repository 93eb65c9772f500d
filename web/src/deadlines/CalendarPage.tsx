import { Select, SimpleGrid, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { CountInput } from '../ui/CountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { CalendarDayDialog } from './CalendarDayDialog.tsx'
import classes from './Calendar.module.css'
import { MonthGrid } from './MonthGrid.tsx'
import { calendarQueries } from './queries.ts'

/** The days by which every term is counted, a year at a time. */
export function CalendarPage() {
  const { t } = useText()
  const { longDay, label } = useFormat()
  const may = useMay()
  const thisYear = Number(today().slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [editing, setEditing] = useState<string | null>(null)
  const calendar = useQuery(calendarQueries.year(year))
  const days = new Map((calendar.data ?? []).map((day) => [day.date, day]))
  const years = Array.from({ length: 8 }, (_, i) => String(2021 + i))
  return (
    <>
      <PageHeader
        title={t('office.calendar.title')}
        aside={
          <Select
            aria-label={t('office.calendar.year')}
            size="sm"
            w={110}
            allowDeselect={false}
            data={years}
            value={String(year)}
            onChange={(value) => setYear(Number(value ?? thisYear))}
          />
        }
      >
        {t('office.calendar.hint')}
      </PageHeader>
      <Calculator />
      {calendar.error && <ProblemNotice error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.isPending ? (
        <Skeleton h={420} />
      ) : (
        <div className={classes['year']}>
          {Array.from({ length: 12 }, (_, i) => (
            <MonthGrid
              key={i}
              year={year}
              month={i + 1}
              days={days}
              {...(may('calendar:write') ? { onChoose: setEditing } : {})}
            />
          ))}
        </div>
      )}
      <section className="q-surface q-pad">
        <Title order={2} mb="xs">
          {t('office.calendar.listTitle')}
        </Title>
        {calendar.isSuccess && days.size === 0 && <Text c="dimmed">{t('office.calendar.none')}</Text>}
        <ul className={classes['list']}>
          {calendar.data?.map((day) => (
            <li key={day.date}>
              <i className={classes['swatch']} data-kind={day.kind} aria-hidden /> <b>{longDay(day.date)}</b>{' '}
              {t(`dayKind.${day.kind}`).toLowerCase()}
              {day.name ? `: ${label(day.name)}` : ''}
              {day.provisional && <span className="q-dim"> ({t('office.calendar.provisional').toLowerCase()})</span>}
            </li>
          ))}
        </ul>
      </section>
      {editing && <CalendarDayDialog date={editing} day={days.get(editing)} onClose={() => setEditing(null)} />}
    </>
  )
}

function Calculator() {
  const { t } = useText()
  const { longDay, label } = useFormat()
  const [from, setFrom] = useState<string | null>(today())
  const [workingDays, setWorkingDays] = useState<number | null>(15)
  const result = useQuery({
    ...calendarQueries.add(from ?? '', workingDays ?? 0),
    enabled: from !== null && workingDays !== null && workingDays <= 1000,
  }).data
  return (
    <section className="q-surface q-pad" style={{ marginBottom: '1rem' }}>
      <Title order={2} mb="xs">
        {t('office.calendar.calculator')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DayInput label={t('office.calendar.calcFrom')} value={from} onChange={setFrom} />
        <CountInput label={t('office.calendar.calcDays')} value={workingDays} onChange={setWorkingDays} />
        <div aria-live="polite">
          {result && (
            <>
              <Text fw={650} fz="1.125rem">
                {t('office.calendar.calcResult', { day: longDay(result.date) })}
              </Text>
              <Text size="sm" c="dimmed">
                {label(result.explained)}
                {result.provisional && ` ${t('office.calendar.calcProvisional')}`}
              </Text>
            </>
          )}
        </div>
      </SimpleGrid>
    </section>
  )
}
