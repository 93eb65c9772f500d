import { useFormat } from '../../i18n/format.ts'

/** `86,4 %`; a dash where there is nothing to share. */
export function useShare(): (share: number | null) => string {
  const { locale } = useFormat()
  return (share) => {
    if (share === null) return '—'
    const text = (share * 100).toFixed(1)
    return locale === 'en' ? `${text}%` : `${text.replace('.', ',')}\u00a0%`
  }
}
