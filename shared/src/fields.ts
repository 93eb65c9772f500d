import { z } from 'zod'

/** A lone surrogate or a NUL cannot be stored as text (SQLSTATE 22021, 22P05). */
export const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')

/** Text of people: trimmed, 1..max characters. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isStorable, { params: { code: 'field.notWellFormed' } })

/** An id of ours is a UUIDv7; a client's may be any version. Stored and answered in lower case. */
export const Id = z.guid().toLowerCase()

/** A name or label for people, in the interface languages. */
export const Label = z.object({ ru: z.string(), kk: z.string(), en: z.string().nullable() })
export type Label = z.output<typeof Label>
export const LabelDraft = z.strictObject({ ru: Text(300), kk: Text(300), en: Text(300).nullish() })

/** Whole tenge; the limit keeps any sum of them within a double's exact integers. */
export const Tenge = z.int().min(0).max(1_000_000_000_000)
export const People = z.int().min(0).max(1_000_000)
export const Bin = z.string().regex(/^\d{12}$/)
export const Iin = z.string().regex(/^\d{12}$/)
/** As people write it; the server stores E.164 when it can read it as a Kazakh number, else the text as it stands. */
export const Phone = Text(40)
export const Email = Text(200)
export const Version = z.int().min(1)
export const Instant = z.string()

export const Locale = z.enum(['ru', 'kk', 'en'])
export type Locale = z.output<typeof Locale>
