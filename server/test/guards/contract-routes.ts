import type { Route } from '@qorgan/shared/contract'
import { globSync } from 'node:fs'
import path from 'node:path'

const shared = path.resolve(import.meta.dirname, '../../../shared/src')

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' &&
  value !== null &&
  'method' in value &&
  'path' in value &&
  'response' in value &&
  'summary' in value

/** Every route that the contract holds, whichever file it stands in. */
export const contractRoutes: readonly Route[] = (
  await Promise.all(
    globSync('*.ts', { cwd: shared })
      .filter((file) => !/\.(test|fixture)\.ts$/.test(file))
      .map(async (file) => Object.values((await import(path.join(shared, file))) as object)),
  )
)
  .flat()
  .filter(isRoute)

export const keyOf = (route: { method: string; path: string }) => `${route.method} ${route.path}`
export const needsPermission = (route: Route) => route.access !== 'public' && route.access !== 'signed-in'

/** Each with each of what belongs to it: loops that stay flat. */
export const pairs = <A, B>(first: readonly A[], second: (one: A) => readonly B[]): [A, B][] =>
  first.flatMap((one) => second(one).map((other): [A, B] => [one, other]))
