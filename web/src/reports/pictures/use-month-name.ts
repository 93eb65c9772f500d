import { useText } from '../../i18n/i18n.ts'
import { months } from '../periods.ts'

/** `2026-07` is "Июль": the year stands above the picture. */
export function useMonthName(): (key: string) => string {
  const { t } = useText()
  return (key) => {
    const month = months.find((one) => one === Number(key.slice(5, 7)))
    return month ? t(`months.m${month}`) : key
  }
}
