import type { ru } from './ru.ts'

type Kept<K> = K extends `${string}_few` | `${string}_many` ? never : K

/** The shape every language fills; Russian's extra plural forms belong to Russian alone. */
export type Translated<T> = T extends string ? string : { [K in keyof T as Kept<K>]: Translated<T[K]> }
export type Texts = Translated<typeof ru>

type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never
/** Each text with its address; one that has plural forms is named without them, too. */
type Entry<T, Path extends string> = {
  [K in keyof T & string]: T[K] extends string
    ? [`${Path}${K}` | (K extends `${infer Base}_other` ? `${Path}${Base}` : never), NamesIn<T[K]>]
    : Entry<T[K], `${Path}${K}.`>
}[keyof T & string]
/** What each text leaves open, by its address. */
type Open = { [E in Entry<typeof ru, ''> as E[0]]: E[1] }

/** The same promises as i18next's own type of it, which costs as much as the check of everything else. */
export type Translate = <K extends keyof Open>(
  key: K,
  values?: Record<Open[K], unknown> & Record<string, unknown>,
) => string
