import { LegalOutcome } from '@qorgan/shared/legal-cases'
import type { MedAdvokatFigures } from '@qorgan/shared/reports'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../accounts/may.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import reportClasses from '../Report.module.css'
import { CasesLink } from './CasesLink.tsx'
import { Figure } from './Figure.tsx'
import { listsOf } from './lists.ts'
import type { MedAdvokatReport } from './MedAdvokatTotals.tsx'
import type { MedAdvokatSearch } from './search.ts'

const closedOf = ({ outcomes }: MedAdvokatFigures): number | null =>
  LegalOutcome.options.reduce<number | null>((sum, outcome) => {
    const part = outcomes[outcome]
    return sum === null || part === null ? null : sum + part
  }, 0)

/** Units with a case in the period; the others are one line. */
export function BranchTable({ report, search }: { report: MedAdvokatReport; search: MedAdvokatSearch }) {
  const { t } = useText()
  const { label } = useFormat()
  const all = report.rows ?? []
  const rows = all.filter(({ figures }) => !isEmpty(figures))
  return (
    <ScrollRegion label={t('counsel.report.byBranch')} className={`q-surface ${reportClasses['scroll']}`}>
      <table className={reportClasses['table']}>
        <thead>
          <tr>
            <th scope="col">{t('reports.unit')}</th>
            {(['people', 'cases', 'closed', 'allotted', 'committed', 'paid'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`counsel.report.column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ branchId, label: name, figures }) => (
            <tr key={branchId ?? 'council'}>
              <th scope="row">{label(name)}</th>
              <Cells figures={figures} search={search} unit={branchId ?? 'council'} />
            </tr>
          ))}
          {rows.length < all.length && (
            <tr>
              <th scope="row" colSpan={7}>
                <span className="q-dim">{t('counsel.report.others', { value: all.length - rows.length })}</span>
              </th>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('reports.totals')}</th>
            <Cells figures={report} search={search} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

function isEmpty(figures: MedAdvokatFigures): boolean {
  return [figures.peopleHelped, figures.allotted, figures.committed, figures.paid, closedOf(figures)].every(
    (value) => value === 0,
  )
}

function Cells({ figures, search, unit }: { figures: MedAdvokatFigures; search: MedAdvokatSearch; unit?: string }) {
  const may = useMay()
  const lists = listsOf(search, unit)
  return (
    <>
      <td>
        <CasesLink search={lists.cases()} value={figures.peopleHelped} />
      </td>
      <td>
        <CasesLink search={lists.cases()} value={figures.cases.total} />
      </td>
      <td>
        <CasesLink search={lists.outcomes()} value={closedOf(figures)} />
      </td>
      <td className="q-num">
        <Figure value={figures.allotted} money />
      </td>
      <td className="q-num">
        <Figure value={figures.committed} money />
      </td>
      <td className="q-num">
        {figures.paid && may('caseMoney:read') ? (
          <Link to="/payments" search={lists.payments}>
            <Figure value={figures.paid} money />
          </Link>
        ) : (
          <Figure value={figures.paid} money />
        )}
      </td>
    </>
  )
}
