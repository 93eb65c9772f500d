import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useDebounced } from '../platform/debounced.ts'
import { organisationQueries } from './queries.ts'

interface Props {
  label: string
  value: string | null
  onChange: (id: string | null) => void
  error?: string | undefined
  size?: string
}

/** Employers are many, so the server searches them, by name or BIN. */
export function EmployerSelect({ label, value, onChange, error, size = 'md' }: Props) {
  const { t } = useText()
  const { label: say } = useFormat()
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), 250)
  const chosen = useQuery({ ...organisationQueries.employer(value ?? ''), enabled: value !== null }).data
  const chosenName = chosen ? say(chosen.name) : ''
  const found = useQuery({
    ...organisationQueries.employers(text === chosenName ? '' : text),
    placeholderData: keepPreviousData,
  })
  const options = new Map((found.data?.items ?? []).map((one) => [one.id, say(one.name)]))
  if (chosen && chosen.id === value) options.set(chosen.id, chosenName)
  return (
    <Select
      size={size}
      label={label}
      placeholder={t('appealForm.employerHint')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      data={[...options].map(([id, name]) => ({ value: id, label: name }))}
      filter={({ options: all }) => all}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      error={error}
      nothingFoundMessage={found.isFetching ? t('app.loading') : t('state.nothingFound')}
    />
  )
}
