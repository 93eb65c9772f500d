import { AppealCategory } from '@qorgan/shared/organisation'
import { useId } from 'react'
import { useText } from '../i18n/i18n.ts'
import classes from './AppealForm.module.css'

interface Props {
  value: AppealCategory | null
  onChange: (category: AppealCategory) => void
  error?: string | undefined
}

/** The five categories of the report, in its order: five keys away from each other. */
export function CategoryChoice({ value, onChange, error }: Props) {
  const { t } = useText()
  const id = useId()
  return (
    <fieldset className={classes['choice']} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={classes['legend']}>
        {t('appealForm.category')}{' '}
        <span aria-hidden className="q-attention">
          *
        </span>
      </legend>
      <div className={classes['options']}>
        {AppealCategory.options.map((category) => (
          <label key={category} className={classes['option']}>
            <input
              type="radio"
              name={id}
              value={category}
              required
              data-invalid-group={error ? true : undefined}
              checked={value === category}
              onChange={() => onChange(category)}
            />
            <span>{t(`categoryShort.${category}`)}</span>
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
