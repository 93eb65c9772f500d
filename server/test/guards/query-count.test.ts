import type { Route } from '@qorgan/shared/contract'
import { may, type Permission, type Role } from '@qorgan/shared/permissions'
import { registerBatch } from '@qorgan/shared/appeals'
import { addNote } from '@qorgan/shared/timeline'
import { addEffect } from '@qorgan/shared/effects'
import { randomUUID } from 'node:crypto'
import type { KyselyPlugin } from 'kysely'
import { expect } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { aMember, anOrganisation, aUser, type TestUser } from '../factories.ts'
import { formOf } from '../forms.ts'
import { clientFor, noFiles, system, test as base, testSecrets } from '../harness.ts'
import { aLegalCase } from '../legal-factories.ts'
import { contractRoutes, keyOf } from './contract-routes.ts'
import { urlOf } from './bodies.ts'
import { aBranchWorld } from './world.ts'

/** An app whose statements are counted. */
const test = base.extend('counted', { scope: 'file' }, async ({ db, clock }, { onCleanup }) => {
  let statements = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const app = await buildApp({
    db: db.withPlugin(counter),
    clock,
    files: noFiles,
    secrets: testSecrets,
    readiness: { isReady: true },
    requestsPerMinute: 100_000,
    isSecure: false,
  })
  await app.ready()
  onCleanup(() => app.close())
  return async (user: TestUser, method: string, url: string, body?: unknown) => {
    const before = statements
    const answer = await clientFor(app, user).send(method, url, body === undefined ? {} : { body })
    expect(answer.status, `${method} ${url} ${JSON.stringify(answer.body).slice(0, 300)}`).toBeLessThan(300)
    return { statements: statements - before, length: ((answer.body as { items?: unknown[] }).items ?? []).length }
  }
})

/** Few by nature, or told elsewhere: sessions of one person, five terms, quarters, what was printed or sent out. */
const few = [
  '/auth/sessions',
  '/appeal-terms',
  '/branches',
  '/regions',
  '/lawyers',
  '/payments',
  '/reporting-periods',
  '/reporting-periods/:key/branch-reports',
  '/legacy-totals',
  '/issued-reports',
]

test('a list takes as many statements for fifty rows as for one', { timeout: 60_000 }, async ({ db, as, counted }) => {
  const world = await aBranchWorld(db, as)
  const { branch_chair: chair } = world.users
  const people = await Promise.all(Array.from({ length: 50 }, () => aMember(db, world.branch, world.organisation)))
  await Promise.all(Array.from({ length: 50 }, () => anOrganisation(db, world.branch)))
  for (let n = 0; n < 50; n++) await aUser(db, 'branch_specialist', world.branch)
  const shared = {
    receivedOn: '2026-11-10',
    channel: 'written',
    category: 'sanatorium',
    subject: 'Путёвка',
    voucher: { place: 'Санаторий', fullPrice: 10, memberPays: 5, people: 1, issuedOn: '2026-11-11' },
  }
  const items = people.map(({ id }) => ({ applicant: { memberId: id } }))
  expect((await as(chair).call(registerBatch, { body: { id: randomUUID(), shared, items } })).status).toBe(201)
  const on = { params: { id: world.branchAppeal.id } }
  for (let n = 0; n < 50; n++) {
    await as(chair).call(addNote, { ...on, body: { text: `Заметка ${n}` } })
    await as(chair).call(addEffect, {
      ...on,
      body: { kind: 'other', stage: 'claimed', amount: n, people: 0, occurredOn: '2026-11-10' },
    })
  }
  for (const start of [0, 25]) {
    const files = Array.from({ length: 25 }, (_, n) => ({ name: `${start + n}.txt`, bytes: `${start + n}` }))
    await as(chair).send('POST', `/appeals/${world.branchAppeal.id}/attachments`, await formOf(...files))
  }
  for (let n = 0; n < 25; n++) await aLegalCase(db, world.branch, { people: 2 })
  await system(db, async (tx) => {
    const told = { userId: chair.id, unitId: world.branch.id, kind: 'period.closed', entity: 'period' } as const
    const params = JSON.stringify({ periodKey: '2026Q3', dueOn: '2026-10-14' })
    for (let n = 0; n < 25; n++)
      await tx
        .insertInto('notifications')
        .values({ ...told, params, entityId: `${2000 + n}Q3`, createdAt: `2026-11-${n + 1}T05:00:00Z` })
        .execute()
    const beneath = { caseId: world.legalCase.id, enteredBy: chair.id }
    for (let n = 0; n < 25; n++) {
      await tx
        .insertInto('caseDeadlines')
        .values({ ...beneath, title: `Срок ${n}`, dueOn: '2026-12-01' })
        .execute()
      const hearing = { startsAt: `2026-12-${n + 1}T05:00:00Z`, court: 'Суд', stage: 'appeal' } as const
      await tx
        .insertInto('hearings')
        .values({ ...beneath, ...hearing })
        .execute()
    }
  })
  // Each list is read by the first of these who may.
  const readers: [Role, TestUser][] = [['branch_chair', chair]]
  for (const role of ['legal_head', 'council_head', 'auditor', 'administrator'] as const)
    readers.push([role, await aUser(db, role)])
  const readerOf = ({ access }: Route) =>
    readers.find(([role]) => access === 'signed-in' || may(role, access as Permission))?.[1] ?? chair
  const admin = readers.at(-1)?.[1] ?? chair
  const isFull = ({ path }: Route) =>
    !few.includes(path) && (!path.startsWith('/legal-cases/') || /\/(hearings|deadlines)$/.test(path))

  const uneven: string[] = []
  // What differs from a snapshot is there once something was accepted: the stories of closing read it.
  const lists = contractRoutes.filter(
    ({ method, query, path }) => method === 'GET' && query && 'limit' in query.shape && !path.endsWith('/differences'),
  )
  expect(lists.length).toBeGreaterThan(12)
  for (const route of lists) {
    const user = route.path === '/users' ? admin : readerOf(route)
    const id = route.path.startsWith('/legal-cases/')
      ? world.legalCase.id
      : route.path.startsWith('/branch-reports/')
        ? world.branchReportId
        : world.branchAppeal.id
    const url = (limit: number) => `${urlOf(route, id)}?limit=${limit}`
    const one = await counted(user, 'GET', url(1))
    const fifty = await counted(user, 'GET', url(50))
    if (one.statements !== fifty.statements)
      uneven.push(`${keyOf(route)}: ${one.statements} for ${one.length}, ${fifty.statements} for ${fifty.length}`)
    if (one.statements > 8) uneven.push(`${keyOf(route)} takes ${one.statements}`)
    if (fifty.length < 20 && isFull(route)) uneven.push(`${keyOf(route)} has only ${fifty.length} rows to show`)
  }
  expect(uneven).toEqual([])
})

test(
  'so do matching, similar ones, reports, signals and the registration of a list',
  { timeout: 60_000 },
  async ({ db, as, counted }) => {
    const world = await aBranchWorld(db, as)
    const { branch_chair: chair } = world.users
    const rows = (n: number) =>
      Array.from({ length: n }, (_, i) => ({
        text: `${world.mark}ова Айгуль ${i}`,
        cardNumber: `C-${i}`,
        iin: world.iin,
      }))
    const draft = (n: number) => ({
      id: randomUUID(),
      shared: { receivedOn: '2026-11-10', channel: 'written', category: 'material_aid', subject: 'Помощь' },
      items: Array.from({ length: n }, () => ({
        applicant: { memberId: world.memberId },
        aid: { paid: 100, paidOn: '2026-11-11' },
      })),
    })
    const asked: [string, string, (n: number) => unknown][] = [
      ['POST', '/members/match', (n) => ({ rows: rows(n) })],
      ['POST', '/appeals/batch', draft],
      [
        'POST',
        '/appeals/similar',
        (n) => ({ text: `Дело ${world.mark}`, memberId: world.memberId, ...(n > 1 && { category: 'pay' }) }),
      ],
      ['POST', '/search', () => ({ q: world.mark })],
      ['GET', '/signals', () => undefined],
    ]
    for (const [method, url, body] of asked) {
      await counted(chair, method, url, body(1))
      const [one, fifty] = [await counted(chair, method, url, body(1)), await counted(chair, method, url, body(50))]
      expect(fifty.statements, `${method} ${url}`).toBe(one.statements)
    }
    for (const path of ['/reports/appeals', '/reports/appeals.csv']) {
      const report = (columns: string) =>
        counted(chair, 'GET', `${path}?from=2024-01-01&to=2026-12-31&rows=employer&columns=${columns}`)
      expect((await report('month')).statements, path).toBe((await report('year')).statements)
    }
  },
)
