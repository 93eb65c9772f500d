import type { AppealsReport } from '@qorgan/shared/reports'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { footnotesOf } from './footnotes.ts'
import classes from './Report.module.css'

/** Subtotals, what nobody has confirmed, what was left out, and the footnotes that every print carries. */
export function ReportNotes({ report }: { report: AppealsReport }) {
  const { t } = useText()
  const { number, tenge, label } = useFormat()
  const unconfirmed = report.totals['total']?.unconfirmed ?? 0
  const appeals = (count: number) => t('count.appeals', { count, value: number(count) })
  return (
    <div className={classes['notes']}>
      <dl className={classes['subtotals']}>
        {(['rightsDefence', 'socialSupport'] as const).map((key) => (
          <div key={key}>
            <dt>{t(`reports.${key}`)}</dt>
            <dd>
              <b>{number(report.subtotals[key].count)}</b> ({tenge(report.subtotals[key].effect)})
            </dd>
          </div>
        ))}
      </dl>
      <ul className={classes['footnotes']}>
        {footnotesOf(report).map((note) => (
          <li key={note.key}>
            <sup>{note.mark}</sup> {label(note.text)}
          </li>
        ))}
        <li>{t('reports.standing')}</li>
        {Object.keys(report.corrections).length > 0 && <li>{t('figures.corrections.note')}</li>}
        {unconfirmed > 0 && <li>{t('reports.unconfirmed', { amount: tenge(unconfirmed) })}</li>}
        {report.notCounted.count > 0 && (
          <li>{t('reports.notCounted', { appeals: appeals(report.notCounted.count) })}</li>
        )}
      </ul>
    </div>
  )
}
