import { type SpecialDay, workingCalendar } from './working-days.ts'

/** The special days of 2024-2027 that fall on weekdays, and the worked days of weekends; checked against the law's. */
const daysOff = `
2024-01-01 2024-01-02 2024-03-08 2024-03-21 2024-03-22 2024-03-25 2024-05-01 2024-05-07 2024-05-08 2024-05-09
2024-07-08 2024-08-30 2024-10-25 2024-12-16
2025-01-01 2025-01-02 2025-01-03 2025-01-07 2025-03-10 2025-03-21 2025-03-24 2025-03-25 2025-05-01 2025-05-07
2025-05-09 2025-06-06 2025-07-07 2025-09-01 2025-10-27 2025-12-16
2026-01-01 2026-01-02 2026-01-07 2026-03-09 2026-03-23 2026-03-24 2026-03-25 2026-05-01 2026-05-07 2026-05-11
2026-05-27 2026-07-06 2026-10-26 2026-12-16
2027-01-01 2027-01-04 2027-01-07 2027-03-08 2027-03-15 2027-03-22 2027-03-23 2027-03-24 2027-05-03 2027-05-07
2027-05-10 2027-07-06 2027-10-25 2027-12-16`
  .trim()
  .split(/\s+/)

export const specialDays: SpecialDay[] = [
  ...daysOff.map((date): SpecialDay => ({ date, kind: 'holiday', provisional: false })),
  { date: '2024-05-04', kind: 'working', provisional: false },
  { date: '2025-01-05', kind: 'working', provisional: false },
  { date: '2027-05-16', kind: 'day_off', provisional: true },
]
export const calendar2024To2027 = workingCalendar(specialDays, { first: 2024, last: 2027 })
