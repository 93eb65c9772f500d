import type { z } from 'zod'
import { queryString } from './api.ts'

/** The address bar speaks like the API: comma lists, no JSON. */
export const stringifySearch = (search: Record<string, unknown>) => queryString(search)

export function parseSearch(text: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Reads what the contract allows and drops the rest, so that an old or mistyped link still opens. */
export function searchOf<S extends Record<string, z.ZodType>>(shape: S) {
  type Search = { [K in keyof S]?: NonNullable<z.output<S[K]>> }
  return (raw: Record<string, unknown>): Search => {
    const kept: Record<string, unknown> = {}
    for (const [key, schema] of Object.entries(shape)) {
      if (raw[key] === undefined || raw[key] === '') continue
      const parsed = schema.safeParse(raw[key])
      if (parsed.success && !(Array.isArray(parsed.data) && parsed.data.length === 0)) kept[key] = parsed.data
    }
    return kept as Search
  }
}

export type Patch<S extends object> = { [K in keyof S]?: S[K] | undefined }

/** An address with some of it changed; what becomes undefined leaves it. */
export const patched = <S extends object>(search: S, patch: Patch<S>): S =>
  Object.fromEntries(Object.entries({ ...search, ...patch }).filter(([, value]) => value !== undefined)) as S
