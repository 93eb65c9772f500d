import type { Locale } from '@qorgan/shared/fields'
import { paperEn } from './paper-en.ts'
import { paperKk } from './paper-kk.ts'
import { paperRu } from './paper-ru.ts'
import type { Texts } from './words.ts'

export type PaperWords = Texts<typeof paperRu>

const languages: Record<Locale, PaperWords> = { ru: paperRu, kk: paperKk, en: paperEn }
export const paperWordsOf = (locale: Locale): PaperWords => languages[locale]

/** `{{name}}` in a text of ours, filled in. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
