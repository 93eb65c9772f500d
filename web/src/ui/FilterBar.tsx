import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { DayInput } from './DayInput.tsx'
import classes from './FilterBar.module.css'
import { FilterPills } from './FilterPills.tsx'

interface Props {
  children: ReactNode
  /** Behind a button: seldom needed. */
  further?: ReactNode
  /** What is in force, in words. */
  pills?: ComponentProps<typeof FilterPills>
}

/** What a list is narrowed by: the first field takes the room that is left. */
export function FilterBar({ children, further, pills }: Props) {
  const { t } = useText()
  const [more, setMore] = useState(false)
  return (
    <search className={`${classes['bar']} q-no-print`} aria-label={t('action.filters')}>
      {children}
      {further && (
        <Button
          variant="default"
          fw={500}
          aria-expanded={more}
          leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
          onClick={() => setMore((now) => !now)}
        >
          {t('appeals.filter.more')}
        </Button>
      )}
      {more && <div className={classes['further']}>{further}</div>}
      {pills && (
        <div className={classes['pills']}>
          <FilterPills {...pills} />
        </div>
      )}
    </search>
  )
}

interface DayProps {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}

export function FilterDay({ label, value, onChange }: DayProps) {
  return (
    <div className={classes['day']}>
      <DayInput size="sm" label={label} value={value ?? null} onChange={(day) => onChange(day ?? undefined)} />
    </div>
  )
}
