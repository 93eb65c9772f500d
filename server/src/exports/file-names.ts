import type { Locale } from '@qorgan/shared/fields'
import type { Day } from '@qorgan/shared/dates'

/** `Обращения 22.11.2026.xlsx`: what it is, of which days, in the language of the file. */
export function fileName(title: string, days: readonly Day[], locale: Locale, extension: string): string {
  const written = days.map((day) => (locale === 'en' ? day : day.split('-').toReversed().join('.')))
  return `${title} ${[...new Set(written)].join('–')}.${extension}`.replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
}
