import { type KeyboardEvent, useState } from 'react'
import { formatNumber, parseTenge } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import classes from './Batch.module.css'

interface Props {
  cell: string
  label: string
  value: number | null
  /** Shown in grey where the row has nothing of its own. */
  common: number | null
  onChange: (value: number | null) => void
  onMove: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** A cell of the sheet: light enough for five hundred rows. */
export function CellAmount({ cell, label, value, common, onChange, onMove }: Props) {
  const { locale } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && typed.trim() !== '' && parseTenge(typed) === null
  return (
    <input
      className={`${classes['cell']} q-num`}
      data-cell={cell}
      onKeyDown={onMove}
      aria-label={label}
      aria-invalid={wrong || undefined}
      inputMode="numeric"
      autoComplete="off"
      placeholder={common === null ? '' : formatNumber(locale, common)}
      value={typed ?? (value === null ? '' : formatNumber(locale, value))}
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
