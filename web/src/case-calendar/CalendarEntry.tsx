import type { CaseCalendarEntry } from '@qorgan/shared/hearings'
import { Link } from '@tanstack/react-router'
import { formatInstant, today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './CaseCalendar.module.css'

/** A hearing or a term. Its kind and state are words and shapes; colour only repeats them. */
export function CalendarEntry({ entry, full }: { entry: CaseCalendarEntry; full: boolean }) {
  const { t } = useText()
  const { label } = useFormat()
  const hearing = entry.kind === 'hearing'
  const time = entry.startsAt ? formatInstant(entry.startsAt).slice(11) : null
  const missed = !hearing && !entry.done && entry.on < today()
  const state = entry.done ? 'done' : missed ? 'missed' : 'ahead'
  const what = hearing ? entry.stage && t(`legal.stage.${entry.stage}`) : entry.title && label(entry.title)
  return (
    <Link
      to="/cases/$caseId"
      params={{ caseId: entry.caseId }}
      className={classes['entry']}
      data-kind={entry.kind}
      data-state={state}
    >
      <span className={classes['when']}>
        {hearing ? time : t('counsel.calendar.term')}{' '}
        {state !== 'ahead' && <b>{t(`counsel.calendar.state.${entry.kind}.${state}`)}</b>}
      </span>
      <span className={classes['what']} data-full={full || undefined}>
        {entry.caseNumber}
        {what && <span className={classes['subject']}> · {what}</span>}
      </span>
      {full && (
        <span className={classes['more']}>{[entry.court, entry.lawyers.join(', ')].filter(Boolean).join(' · ')}</span>
      )}
    </Link>
  )
}
