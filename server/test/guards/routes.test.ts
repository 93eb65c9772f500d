import { appealActions, annulAppeal, assignAppeal, changeAppeal, registerAppeal } from '@qorgan/shared/appeals'
import { fillPath, type Route } from '@qorgan/shared/contract'
import { addEffect, confirmEffects } from '@qorgan/shared/effects'
import { may, Role, rolePermissions, type Permission } from '@qorgan/shared/permissions'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { anOrganisation, aUser, type TestUser } from '../factories.ts'
import { test as base, testSecrets } from '../harness.ts'
import { bodies, queries } from './bodies.ts'
import { contractRoutes, keyOf, needsPermission } from './contract-routes.ts'
import { aBranchWorld, type BranchWorld, rolesOfBranch, rolesOfCouncil } from './world.ts'

const unknown = '0198aaaa-0000-7000-8000-000000000000'
const pathOf = (route: Route, id: string) => fillPath(route.path, { id, date: '2026-12-01', category: 'pay' })
const urlOf = (route: Route, id: string = unknown) =>
  `${pathOf(route, id)}${queries[keyOf(route)] ? `?${queries[keyOf(route)]}` : ''}`
const bodyOf = (route: Route, world: { branch: { id: string } }) =>
  bodies[keyOf(route)]?.({ some: unknown, branch: world.branch.id })

const test = base
  .extend('mine', { scope: 'file' }, ({ db, as }) => aBranchWorld(db, as))
  .extend('theirs', { scope: 'file' }, ({ db, as }) => aBranchWorld(db, as))
  .extend('everyRole', { scope: 'file' }, async ({ db, mine }) => {
    const users: { role: Role; user: TestUser }[] = rolesOfBranch.map((role) => ({ role, user: mine.users[role] }))
    for (const role of rolesOfCouncil) users.push({ role, user: await aUser(db, role) })
    return users
  })

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

  test('a role without the permission gets 403 before anything else', async ({ as, everyRole }) => {
    expect(new Set(everyRole.map(({ role }) => role))).toEqual(new Set(Role.options))
    const strange: string[] = []
    for (const { role, user } of everyRole)
      for (const route of contractRoutes.filter((one) => needsPermission(one) && !may(role, one.access as Permission)))
        for (const body of route.method === 'GET' ? [undefined] : [undefined, '{broken']) {
          const hasBody = body !== undefined
          const answer = await as(user).send(
            route.method,
            `${pathOf(route, 'not-a-uuid')}?unknown=1`,
            hasBody ? { body, headers: { 'content-type': 'application/json' } } : {},
          )
          if (answer.status !== 403 || answer.body.code !== 'auth.forbidden')
            strange.push(`${role} ${keyOf(route)}: ${answer.status}`)
        }
    expect(strange).toEqual([])
  })

  test('what a session says it may is what its role may', async ({ as, everyRole }) => {
    for (const { role, user } of everyRole) {
      const { body } = await as(user).send('GET', '/auth/me')
      expect([...body.permissions].sort(), role).toEqual([...rolePermissions[role]].sort())
    }
  })
})

/** The foreign record that a path with an id means; directories are everybody's, accounts the administrator's. */
function foreignId(route: Route, theirs: BranchWorld): string | undefined {
  if (route.path.startsWith('/appeals/:id')) return theirs.branchAppeal.id
  if (route.path.startsWith('/effects/:id')) return theirs.effectId
  if (route.path.startsWith('/members/:id')) return theirs.memberId
  if (route.path.startsWith('/auth/sessions/:id')) return theirs.users.branch_chair.sessionId
  if (/^\/(branches|primary-organisations|employers|topics|users)\/:id/.test(route.path) || !route.path.includes(':id'))
    return undefined
  throw new Error(`${keyOf(route)}: whose record is it? Say so in foreignId.`)
}

const seesOnlyOwn = new Set<Role>([
  'branch_chair',
  'branch_specialist',
  'organisation_chair',
  'legal_head',
  'legal_officer',
  'lawyer',
  'administrator',
])

/** Roles of the branch, and those of the council that see no unit's records. The accountant of the branch is the branch's. */
const narrow = (everyRole: { role: Role; user: TestUser }[], mine: BranchWorld) =>
  everyRole.filter(({ role, user }) => seesOnlyOwn.has(role) || user.unitId === mine.branch.id)

describe('another branch', () => {
  test('its records, unknown ids and no ids at all look the same', async ({ as, everyRole, mine, theirs }) => {
    const strange: string[] = []
    let tried = 0
    for (const { role, user } of narrow(everyRole, mine))
      for (const route of contractRoutes) {
        const foreign = foreignId(route, theirs)
        if (!foreign || (needsPermission(route) && !may(role, route.access as Permission))) continue
        const body = bodyOf(route, theirs)
        const invalid = route.method === 'GET' ? undefined : { nothing: 'such' }
        for (const options of [
          { body, headers: { 'if-match': '"1"' } },
          { body },
          { body: invalid, headers: { 'if-match': '"1"' } },
        ]) {
          const answers = []
          for (const id of [foreign, unknown, 'not-a-uuid', foreign.toUpperCase()]) {
            const answer = await as(user).send(route.method, urlOf(route, id), {
              ...options,
              ...(route.method === 'GET' && { body: undefined }),
            })
            const { requestId: _requestId, ...same } = answer.body as Record<string, unknown>
            answers.push(`${answer.status} ${JSON.stringify(same)}`)
            tried++
          }
          const isRefused = answers[0]?.startsWith('404') || (options.body === invalid && answers[0]?.startsWith('422'))
          if (!isRefused || new Set(answers).size !== 1) strange.push(`${role} ${keyOf(route)}: ${answers.join(' | ')}`)
        }
      }
    expect(strange).toEqual([])
    expect(tried).toBeGreaterThan(500)
  })

  test('no list, summary, search or report has a trace of it', async ({ as, everyRole, mine, theirs }) => {
    const found: string[] = []
    const asks: { route: string; method: string; url: string; body?: unknown }[] = contractRoutes
      .filter(({ method, path }) => method === 'GET' && !path.includes(':'))
      .map((route) => ({
        route: keyOf(route),
        method: 'GET',
        url: `${urlOf(route)}${route.query && 'limit' in route.query.shape ? '?limit=200' : ''}`,
      }))
    const q = [theirs.mark, theirs.branchAppeal.number, theirs.phone, theirs.iin, `${theirs.mark}ова Айгуль Сериковна`]
    for (const text of q) {
      asks.push({ route: 'search', method: 'POST', url: '/search', body: { q: text } })
      for (const list of ['/appeals', '/appeals/summary', '/members', '/members/summary', '/users'])
        asks.push({ route: list, method: 'GET', url: `${list}?q=${encodeURIComponent(text)}` })
    }
    asks.push(
      { route: 'lookup', method: 'POST', url: '/members/lookup', body: { iin: theirs.iin } },
      {
        route: 'match',
        method: 'POST',
        url: '/members/match',
        body: {
          rows: [{ text: `${theirs.mark}ова Айгуль Сериковна`, iin: theirs.iin, cardNumber: `K-${theirs.mark}` }],
        },
      },
      { route: 'similar', method: 'POST', url: '/appeals/similar', body: { text: `Дело Наголову ${theirs.mark}` } },
      {
        route: 'similar',
        method: 'POST',
        url: '/appeals/similar',
        body: { category: 'pay', employerId: theirs.organisation.employerId },
      },
    )
    for (const rows of ['category', 'branch', 'region', 'topic', 'outcome', 'channel', 'employer'])
      asks.push({
        route: `report by ${rows}`,
        method: 'GET',
        url: `/reports/appeals?from=2026-01-01&to=2026-12-31&rows=${rows}&levels=council,branch,primary_organisation`,
      })
    for (const { role, user } of narrow(everyRole, mine))
      for (const { route, method, url, body } of asks) {
        const answer = await as(user).send(method, url, body === undefined ? {} : { body })
        if (answer.status !== 200 && answer.status !== 403)
          found.push(`${role} ${route}: ${answer.status} ${JSON.stringify(answer.body)}`)
        const text = JSON.stringify(answer.body)
        // The administrator keeps the accounts of all units.
        const leaks =
          role === 'administrator' && url.startsWith('/users')
            ? []
            : theirs.traces.filter((trace) => text.includes(trace))
        if (route === 'report by branch' && text.includes(theirs.branch.id)) leaks.push(theirs.branch.id)
        if (/summary/.test(url) && url.includes('q=') && answer.status === 200 && answer.body.count !== 0)
          leaks.push(`count ${answer.body.count}`)
        if (leaks.length > 0) found.push(`${role} ${url}: ${leaks.join(', ')}`)
      }
    expect(found).toEqual([])
  })

  test('its ids as filters find nothing, and zero', async ({ as, everyRole, mine, theirs }) => {
    const filters = {
      appeals: {
        branchId: theirs.branch.id,
        handling: theirs.branch.id,
        memberId: theirs.memberId,
        assigneeId: theirs.users.branch_chair.id,
        batchId: theirs.batchId,
        primaryOrganisationId: theirs.organisation.id,
        employerId: theirs.organisation.employerId,
      },
      effects: {
        branchId: theirs.branch.id,
        appealId: theirs.branchAppeal.id,
        primaryOrganisationId: theirs.organisation.id,
      },
      members: { branchId: theirs.branch.id, primaryOrganisationId: theirs.organisation.id },
    }
    const strange: string[] = []
    for (const { role, user } of narrow(everyRole, mine))
      for (const [list, ids] of Object.entries(filters))
        for (const [name, id] of Object.entries(ids)) {
          const page = await as(user).send('GET', `/${list}?${name}=${id}`)
          if (page.status === 403) continue
          const { body } = await as(user).send('GET', `/${list}/summary?${name}=${id}`)
          if (page.status !== 200 || page.body.items.length > 0 || page.body.nextCursor !== null || body.count !== 0)
            strange.push(`${role} /${list}?${name}`)
        }
    const report = await as(mine.users.branch_chair).send(
      'GET',
      `/reports/appeals?from=2026-01-01&to=2026-12-31&branchId=${theirs.branch.id}`,
    )
    expect(report.body.totals.total).toMatchObject({ count: 0, effect: 0, people: 0 })
    expect(strange).toEqual([])
  })

  test('its ids in bodies are absent, at their paths', async ({ db, as, mine, theirs }) => {
    const chair = as(mine.users.branch_chair)
    const { receivedOn, channel, category, subject } = {
      receivedOn: '2026-11-19',
      channel: 'phone',
      category: 'pay',
      subject: 'О доплате',
    }
    const appeal = { receivedOn, channel, category, subject, applicant: { anonymous: true } }
    const own = `/appeals/${mine.branchAppeal.id}`
    const cases: [string, string, unknown, string][] = [
      ['POST', '/appeals', { ...appeal, applicant: { memberId: theirs.memberId } }, '/applicant/memberId'],
      ['POST', '/appeals', { ...appeal, repeatOf: { appealId: theirs.branchAppeal.id } }, '/repeatOf/appealId'],
      ['POST', '/appeals', { ...appeal, branchId: theirs.branch.id }, '/branchId'],
      [
        'POST',
        '/appeals',
        { ...appeal, level: 'primary_organisation', primaryOrganisationId: theirs.organisation.id },
        '/primaryOrganisationId',
      ],
      ['POST', '/appeals', { ...appeal, topicId: unknown }, '/topicId'],
      [
        'POST',
        '/appeals/batch',
        { id: randomUUID(), shared: appeal, items: [{}, { applicant: { memberId: theirs.memberId } }] },
        '/items/1/applicant/memberId',
      ],
      ['POST', '/appeals/similar', { memberId: theirs.memberId }, '/memberId'],
      ['PATCH', own, { applicant: { memberId: theirs.memberId } }, '/applicant/memberId'],
      ['PATCH', own, { repeatOf: { appealId: theirs.branchAppeal.id } }, '/repeatOf/appealId'],
      ['POST', `${own}/assign`, { assigneeId: theirs.users.branch_chair.id }, '/assigneeId'],
      ['POST', `${own}/annul`, { reason: 'Дважды', duplicateOf: theirs.branchAppeal.id }, '/duplicateOf'],
      ['POST', `${own}/transfer`, { to: { level: 'branch', branchId: unknown }, reason: 'Не наше' }, '/to/branchId'],
      [
        'POST',
        `${own}/effects`,
        { kind: 'other', stage: 'received', amount: 1, people: 1, occurredOn: '2026-11-19', settles: theirs.effectId },
        '/settles',
      ],
      ['PATCH', `/effects/${mine.effectId}`, { settles: theirs.effectId }, '/settles'],
      ['POST', '/effects/confirm', { ids: [theirs.effectId] }, '/ids/0'],
      [
        'POST',
        '/members',
        { lastName: 'Новая', firstName: 'Анна', kind: 'employed', branchId: theirs.branch.id },
        '/branchId',
      ],
      [
        'POST',
        '/members',
        { lastName: 'Новая', firstName: 'Анна', kind: 'employed', primaryOrganisationId: theirs.organisation.id },
        '/primaryOrganisationId',
      ],
      ['PATCH', `/members/${mine.memberId}`, { branchId: theirs.branch.id }, '/branchId'],
      [
        'PATCH',
        `/members/${mine.memberId}`,
        { primaryOrganisationId: theirs.organisation.id },
        '/primaryOrganisationId',
      ],
    ]
    for (const [method, url, body, path] of cases) {
      const answer = await chair.send(method, url, { body, headers: { 'if-match': '"1"' } })
      expect(answer, `${method} ${url} ${path}`).toMatchObject({
        status: 422,
        body: { code: 'request.invalid', errors: [{ path }] },
      })
      expect(JSON.stringify(answer.body)).not.toContain(theirs.mark)
    }
    const organisation = await anOrganisation(db, mine.branch)
    const local = as(mine.users.organisation_chair)
    expect(
      (await local.send('POST', '/appeals', { body: { ...appeal, primaryOrganisationId: organisation.id } })).status,
    ).toBe(422)
    expect(
      (await local.send('POST', '/appeals', { body: { ...appeal, repeatOf: { appealId: mine.branchAppeal.id } } })).body
        .errors,
    ).toMatchObject([{ path: '/repeatOf/appealId' }])
    expect((await local.send('POST', '/appeals', { body: { ...appeal, level: 'branch' } })).body.errors).toMatchObject([
      { path: '/level' },
    ])
  })

  test('an id that it uses is taken, and says no more', async ({ as, mine, theirs }) => {
    const chair = as(mine.users.branch_chair)
    const applicant = { anonymous: true } as const
    const draft = {
      receivedOn: '2026-11-19',
      channel: 'phone',
      category: 'pay',
      subject: 'О доплате',
      applicant,
    } as const
    const answers = [
      await chair.call(registerAppeal, { body: { ...draft, id: theirs.branchAppeal.id } }),
        params: { id: mine.branchAppeal.id },
        body: { id: theirs.branchAppeal.id.replace(/^./, '0'), text: 'Заметка' },
      }),
      await chair.call(addEffect, {
        params: { id: mine.branchAppeal.id },
        body: { id: theirs.effectId, kind: 'other', stage: 'claimed', amount: 1, people: 0, occurredOn: '2026-11-19' },
      }),
      await chair.send('POST', '/members', {
        body: { id: theirs.memberId, lastName: 'Новая', firstName: 'Анна', kind: 'employed' },
      }),
      await chair.send('POST', '/appeals/batch', { body: { id: theirs.batchId, shared: draft, items: [{}] } }),
      await chair.send('POST', '/appeals/batch', {
        body: { id: randomUUID(), shared: draft, items: [{ id: theirs.branchAppeal.id }] },
      }),
    ]
    expect(
      answers
        .filter((_, index) => index !== 1)
        .map(({ status, body }) => `${status} ${(body as { code?: string }).code}`),
    ).toEqual(Array.from({ length: 5 }, () => '409 record.idInUse'))
  })
})

describe('a primary organisation’s chair', () => {
  test('meets nothing that its members sent over its head', async ({ db, as, mine }) => {
    const local = as(mine.users.organisation_chair)
    const chair = as(mine.users.branch_chair)
    // Every way in which one appeal names another.
    const repeat = await chair.call(registerAppeal, {
      body: {
        receivedOn: '2026-11-19',
        channel: 'phone',
        category: 'pay',
        subject: `Наголову ${mine.mark}`,
        applicant: { memberId: mine.memberId },
        repeatOf: { appealId: mine.organisationAppeal.id },
      },
    })
    const traces = [...mine.overTheHead, repeat.body.id, repeat.body.number]
    const { body: before } = await local.send('GET', `/appeals/${mine.organisationAppeal.id}`)
    await chair.call(changeAppeal, {
      params: { id: mine.organisationAppeal.id },
      version: before.version,
      body: { repeatOf: { appealId: mine.branchAppeal.id } },
    })
    const asks: [string, string, unknown?][] = [
      ...contractRoutes
        .filter(({ method, path }) => method === 'GET' && !path.includes(':'))
        .map((route): [string, string] => ['GET', urlOf(route)]),
      ['GET', `/appeals?memberId=${mine.memberId}`],
      ['GET', '/appeals?status=annulled'],
      ['GET', `/appeals?q=${encodeURIComponent('Наголову')}`],
      ['GET', `/appeals?batchId=${mine.batchId}`],
      ['GET', '/appeals?handling=mine'],
      ['GET', `/appeals?handling=${mine.branch.id}`],
      ['GET', '/appeals?transfer=incoming,outgoing'],
      ['GET', '/appeals?level=branch'],
      ['GET', `/effects?appealId=${mine.branchAppeal.id}`],
      ['GET', `/members/${mine.memberId}`],
      ...[mine.organisationAppeal.id, mine.annulledAppeal.id].flatMap((id): [string, string][] => [
        ['GET', `/appeals/${id}`],
        ['GET', `/appeals/${id}/timeline`],
        ['GET', `/appeals/${id}/effects`],
      ]),
      ...[mine.mark, mine.phone, mine.iin, mine.branchAppeal.number, 'Наголову'].map((q): [string, string, unknown] => [
        'POST',
        '/search',
        { q },
      ]),
      ['POST', '/appeals/similar', { memberId: mine.memberId }],
      [
        'POST',
        '/appeals/similar',
        {
          memberId: mine.memberId,
          category: 'pay',
          employerId: mine.organisation.employerId,
          text: `Наголову ${mine.mark}`,
        },
      ],
      ['POST', '/members/lookup', { iin: mine.iin }],
      ['POST', '/members/match', { rows: [{ text: `${mine.mark}ова Айгуль` }] }],
    ]
    for (const [method, url, body] of asks) {
      const answer = await local.send(method, url, body === undefined ? {} : { body })
      expect(answer.status, `${url} ${JSON.stringify(answer.body)}`).toBeLessThan(404)
      const text = JSON.stringify(answer.body)
      expect(
        traces.filter((trace) => text.includes(trace)),
        `${method} ${url}`,
      ).toEqual([])
    }
    for (const id of [mine.branchAppeal.id, repeat.body.id])
      for (const path of ['', '/timeline', '/effects'])
        expect((await local.send('GET', `/appeals/${id}${path}`)).status).toBe(404)
    expect((await local.send('GET', `/effects/${mine.effectId}`)).status).toBe(404)
    const everyLevel = '/reports/appeals?from=2026-01-01&to=2026-12-31&levels=council,branch,primary_organisation'
    for (const rows of ['category', 'branch', 'outcome', 'employer', 'topic', 'region', 'channel'])
      expect((await local.send('GET', `${everyLevel}&rows=${rows}`)).body.totals.total, rows).toMatchObject({
        count: 1,
        effect: 333_321,
        people: 1,
      })
    expect((await local.send('GET', '/reports/appeals?from=2026-01-01&to=2026-12-31')).body.notCounted).toEqual({
      count: 1,
    })
    for (const action of appealActions.filter((name) => name !== 'edit'))
      expect(
        (await local.send('POST', `/appeals/${mine.branchAppeal.id}/${action}`, { headers: { 'if-match': '"1"' } }))
          .status,
        action,
      ).toBeGreaterThanOrEqual(400)
    const stranger = await aUser(db, 'organisation_chair', mine.branch, await anOrganisation(db, mine.branch))
    expect((await as(stranger).send('GET', '/appeals/summary')).body.count).toBe(0)
    expect((await as(stranger).send('GET', `/appeals/${mine.organisationAppeal.id}`)).status).toBe(404)
    expect([assignAppeal, annulAppeal, confirmEffects].every(({ access }) => !may('organisation_chair', access))).toBe(
      true,
    )
  })
})
