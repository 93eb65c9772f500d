import {
  reportMembershipCsv,
  reportMembershipDocx,
  reportMembershipPdf,
  reportMembershipXlsx,
} from '@qorgan/shared/exports'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMay } from '../../accounts/may.ts'
import { ExportMenu } from '../../exports/ExportMenu.tsx'
import { today, useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { memberSearch } from '../../members/search.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { useShare } from '../movement/use-share.ts'
import { IssueButton } from '../issued/IssueButton.tsx'
import { reportQueries } from '../queries.ts'
import reportClasses from '../Report.module.css'
import { ReportAnswer, ReportFrame } from '../ReportFrame.tsx'
import classes from './Membership.module.css'

const route = getRouteApi('/_app/reports_/membership')
const files = {
  xlsx: reportMembershipXlsx,
  docx: reportMembershipDocx,
  pdf: reportMembershipPdf,
  csv: reportMembershipCsv,
}
const kinds = { employed: 'employed', students: 'student', pensioners: 'pensioner' } as const
const columns = ['primaryOrganisations', 'total', 'employed', 'students', 'pensioners'] as const

/** Organisations and members by branch, on any day. */
export function MembershipPage() {
  const { t } = useText()
  const { label, count, longDay } = useFormat()
  const share = useShare()
  const may = useMay()
  const { on = today() } = route.useSearch()
  const navigate = route.useNavigate()
  const report = useQuery(reportQueries.membership(on))
  const isListed = may('members:read')
  return (
    <ReportFrame
      title={t('figures.membership.title')}
      printTitle={t('figures.membership.printTitle')}
      period={longDay(on)}
      actions={
        <>
          <IssueButton report="membership" query={{ on }} />
          <ExportMenu routes={files} query={{ on }} name={t('figures.membership.title')} />
        </>
      }
      controls={
        <div className={reportClasses['controlRow']}>
          <div className={reportClasses['day']}>
            <DayInput
              size="sm"
              label={t('figures.membership.on')}
              value={on}
              onChange={(day) => day && void navigate({ search: { on: day }, replace: true, resetScroll: false })}
            />
          </div>
        </div>
      }
    >
      <ReportAnswer answer={report}>
        {({ rows, totals }) => (
          <>
            <ScrollRegion label={t('figures.membership.tableLabel')} className={`q-surface ${reportClasses['scroll']}`}>
              <table className={`${reportClasses['table']} ${classes['table']}`}>
                <thead>
                  <tr>
                    <th scope="col">{t('figures.membership.branch')}</th>
                    {columns.map((column) => (
                      <th key={column} scope="col">
                        {t(`figures.membership.column.${column}`)}
                      </th>
                    ))}
                    {rows.length > 1 && <th scope="col">{t('figures.membership.column.share')}</th>}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.key}>
                      <th scope="row">{label(row.label)}</th>
                      {columns.map((column) => {
                        const value = count(row[column])
                        if (!isListed || row[column] === 0 || column === 'primaryOrganisations')
                          return (
                            <td key={column} className={row[column] === 0 ? 'q-dim' : undefined}>
                              {value}
                            </td>
                          )
                        return (
                          <td key={column}>
                            <Link
                              to="/members"
                              search={memberSearch({
                                branchId: [row.key],
                                ...(column === 'total' ? {} : { kind: [kinds[column]] }),
                              })}
                              aria-label={t('figures.membership.members', {
                                row: label(row.label),
                                column: t(`figures.membership.column.${column}`),
                                value,
                              })}
                            >
                              {value}
                            </Link>
                          </td>
                        )
                      })}
                      {rows.length > 1 && (
                        <td>
                          <span className={classes['share']}>
                            <span className={classes['bar']} aria-hidden>
                              <span
                                style={{
                                  width: `${(100 * row.total) / Math.max(1, ...rows.map((one) => one.total))}%`,
                                }}
                              />
                            </span>
                            {share(totals.total === 0 ? null : row.total / totals.total)}
                          </span>
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">{t('reports.totals')}</th>
                    {columns.map((column) => (
                      <td key={column}>{count(totals[column])}</td>
                    ))}
                    {rows.length > 1 && <td>{share(totals.total === 0 ? null : 1)}</td>}
                  </tr>
                </tfoot>
              </table>
            </ScrollRegion>
            <ul className={`${reportClasses['footnotes']} ${reportClasses['notes']}`}>
              <li>{t('figures.membership.note')}</li>
            </ul>
          </>
        )}
      </ReportAnswer>
    </ReportFrame>
  )
}
