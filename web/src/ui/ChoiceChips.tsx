import { useId } from 'react'
import type { Option } from './FilterMenu.tsx'
import classes from './ChoiceChips.module.css'

/** A word of so many letters needs the whole of a chip; a longer one, a wider chip. */
const [longWord, wideWord] = [12, 14]
const longest = (options: readonly Option[]) =>
  Math.max(...options.flatMap(({ label }) => label.split(/[\s-]+/).map((word) => word.length)))

interface Props<V extends string> {
  label: string
  options: readonly Option<V>[]
  value: V | null
  onChange: (value: V) => void
  required?: boolean
  error?: string | undefined
  /** In a dialog it is where the focus starts. */
  autoFocus?: boolean
}

/** A few values side by side, as large targets; arrows walk among them, as among any radio buttons. */
export function ChoiceChips<V extends string>(props: Props<V>) {
  const { label, options, value, onChange, required = false, error, autoFocus = false } = props
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
      <div
        className={classes['options']}
        data-long={longest(options) >= longWord || undefined}
        data-wide={longest(options) >= wideWord || undefined}
      >
        {options.map((option, i) => (
          <label key={option.value} className={classes['option']}>
            <input
              type="radio"
              name={id}
              value={option.value}
              required={required}
              data-autofocus={(autoFocus && (value === null ? i === 0 : value === option.value)) || undefined}
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
