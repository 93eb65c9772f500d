import { ActionIcon, Button, Group, SegmentedControl, Text } from '@mantine/core'
import { addDays, type Day, firstOfMonth, monthOf } from '@qorgan/shared/dates'
import { dayWords } from '@qorgan/shared/day-words'
import { IconChevronLeft, IconChevronRight, IconDeviceMobile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { months } from '../reports/periods.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { CalendarGrid } from './CalendarGrid.tsx'
import classes from './CaseCalendar.module.css'
import { CalendarLinkDialog } from './CalendarLinkDialog.tsx'
import { caseCalendarQueries } from './queries.ts'
import { calendarSpan, type CalendarSearch, CalendarView, stepFrom } from './search.ts'

const route = getRouteApi('/_app/case-calendar')
const kinds = ['hearing', 'deadline'] as const

const daysOf = ({ from }: { from: Day }) => Array.from({ length: 7 }, (_, n) => addDays(from, n))

/** Courts and terms of all cases that one may see, a month or a week at a time. */
export function CaseCalendarPage() {
  const { t } = useText()
  const { longDay, locale } = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const entries = useQuery(caseCalendarQueries.entries(search))
  const [linking, setLinking] = useState(false)
  const view = search.view ?? 'month'
  const on = search.on ?? today()
  const span = calendarSpan(search)
  const go = (patch: CalendarSearch) =>
    void navigate({ search: (now) => ({ ...now, ...patch }), replace: true, resetScroll: false })
  useHotkeys({
    PageUp: (event) => {
      event.preventDefault()
      go({ on: stepFrom(search, -1) })
    },
    PageDown: (event) => {
      event.preventDefault()
      go({ on: stepFrom(search, 1) })
    },
  })
  const month = months.find((one) => one === Number(on.slice(5, 7))) ?? 1
  const name = t(`months.m${month}`)
  const title =
    view === 'month'
      ? t('counsel.calendar.month', { month: name, lower: name.toLowerCase(), year: on.slice(0, 4) })
      : monthOf(span.from) === monthOf(span.to)
        ? dayWords[locale].days(daysOf(span), true)
        : `${longDay(span.from)} – ${longDay(span.to)}`
  const chosen = search.kind?.length === 1 ? search.kind[0] : 'all'
  return (
    <>
      <PageHeader
        title={t('counsel.calendar.title')}
        aside={
          <Button
            variant="default"
            leftSection={<IconDeviceMobile size={18} aria-hidden />}
            onClick={() => setLinking(true)}
          >
            {t('counsel.calendar.link')}
          </Button>
        }
      />
      <div className={`${classes['bar']} q-no-print`}>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t(`counsel.calendar.previous.${view}`)}
            onClick={() => go({ on: stepFrom(search, -1) })}
          >
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t(`counsel.calendar.next.${view}`)}
            onClick={() => go({ on: stepFrom(search, 1) })}
          >
            <IconChevronRight size={20} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => go({ on: today() })}>
            {t('state.today')}
          </Button>
        </Group>
        <Text component="h2" className={classes['title'] ?? ''} aria-live="polite">
          {title}
        </Text>
        <Group gap="xs">
          <SegmentedControl
            aria-label={t('counsel.calendar.what')}
            value={chosen ?? 'all'}
            onChange={(value) => {
              const kind = kinds.find((one) => one === value)
              void navigate({
                search: ({ kind: _kind, ...rest }) => (kind ? { ...rest, kind: [kind] } : rest),
                replace: true,
                resetScroll: false,
              })
            }}
            data={(['all', ...kinds] as const).map((value) => ({ value, label: t(`counsel.calendar.kinds.${value}`) }))}
          />
          <SegmentedControl
            aria-label={t('counsel.calendar.view')}
            value={view}
            onChange={(value) => go({ view: CalendarView.options.find((one) => one === value) ?? 'month' })}
            data={CalendarView.options.map((value) => ({ value, label: t(`counsel.calendar.views.${value}`) }))}
          />
        </Group>
      </div>
      {entries.error && <ProblemNotice error={entries.error} onRetry={() => void entries.refetch()} />}
      <CalendarGrid
        view={view}
        span={span}
        month={firstOfMonth(on)}
        on={on}
        entries={entries.data}
        stale={entries.isPlaceholderData}
        label={title}
        onGo={go}
      />
      {linking && <CalendarLinkDialog onClose={() => setLinking(false)} />}
    </>
  )
}
