import { Pill, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { EmployerSelect } from '../organisation/EmployerSelect.tsx'
import { organisationQueries } from '../organisation/queries.ts'
import classes from './Lawyers.module.css'

interface Props {
  value: readonly string[]
  onChange: (ids: string[]) => void
  error?: string | undefined
}

/** Employers are many: each is found by its name and added to the list. */
export function EmployersField({ value, onChange, error }: Props) {
  const { t } = useText()
  // A new select after each choice, so that it is empty for the next.
  const [round, setRound] = useState(0)
  return (
    <div>
      <EmployerSelect
        key={round}
        label={t('counsel.lawyers.field.employers')}
        value={null}
        onChange={(id) => {
          if (id && !value.includes(id)) onChange([...value, id])
          setRound((now) => now + 1)
        }}
        error={error}
      />
      <Text size="sm" c="dimmed">
        {t('counsel.lawyers.field.employersHint')}
      </Text>
      {value.length > 0 && (
        <div className={classes['pills']}>
          {value.map((id) => (
            <EmployerPill key={id} id={id} onRemove={() => onChange(value.filter((one) => one !== id))} />
          ))}
        </div>
      )}
    </div>
  )
}

function EmployerPill({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useText()
  const { label } = useFormat()
  const employer = useQuery(organisationQueries.employer(id)).data
  const name = employer ? label(employer.name) : '…'
  return (
    <Pill
      size="md"
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': `${t('action.remove')}: ${name}`, tabIndex: 0, 'aria-hidden': false }}
    >
      {name}
    </Pill>
  )
}
