import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { formatNumber, parseTenge } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'type'> {
  value: number | null
  onChange: (value: number | null) => void
}

/** Whole tenge: takes what is typed or pasted from a sheet, groups it when the person has finished. */
export function AmountInput({ value, onChange, error, ...props }: Props) {
  const { t, locale } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? '' : formatNumber(locale, value))
  const wrong = typed !== null && typed.trim() !== '' && parseTenge(typed) === null
  return (
    <TextInput
      {...props}
      inputMode="numeric"
      autoComplete="off"
      rightSection={
        <span aria-hidden className="q-dim">
          ₸
        </span>
      }
      rightSectionPointerEvents="none"
      classNames={{ input: 'q-num' }}
      value={shown}
      error={wrong ? t('problem.field.invalid_type') : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(parseTenge(event.currentTarget.value))
      }}
      onBlur={() => {
        if (!wrong) setTyped(null)
      }}
    />
  )
}
