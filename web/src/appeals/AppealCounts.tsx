import type { AppealsSummary } from '@qorgan/shared/appeals'
import { AppealStatus } from '@qorgan/shared/effects'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './AppealList.module.css'
import type { AppealSearch } from './queries.ts'

interface Props {
  summary: AppealsSummary
  search: AppealSearch
  onChange: (search: AppealSearch) => void
}

/** Exact counts of what the filters find; each opens its part. */
export function AppealCounts({ summary, search, onChange }: Props) {
  const { t } = useText()
  const { number, tenge } = useFormat()
  const chosen = search.status
  return (
    <div className={classes['counts']}>
      {AppealStatus.options
        .filter((status) => (summary.byStatus[status] ?? 0) > 0 || chosen?.includes(status))
        .map((status) => {
          const pressed = chosen?.length === 1 && chosen[0] === status
          return (
            <button
              key={status}
              type="button"
              className={classes['count']}
              aria-pressed={pressed}
              onClick={() => {
                const { status: _status, ...rest } = search
                onChange(pressed ? rest : { ...rest, status: [status] })
              }}
            >
              {t(`status.${status}`)} <b>{number(summary.byStatus[status] ?? 0)}</b>
            </button>
          )
        })}
      <span className={classes['sums']}>
        {t('home.effectReceived')} <b>{tenge(summary.effect.received)}</b>
      </span>
    </div>
  )
}
