import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'

/** `12,3 млн`: what fits on an axis or a bar; the table beside it has every digit. */
export function useShort(): (value: number) => string {
  const { t } = useText()
  const { number } = useFormat()
  return (value) => {
    if (Math.abs(value) >= 999_500) {
      const millions = value / 1_000_000
      return `${number(Math.abs(millions) >= 100 ? Math.round(millions) : Math.round(millions * 10) / 10)}\u00a0${t('figures.pictures.million')}`
    }
    if (Math.abs(value) >= 10_000) return `${number(Math.round(value / 1000))}\u00a0${t('figures.pictures.thousand')}`
    return number(value)
  }
}
