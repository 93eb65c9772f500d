import { CloseButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'

interface Found {
  id: string
  number: string
}
interface Props {
  label: string
  description?: string
  placeholder: string
  value: Found | null
  find: (number: string) => Promise<Found | null>
  onChange: (value: Found | null) => void
  error?: string | undefined
  autoFocus?: boolean
}

/** A record is named by its number, as on paper; what it is gets looked up when the person has typed it. */
export function NumberField({
  label,
  description,
  placeholder,
  value,
  find,
  onChange,
  error,
  autoFocus = false,
}: Props) {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [unknown, setUnknown] = useState(false)
  const look = async () => {
    const wanted = typed.trim().toUpperCase()
    if (wanted === '') return setUnknown(false)
    const found = await find(wanted).catch(() => null)
    setUnknown(found === null)
    if (!found) return
    setTyped('')
    onChange(found)
  }
  return (
    <TextInput
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={placeholder}
      maxLength={40}
      readOnly={value !== null}
      value={value?.number ?? typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void look()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || value !== null || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        void look()
      }}
      error={unknown ? t('legal.form.numberUnknown') : error}
      rightSection={
        value && <CloseButton aria-label={`${t('action.clear')}: ${label}`} onClick={() => onChange(null)} />
      }
    />
  )
}
