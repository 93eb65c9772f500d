import type { ru } from './ru.ts'

type Kept<K> = K extends `${string}_few` | `${string}_many` ? never : K

/** The shape every language fills; Russian's extra plural forms belong to Russian alone. */
export type Translated<T> = T extends string ? string : { [K in keyof T as Kept<K>]: Translated<T[K]> }
export type Texts = Translated<typeof ru>
