import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'

/** A number, or that it is too small to be shown. */
export function Figure({ value, money = false }: { value: number | null; money?: boolean }) {
  const { t } = useText()
  const { number, tenge } = useFormat()
  if (value === null)
    return (
      <span className="q-dim" title={t('counsel.report.hiddenTitle')}>
        {t('counsel.report.hidden')}
      </span>
    )
  return money ? tenge(value) : number(value)
}
