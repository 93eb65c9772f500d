import { type Day, addDays } from '@qorgan/shared/dates'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { type WorkingCalendar, isWorkingDay } from '@qorgan/shared/working-days'
import type { Random } from './random.ts'

/** How much comes in each month of a year: vouchers before summer, aid before school and New Year. */
const seasons: Record<AppealCategory, number[]> = {
  pay: [8, 10, 11, 10, 9, 10, 8, 8, 10, 11, 12, 11],
  labour_protection: [10, 10, 10, 10, 9, 8, 8, 8, 10, 11, 11, 10],
  legal: [9, 10, 11, 10, 10, 9, 8, 8, 10, 10, 10, 9],
  sanatorium: [5, 8, 10, 13, 16, 17, 15, 13, 8, 7, 6, 5],
  material_aid: [6, 8, 10, 10, 10, 9, 8, 15, 10, 10, 11, 14],
}

/** Draws days of receipt out of the working days of a period. */
export function receiptDays(
  random: Random,
  calendar: WorkingCalendar,
  category: AppealCategory,
  from: Day,
  to: Day,
): (months?: readonly number[]) => Day {
  const days: Day[] = []
  const upTo: number[] = []
  let sum = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue
    sum += seasons[category][Number(day.slice(5, 7)) - 1]!
    days.push(day)
    upTo.push(sum)
  }
  const draw = () => {
    const at = random.next() * sum
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! > at) high = middle
      else low = middle + 1
    }
    return days[low]!
  }
  return (months) => {
    let day = draw()
    const fits = () => !months || months.includes(Number(day.slice(5, 7)))
    for (let attempt = 0; attempt < 30 && !fits(); attempt++) day = draw()
    return day
  }
}
