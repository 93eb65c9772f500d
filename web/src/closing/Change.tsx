import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

/** More is neither good nor bad here: a sign and no colour. */
export function Change({ value }: { value: number }) {
  const { t } = useText()
  const { number } = useFormat()
  if (value === 0) return <span className="q-dim">{t('closing.figures.same')}</span>
  return (
    <>
      {value > 0 ? '+' : '−'}
      {number(Math.abs(value))}
    </>
  )
}
