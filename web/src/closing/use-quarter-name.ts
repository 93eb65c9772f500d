import { useText } from '../i18n/i18n.ts'

export const roman = ['I', 'II', 'III', 'IV']

/** `2026Q3` in words: "III квартал 2026 г." */
export function useQuarterName(): (key: string) => string {
  const { t } = useText()
  return (key) => {
    const number = key.slice(5)
    return t('closing.quarterName', { year: key.slice(0, 4), number, roman: roman[Number(number) - 1] ?? number })
  }
}
