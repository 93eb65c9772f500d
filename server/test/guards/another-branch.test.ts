import { registerAppeal } from '@qorgan/shared/appeals'
import type { Route } from '@qorgan/shared/contract'
import { addEffect } from '@qorgan/shared/effects'
import { may, type Permission, type Role } from '@qorgan/shared/permissions'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { connect } from '../../src/platform/db/connect.ts'
import { anOrganisation, type TestUser } from '../factories.ts'
import { type Client, withDatabase } from '../harness.ts'
import { bodyOf, form, isOtherFile, unknown, urlOf } from './bodies.ts'
import { contractRoutes, keyOf, needsPermission, pairs } from './contract-routes.ts'
import { type BranchWorld, test } from './world.ts'

/** The foreign record that a path with an id means; directories are everybody's, accounts the administrator's. */
function foreignId(route: Route, theirs: BranchWorld): string | undefined {
  if (route.path.startsWith('/appeals/:id')) return theirs.branchAppeal.id
  if (route.path.startsWith('/effects/:id')) return theirs.effectId
  if (route.path.startsWith('/members/:id')) return theirs.memberId
  if (route.path.startsWith('/legal-cases/:id')) return theirs.legalCase.id
  if (route.path.startsWith('/branch-reports/:id')) return theirs.branchReportId
  if (route.path.startsWith('/notifications/:id')) return theirs.notificationId
  if (route.path.startsWith('/auth/sessions/:id')) return theirs.users.branch_chair.sessionId
  if (
    /^\/(branches|primary-organisations|employers|topics|users|lawyers|deadline-rules|issued-reports|legacy-totals)\/:id/.test(
      route.path,
    ) ||
    !/:id\b/.test(route.path)
  )
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

/** The legal department sees every case, and nothing else of a branch. */
const isLegal = (role: Role) => role === 'legal_head' || role === 'legal_officer'
/** What a role must not meet of the other branch. A case names its appeal, and so the branch's prefix; a wanted person is found by name. */
const tracesFor = (role: Role, theirs: BranchWorld) =>
  isLegal(role)
    ? theirs.traces.filter((trace) => trace !== `${theirs.branch.prefix}-2026-`)
    : [...theirs.traces, ...theirs.legalCase.traces]

/** Roles of the branch, and those of the council that see no unit's records. The accountant of the branch is the branch's. */
const narrow = (everyRole: { role: Role; user: TestUser }[], mine: BranchWorld) =>
  everyRole.filter(({ role, user }) => seesOnlyOwn.has(role) || user.unitId === mine.branch.id)

type EveryRole = { role: Role; user: TestUser }[]

/** Whatever the lists, summaries, searches and reports of narrow roles show of the other branch. */
async function tracesMet(
  as: (user: TestUser) => Client,
  everyRole: EveryRole,
  mine: BranchWorld,
  theirs: BranchWorld,
): Promise<string[]> {
  const found: string[] = []
  const asks: { route: string; method: string; url: string; body?: unknown }[] = contractRoutes
    .filter(({ method, path, access }) => method === 'GET' && access !== 'public' && !path.includes(':'))
    .filter((route) => !isOtherFile(route))
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
          : isLegal(role) && route === 'match'
            ? []
            : tracesFor(role, theirs).filter((trace) => text.includes(trace))
      if (route === 'report by branch' && text.includes(theirs.branch.id)) leaks.push(theirs.branch.id)
      if (/summary/.test(url) && url.includes('q=') && answer.status === 200 && answer.body.count !== 0)
        leaks.push(`count ${answer.body.count}`)
      if (leaks.length > 0) found.push(`${role} ${url}: ${leaks.join(', ')}`)
    }
  return found
}

describe('another branch', () => {
  test(
    'its records, unknown ids and no ids at all look the same',
    { timeout: 60_000 },
    async ({ as, everyRole, mine, theirs }) => {
      const strange: string[] = []
      let tried = 0
      const theirRoutes = contractRoutes.filter((route) => foreignId(route, theirs) !== undefined)
      const allowed = (role: Role) =>
        theirRoutes
          .filter((route) => !needsPermission(route) || may(role, route.access as Permission))
          .filter((route) => !isLegal(role) || !route.path.startsWith('/legal-cases/'))
      for (const [{ role, user }, route] of pairs(narrow(everyRole, mine), (one) => allowed(one.role))) {
        const headers = { 'if-match': '"1"' }
        const body = route.method === 'GET' ? undefined : bodyOf(route, theirs)
        const asked: { body?: unknown; headers?: Record<string, string>; isWrong?: boolean }[] = route.multipart
          ? [form]
          : [
              { body, headers },
              ...(route.method === 'GET' ? [] : [{ body }, { body: { nothing: 'such' }, headers, isWrong: true }]),
            ]
        for (const { isWrong, ...options } of asked) {
          const answers: string[] = []
          for (const id of [foreignId(route, theirs) ?? '', unknown, 'not-a-uuid']) {
            const { status, body: answer } = await as(user).send(route.method, urlOf(route, id), options)
            const { requestId: _requestId, ...same } = answer as Record<string, unknown>
            tried = answers.push(`${status} ${JSON.stringify(same)}`) && tried + 1
          }
          const isRefused = answers[0]?.startsWith('404') || (isWrong && answers[0]?.startsWith('422'))
          if (!isRefused || new Set(answers).size !== 1) strange.push(`${role} ${keyOf(route)}: ${answers.join(' | ')}`)
        }
      }
      expect(strange).toEqual([])
      expect(tried).toBeGreaterThan(500)
    },
  )

  test(
    'no list, summary, search or report has a trace of it',
    { timeout: 60_000 },
    async ({ as, everyRole, mine, theirs }) => {
      expect(await tracesMet(as, everyRole, mine, theirs)).toEqual([])
    },
  )

  test('its ids as filters find nothing, and zero', { timeout: 60_000 }, async ({ as, everyRole, mine, theirs }) => {
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
    const asked = Object.entries(filters).flatMap(([list, ids]) =>
      Object.entries(ids).map(([name, id]) => ({ list, name, id })),
    )
    // A case's appeal and member are of a branch, an employer and an organisation, too: those the legal department sees.
    const ofCases = new Set(['branchId', 'handling', 'primaryOrganisationId', 'employerId'])
    for (const [{ role, user }, { list, name, id }] of pairs(narrow(everyRole, mine), () => asked)) {
      if (isLegal(role) && ofCases.has(name)) continue
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
    expect(answers.map(({ status, body }) => `${status} ${(body as { code?: string }).code}`)).toEqual(
      Array.from({ length: 5 }, () => '409 record.idInUse'),
    )
  })
})

describe('another branch, with row-level security switched off', () => {
  test('is kept apart by the queries alone', { timeout: 60_000 }, async ({ database, as, everyRole, mine, theirs }) => {
    const superuser = connect({
      url: withDatabase(inject('superuserUrl'), new URL(database.url).pathname.slice(1)),
      max: 1,
    })
    const tables = ['appeals', 'effects', 'members', 'appeal_events', 'figure_totals', 'attachments', 'notifications']
    for (const table of tables) await sql`alter table ${sql.id(table)} disable row level security`.execute(superuser)
    await superuser.destroy()
    expect(await tracesMet(as, everyRole, mine, theirs)).toEqual([])
    const chair = as(mine.users.branch_chair)
    for (const path of [
      `/appeals/${theirs.branchAppeal.id}`,
      `/effects/${theirs.effectId}`,
      `/members/${theirs.memberId}`,
      `/appeals/${theirs.branchAppeal.id}/attachments/${theirs.attachmentId}/content`,
    ])
      expect((await chair.send('GET', path)).status, path).toBe(404)
  })
})
