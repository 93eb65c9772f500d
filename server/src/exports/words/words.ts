import type { Label, Locale } from '@qorgan/shared/fields'
import { en } from './en.ts'
import { kk } from './kk.ts'
import { ru } from './ru.ts'

export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
export type Words = Texts<typeof ru>

const languages: Record<Locale, Words> = { ru, kk, en }
export const wordsOf = (locale: Locale): Words => languages[locale]

/** A name in a language; a directory need not have it in English. */
export const inLanguage = ({ ru: russian, kk: kazakh, en: english }: Label, locale: Locale): string =>
  locale === 'kk' ? kazakh : locale === 'en' ? (english ?? russian) : russian
