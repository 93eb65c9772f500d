import { formatNumber } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

/** 640 КБ, 3,2 МБ. */
export function useFileSize() {
  const { t, locale } = useText()
  return (bytes: number): string =>
    bytes < 1_048_576
      ? t('counsel.files.kilobytes', { value: formatNumber(locale, Math.max(1, Math.round(bytes / 1024))) })
      : t('counsel.files.megabytes', { value: formatNumber(locale, Math.round(bytes / 104_857.6) / 10) })
}
