import type { Payment } from '@qorgan/shared/case-money'
import { Link } from '@tanstack/react-router'
import listClasses from '../appeals/AppealList.module.css'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { usePaymentWords } from './payment-words.ts'
import classes from './Statement.module.css'
import type { Line, StatementDay } from './statement-lines.ts'

interface Props {
  days: readonly StatementDay[]
  /** Of the whole period, from the server: equal to the lines once they are all here. */
  totals: { paid: number; refunded: number } | undefined
}

/** The lines of a bank's statement, day by day; on paper and in a screen reader it is one table. */
export function Statement({ days, totals }: Props) {
  const { t } = useText()
  const { number } = useFormat()
  return (
    <table className={classes['table']} aria-label={t('counsel.statement.tableLabel')}>
      <thead>
        <tr>
          {(['date', 'document', 'case', 'what'] as const).map((key) => (
            <th key={key} scope="col" data-column={key}>
              {t(`counsel.statement.column.${key}`)}
            </th>
          ))}
          {(['out', 'back'] as const).map((key) => (
            <th key={key} scope="col" data-column={key} className="q-num">
              {t(`counsel.statement.column.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      {days.map((day) => (
        <tbody key={day.on}>
          {day.lines.map((line, index) => (
            <StatementLine
              key={line.id}
              line={line}
              first={index === 0}
              last={index > 0 && index === day.lines.length - 1 && line.refund === null}
              day={day}
            />
          ))}
        </tbody>
      ))}
      {totals && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t('reports.totals')}
            </th>
            <td className="q-num">{number(totals.paid)}</td>
            <td className="q-num">{number(totals.refunded)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

interface LineProps {
  line: Line
  first: boolean
  /** The last of several payments of a day: what they come to together. */
  last: boolean
  day: StatementDay
}

function StatementLine({ line, first, last, day }: LineProps) {
  const { t } = useText()
  const format = useFormat()
  const { number } = format
  const words = usePaymentWords()
  const names = useUnitNames()
  const { payment, refund } = line
  return (
    <tr data-void={payment.voidedAt === null ? undefined : true} data-first={first || undefined}>
      <td data-column="date">
        <span className={first ? 'q-nowrap' : `q-nowrap ${classes['again']}`}>{format.day(line.on)}</span>
      </td>
      <td data-column="document">
        {line.document}
        <Flags payment={payment} />
      </td>
      <td data-column="case">
        <Link to="/cases/$caseId" params={{ caseId: payment.caseId }} className={listClasses['number']}>
          {payment.caseNumber}
        </Link>
        <div className={classes['unit']} title={names.unit(payment.branchId)}>
          {names.unit(payment.branchId)}
        </div>
      </td>
      <td data-column="what">
        {payment.lawyerName ?? words.forWhat(payment)}
        <div className={listClasses['second']}>
          {refund
            ? `${t('counsel.statement.refundOf')}: ${payment.document}`
            : payment.lawyerName && words.forWhat(payment)}
        </div>
      </td>
      <td data-column="out" className="q-num">
        {refund === null && <b>{number(payment.amount)}</b>}
        {last && <div className={classes['daySum']}>{t('counsel.statement.dayTotal', { sum: number(day.out) })}</div>}
      </td>
      <td data-column="back" className="q-num">
        {refund && <b>{number(refund.amount)}</b>}
      </td>
    </tr>
  )
}

function Flags({ payment }: { payment: Payment }) {
  const { t } = useText()
  if (payment.voidedAt)
    return (
      <div className={classes['note']}>
        {t('counsel.payments.voided')} {payment.voidReason}
      </div>
    )
  return payment.sameDocument && <div className="q-attention">{t('counsel.statement.double')}</div>
}
