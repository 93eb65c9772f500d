import { useId } from 'react'
import type { Option } from './FilterMenu.tsx'
import classes from './ChoiceChips.module.css'

/** A word that would not fit a chip of the usual width. */
const hasLongWord = ({ label }: Option) => label.split(/\s+/).some((word) => word.length > 13)

interface Props<V extends string> {
  label: string
  options: readonly Option<V>[]
  value: V | null
  onChange: (value: V) => void
  required?: boolean
  error?: string | undefined
}

/** A few values side by side, as large targets; arrows walk among them, as among any radio buttons. */
export function ChoiceChips<V extends string>({ label, options, value, onChange, required = false, error }: Props<V>) {
  const id = useId()
  return (
    <fieldset className={classes['choice']} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={classes['legend']}>
        {label}{' '}
        {required && (
          <span aria-hidden className="q-attention">
            *
          </span>
        )}
      </legend>
      <div className={classes['options']} data-wide={options.some(hasLongWord) || undefined}>
        {options.map((option) => (
          <label key={option.value} className={classes['option']}>
            <input
              type="radio"
              name={id}
              value={option.value}
              required={required}
              data-invalid-group={error ? true : undefined}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className={classes['error']}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
