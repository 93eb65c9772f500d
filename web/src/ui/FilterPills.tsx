import { Button, Pill } from '@mantine/core'
import { useText } from '../i18n/i18n.ts'
import classes from './FilterPills.module.css'

export interface Applied {
  key: string
  name: string
  value: string
}

/** Every filter that is in force, in words, each with its own way out. */
export function FilterPills({
  applied,
  onRemove,
  onReset,
}: {
  applied: readonly Applied[]
  onRemove: (key: string) => void
  onReset: () => void
}) {
  const { t } = useText()
  if (applied.length === 0) return null
  return (
    <div className={classes['pills']}>
      {applied.map(({ key, name, value }) => (
        <Pill
          key={key}
          size="md"
          withRemoveButton
          onRemove={() => onRemove(key)}
          removeButtonProps={{
            'aria-label': t('appeals.filter.removeOne', { name }),
            tabIndex: 0,
            'aria-hidden': false,
          }}
        >
          {value === '' ? name : `${name}: ${value}`}
        </Pill>
      ))}
      <Button variant="subtle" size="xs" onClick={onReset}>
        {t('appeals.filter.reset')}
      </Button>
    </div>
  )
}
