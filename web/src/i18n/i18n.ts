import type { Locale } from '@qorgan/shared/fields'
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Texts, Translate } from './texts.ts'

export const locales = ['ru', 'kk', 'en'] as const satisfies readonly Locale[]
/** Each language is called by its own name, in its own language. */
export const localeNames = { ru: 'Русский', kk: 'Қазақша', en: 'English' } as const satisfies Record<Locale, string>

/** A reader loads the texts of one language, not of three. */
const loaders: Record<Locale, () => Promise<Texts>> = {
  ru: async () => (await import('./ru.ts')).ru,
  kk: async () => (await import('./kk.ts')).kk,
  en: async () => (await import('./en.ts')).en,
}
const loaded = new Map<Locale, Texts>()
const stored = 'qorgan.locale'

const isLocale = (text: string | null): text is Locale => locales.some((locale) => locale === text)

/** What this browser used last; else the first language of the browser that we speak, Russian without one. */
export function preferredLocale(): Locale {
  const saved = localStorage.getItem(stored)
  if (isLocale(saved)) return saved
  const spoken = navigator.languages.map((language) => language.slice(0, 2)).find(isLocale)
  return spoken === 'kk' ? 'kk' : 'ru'
}

async function load(locale: Locale): Promise<void> {
  if (loaded.has(locale)) return
  const texts = await loaders[locale]()
  loaded.set(locale, texts)
  i18next.addResourceBundle(locale, 'translation', texts)
}

export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: preferredLocale(),
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  await setLanguage(preferredLocale())
}

export async function setLanguage(locale: Locale): Promise<void> {
  await load(locale)
  await i18next.changeLanguage(locale)
  localStorage.setItem(stored, locale)
  document.documentElement.lang = locale
}

export function currentLocale(): Locale {
  return isLocale(i18next.language) ? i18next.language : 'ru'
}

/** A text outside the page's components, in the language of now. */
export const textNow: Translate = (key, values) => (i18next.t as unknown as Translate)(key, values)

/** Translations, and whatever else depends on the language. */
export function useText() {
  const translation = useTranslation()
  const { i18n } = translation
  const t = translation.t as unknown as Translate
  const locale = isLocale(i18n.language) ? i18n.language : 'ru'
  return { t, locale, texts: loaded.get(locale) }
}
