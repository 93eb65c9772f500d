import { z } from 'zod'
import { Id } from './fields.ts'

/** `?limit=&cursor=` of a collection: 1..200, 50 unless told (directories 200). */
export const pageQuery = (defaultLimit: 50 | 200 = 50) => ({
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(defaultLimit),
  cursor: z.string().max(500).optional(),
})

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })
export type Page<T> = { items: T[]; nextCursor: string | null }

/** A filter that takes a comma list in the URL and an array in code: it accepts its own output. */
export const list = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .union([
      z.array(item),
      z
        .string()
        .max(8000)
        .transform((text) => text.split(',').filter((part) => part !== ''))
        .pipe(z.array(item)),
    ])
    .optional()

export const flag = z.union([z.boolean(), z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] })]).optional()

/** Ids of a filter; `none` finds records without a value. */
export const ids = list(z.union([Id, z.literal('none')]))
/** Units of a filter; the council is a word, since its id is never sent. */
export const units = list(z.union([Id, z.literal('council')]))
/** What people type into a search field. Collapsed white space, 1..200 characters. */
export const SearchText = z.string().trim().max(200).optional()
