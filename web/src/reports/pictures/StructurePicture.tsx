import { Title } from '@mantine/core'
import type { AppealsReport } from '@qorgan/shared/reports'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { useShare } from '../movement/use-share.ts'
import { totalColumn } from '../cell-links.ts'
import { FigureLink } from './FigureLink.tsx'
import classes from './Pictures.module.css'
import { metrics } from './search.ts'
import { targetOf } from './targets.ts'

interface Props {
  report: AppealsReport
  branchId: string[] | undefined
}

/** Shares of the five categories, in appeals and in money: the table is the picture, a bar beside every number. */
export function StructurePicture({ report, branchId }: Props) {
  const { t } = useText()
  const { label, count, number } = useFormat()
  const share = useShare()
  const column = totalColumn(report)
  const question = { rows: 'category' as const, ...(branchId ? { branchId } : {}) }
  const total = report.totals['total']
  return (
    <section className={`q-surface q-pad ${classes['wide']}`}>
      <Title order={2}>{t('figures.pictures.structure')}</Title>
      <div className={classes['pair']}>
        {metrics.map((metric) => {
          const whole = total?.[metric] ?? 0
          return (
            <table key={metric} className={classes['bars']}>
              <caption>{t(`figures.pictures.${metric}`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('figures.pictures.category')}</th>
                  <th scope="col">{t(`figures.pictures.${metric}`)}</th>
                  <th scope="col">{t('figures.pictures.share')}</th>
                </tr>
              </thead>
              <tbody>
                {report.rows.map((row) => {
                  const value = row.total[metric]
                  const words = metric === 'count' ? count(value) : number(value)
                  return (
                    <tr key={row.key}>
                      <th scope="row">
                        {label(row.label)}
                        <span className={classes['track']} aria-hidden>
                          <span style={{ width: `${whole === 0 ? 0 : (100 * value) / whole}%` }} />
                        </span>
                      </th>
                      <td>
                        <FigureLink
                          target={value > 0 && column ? targetOf(metric, question, column, row.key) : null}
                          label={t('figures.pictures.barOf', {
                            name: `${t(`figures.pictures.${metric}`)}, ${label(row.label)}`,
                            value: words,
                          })}
                        >
                          {words}
                        </FigureLink>
                      </td>
                      <td className="q-dim">{share(whole === 0 ? null : value / whole)}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          )
        })}
      </div>
    </section>
  )
}
