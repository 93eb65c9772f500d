import { LegalCaseStatus, type LegalCasesSummary } from '@qorgan/shared/legal-cases'
import listClasses from '../appeals/AppealList.module.css'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import type { CaseSearch } from './search.ts'

interface Props {
  summary: LegalCasesSummary
  search: CaseSearch
  onChange: (search: CaseSearch) => void
}

/** Exact counts and sums of what the filters find; each count opens its part. */
export function CaseCounts({ summary, search, onChange }: Props) {
  const { t } = useText()
  const { number, tenge } = useFormat()
  const chosen = search.status
  return (
    <div className={listClasses['counts']}>
      {LegalCaseStatus.options
        .filter((status) => (summary.byStatus[status] ?? 0) > 0 || chosen?.includes(status))
        .map((status) => {
          const pressed = chosen?.length === 1 && chosen[0] === status
          return (
            <button
              key={status}
              type="button"
              className={listClasses['count']}
              aria-pressed={pressed}
              onClick={() => {
                const { status: _status, ...rest } = search
                onChange(pressed ? rest : { ...rest, status: [status] })
              }}
            >
              {t(`legal.status.${status}`)} <b>{number(summary.byStatus[status] ?? 0)}</b>
            </button>
          )
        })}
      {summary.money && summary.money.allotted > 0 && (
        <span className={listClasses['sums']}>
          {t('legal.list.allotted')} <b className="q-nowrap">{tenge(summary.money.allotted)}</b>
          {' · '}
          {t('legal.list.committed').toLowerCase()} <b className="q-nowrap">{tenge(summary.money.committed)}</b>
          {' · '}
          {t('legal.list.paid').toLowerCase()} <b className="q-nowrap">{tenge(summary.money.paid)}</b>
        </span>
      )}
    </div>
  )
}
