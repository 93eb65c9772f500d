import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'type'> {
  value: string
  onChange: (value: string) => void
}

/** 14:30, 14.30, 1430, 9 or 930: an hour as people type it. */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.,\s-]?(\d{2}))?$/.exec(text.trim())
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** The hour of a hearing, typed as on paper. */
export function TimeInput({ value, onChange, error, ...props }: Props) {
  const { t } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && typed.trim() !== '' && parseTime(typed) === null
  return (
    <TextInput
      {...props}
      inputMode="numeric"
      autoComplete="off"
      placeholder="00:00"
      maxLength={5}
      value={typed ?? value}
      error={wrong ? t('problem.field.invalid_format') : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(parseTime(event.currentTarget.value) ?? '')
      }}
      onBlur={() => {
        if (!wrong) setTyped(null)
      }}
    />
  )
}
