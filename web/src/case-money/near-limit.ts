import type { CaseMoney } from '@qorgan/shared/legal-cases'

/** From here on somebody should think of the next decision. */
const limit = 80

export const usedPercent = ({ allotted, committed }: CaseMoney): number =>
  allotted === 0 ? 0 : Math.floor((100 * committed) / allotted)

export const isNearLimit = (money: CaseMoney): boolean => usedPercent(money) >= limit
