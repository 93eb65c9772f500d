import { fillPath, type Route, type RouteArgs, type RouteOutput } from '@qorgan/shared/contract'
import { exchange } from './http.ts'
import { authorised } from './session.ts'

/** Arrays become comma lists; what is empty is left out. */
export function queryString(query: Record<string, unknown> | undefined): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    const text = Array.isArray(value) ? value.join(',') : value
    if (typeof text === 'string' && text !== '') params.set(key, text)
    if (typeof text === 'number' || typeof text === 'boolean') params.set(key, String(text))
  }
  const text = params.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

type Args<R extends Route> =
  {} extends RouteArgs<R> ? [args?: RouteArgs<R>, signal?: AbortSignal] : [args: RouteArgs<R>, signal?: AbortSignal]

/** Calls one route of the contract. */
export async function api<R extends Route>(route: R, ...[args, signal]: Args<R>): Promise<RouteOutput<R>> {
  const given = (args ?? {}) as {
    params?: Record<string, string>
    query?: Record<string, unknown>
    body?: unknown
    version?: number
  }
  const sent = {
    method: route.method,
    path: fillPath(route.path, given.params) + queryString(given.query),
    body: given.body,
    version: given.version,
    signal,
  }
  // The server validates what it answers against the same route, so the type is taken at its word.
  return (await authorised((token) => exchange({ ...sent, token }))) as RouteOutput<R>
}

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/** A directory is small enough to hold whole; the server gives it out two hundred at a time. */
export async function allPages<T>(load: (page: { limit: 200; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await load(cursor === null ? { limit: 200 } : { limit: 200, cursor })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}
