import { may, type Permission, Role, rolePermissions } from '@qorgan/shared/permissions'
import { describe, expect } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { noFiles, testSecrets } from '../harness.ts'
import { bodies, bodyOf, pathOf, unknown, urlOf } from './bodies.ts'
import { contractRoutes, keyOf, needsPermission, pairs } from './contract-routes.ts'
import { test } from './world.ts'

describe('the contract and the server', () => {
  test('hold the same routes', ({ app }) => {
    expect(contractRoutes.length).toBeGreaterThan(70)
    expect(new Set(contractRoutes.map(keyOf)).size).toBe(contractRoutes.length)
    expect(
      contractRoutes.filter(({ method, path }) => !app.hasRoute({ method, url: `/api/v1${path}` })).map(keyOf),
    ).toEqual([])
    const served = (app.swagger() as { paths: Record<string, Record<string, unknown>> }).paths
    const documented = Object.entries(served).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(documented.toSorted()).toEqual(contractRoutes.map(keyOf).toSorted())
  })

  test('every route that is served is the contract’s', async ({ db, clock }) => {
    const app = await buildApp({
      db,
      clock,
      files: noFiles,
      secrets: testSecrets,
      readiness: { isReady: true },
      requestsPerMinute: 100,
      isSecure: false,
    })
    const place: string[] = []
    const served = app
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .flatMap((line) => {
        const [, branch = '', part = '', methods] = /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
        const depth = branch.length / 4 - 1
        place.splice(depth, place.length, part)
        return (methods?.split(', ') ?? []).map((method) => `${method} ${place.join('')}`)
      })
    await app.close()
    const below = served.filter((route) => route.includes(' /api/v1/')).map((route) => route.replace('/api/v1', ''))
    expect(below.toSorted()).toEqual(contractRoutes.map(keyOf).toSorted())
    const beside = served.filter((route) => !/ \/api\/(v1\/|docs)/.test(route))
    expect(beside.toSorted()).toEqual([
      'GET /api/openapi.json',
      'GET /health/live',
      'GET /health/ready',
      'GET /metrics',
    ])
  })

  test('a route that does not say who may call it does not start', async ({ db, clock }) => {
    const app = await buildApp({
      db,
      clock,
      files: noFiles,
      secrets: testSecrets,
      readiness: { isReady: true },
      requestsPerMinute: 100,
      isSecure: false,
    })
    expect(() => app.get('/api/v1/unguarded', () => null)).toThrow('does not say who may call it')
    await app.close()
  })

  test('every route with a body has a valid one to try', () => {
    const bodied = contractRoutes.filter(({ body }) => body)
    expect(
      bodied.filter((route) => !route.body?.safeParse(bodyOf(route, { branch: { id: unknown } })).success).map(keyOf),
    ).toEqual([])
    expect(Object.keys(bodies).filter((key) => !bodied.some((route) => keyOf(route) === key))).toEqual([])
  })
})

describe('who may call', () => {
  test('nobody gets 401, whatever they send', async ({ as }) => {
    const strange: string[] = []
    for (const route of contractRoutes.filter(({ access }) => access !== 'public'))
      for (const body of [bodyOf(route, { branch: { id: unknown } }), '{broken']) {
        const answer = await as(null).send(
          route.method,
          urlOf(route),
          route.method === 'GET' ? {} : { body, headers: { 'content-type': 'application/json' } },
        )
        if (answer.status !== 401 || answer.body.code !== 'auth.required')
          strange.push(`${keyOf(route)}: ${answer.status}`)
      }
    expect(strange).toEqual([])
  })

  test(
    'a role without the permission gets 403 before anything else',
    { timeout: 60_000 },
    async ({ as, everyRole }) => {
      expect(new Set(everyRole.map(({ role }) => role))).toEqual(new Set(Role.options))
      const strange: string[] = []
      const refused = (role: Role) =>
        contractRoutes.filter((route) => needsPermission(route) && !may(role, route.access as Permission))
      const bodiesOf = ({ method }: { method: string }) => (method === 'GET' ? [undefined] : [undefined, '{broken'])
      for (const [{ role, user }, route] of pairs(everyRole, (one) => refused(one.role)))
        for (const body of bodiesOf(route)) {
          const options = body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }
          const answer = await as(user).send(route.method, `${pathOf(route, 'not-a-uuid')}?unknown=1`, options)
          if (answer.status !== 403 || answer.body.code !== 'auth.forbidden')
            strange.push(`${role} ${keyOf(route)}: ${answer.status}`)
        }
      expect(strange).toEqual([])
    },
  )

  test('what a session says it may is what its role may', async ({ as, everyRole }) => {
    for (const { role, user } of everyRole) {
      const { body } = await as(user).send('GET', '/auth/me')
      expect([...body.permissions].sort(), role).toEqual([...rolePermissions[role]].sort())
    }
  })
})
