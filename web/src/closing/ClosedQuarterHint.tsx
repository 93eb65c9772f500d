import type { Day } from '@qorgan/shared/dates'
import type { AppealLevel } from '@qorgan/shared/effects'
import { IconLock } from '@tabler/icons-react'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { LinkAnchor } from '../ui/links.tsx'
import classes from './ClosedQuarterHint.module.css'
import { useClosedQuarters } from './use-closed-quarters.ts'
import { useQuarterName } from './use-quarter-name.ts'

interface Props {
  act: 'enter' | 'change' | 'takeOut'
  /** As they stand on the form. */
  days?: readonly (Day | null)[]
  /** Of the appeal; without one a level that every quarter counts. */
  level?: AppealLevel | null
  /** The closed quarters that count the record now. */
  standing?: readonly (string | null)[]
}

/** What is written now changes a closed quarter: said before it is saved, in the way of nothing. */
export function ClosedQuarterHint({ act, days = [], level, standing = [] }: Props) {
  const { t } = useText()
  const nameOf = useQuarterName()
  const found = useClosedQuarters(days, level)
  const keys = [...new Set([...standing.filter((key) => key !== null), ...found])].toSorted()
  return (
    <div role="status">
      {keys.length > 0 && (
        <p className={classes['hint']}>
          <IconLock size={18} aria-hidden />
          <span>
            {t('closing.late.closed', { count: keys.length, quarters: keys.map(nameOf).join(', ') })}.{' '}
            {t(`closing.late.${act}`)}
          </span>
        </p>
      )}
    </div>
  )
}

/** That a record stands in a closed quarter. */
export const ClosedQuarterMark = ({ quarter }: { quarter: string }) => (
  <span className={classes['mark']}>
    <IconLock size={16} aria-hidden />
    <ClosedQuarter quarter={quarter} />
  </span>
)

/** After it was saved: where it shows now. */
export function EnteredLate({ quarter }: { quarter: string | null | undefined }) {
  const { t } = useText()
  if (!quarter) return null
  return (
    <p className={classes['hint']}>
      <IconLock size={18} aria-hidden />
      <span>
        <ClosedQuarter quarter={quarter} />. {t('closing.late.entered')}
      </span>
    </p>
  )
}

/** For those who read quarters the way there: what changed since is its last part. */
function ClosedQuarter({ quarter }: { quarter: string }) {
  const { t } = useText()
  const may = useMay()
  const nameOf = useQuarterName()
  const words = t('closing.late.closed', { count: 1, quarters: nameOf(quarter) })
  if (!may('closing:read')) return words
  return (
    <LinkAnchor to="/quarters/$key" params={{ key: quarter }} inherit>
      {words}
    </LinkAnchor>
  )
}
