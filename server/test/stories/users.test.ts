import { randomUUID } from 'node:crypto'
import { changePost, changeUser, createPost, createUser, getUser, listUsers, login, me } from '@qorgan/shared/accounts'
import { listAudit } from '@qorgan/shared/audit'
import { describe, expect } from 'vitest'
import { COUNCIL_ID } from '../../src/organisation/units.ts'
import { aBranch, anOrganisation, aUser } from '../factories.ts'
import { system, test } from '../harness.ts'

const password = 'a long enough password'
const draft = () => ({ login: `new.${randomUUID().slice(0, 8)}`, fullName: 'Ермекова Дана Маратовна', password })

describe('the administrator opens accounts', () => {
  test('with their posts; the person signs in and acts in them', async ({ db, as }) => {
    const branch = await aBranch(db)
    const admin = as(await aUser(db, 'administrator'))
    const body = { ...draft(), posts: [{ role: 'branch_chair' as const, branchId: branch.id, from: '2026-01-01' }] }
    const opened = await admin.call(createUser, { body })
    expect(opened).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: { login: body.login, locale: 'ru', active: true, can: { edit: true } },
    })
    expect(opened.body.posts).toEqual([
      {
        id: expect.any(String) as string,
        role: 'branch_chair',
        branchId: branch.id,
        primaryOrganisationId: null,
        from: '2026-01-01',
        to: null,
        acting: false,
      },
    ])
    expect(JSON.stringify(opened.body)).not.toContain('argon2')
    const signedIn = await as(null).call(login, { body: { login: body.login, password } })
    expect(signedIn).toMatchObject({ status: 200, body: { user: { activePost: { role: 'branch_chair' } } } })
    expect(await admin.call(createUser, { body: { ...draft(), login: body.login } })).toMatchObject({
      status: 409,
      body: { code: 'user.loginInUse' },
    })
  })

  test('once, however often it is sent; another password under the same id is another account', async ({ db, as }) => {
    const admin = as(await aUser(db, 'administrator'))
    const body = { id: randomUUID(), ...draft() }
    const answers = await Promise.all([admin.call(createUser, { body }), admin.call(createUser, { body })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201])
    const other = { ...body, password: 'quite another password' }
    expect(await admin.call(createUser, { body: other })).toMatchObject({
      status: 409,
      body: { code: 'record.idInUse' },
    })
    const two = draft()
    const racing = await Promise.all([admin.call(createUser, { body: two }), admin.call(createUser, { body: two })])
    expect(racing.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('nobody else does', async ({ db, as }) => {
    const head = await aUser(db, 'council_head')
    const auditor = await aUser(db, 'auditor')
    for (const user of [head, auditor]) {
      expect(await as(user).call(createUser, { body: draft() })).toMatchObject({ status: 403 })
      expect(await as(user).call(getUser, { params: { id: head.id } })).toMatchObject({ status: 403 })
    }
    const admin = as(await aUser(db, 'administrator'))
    for (const id of [randomUUID(), 'admin'])
      expect(await admin.call(getUser, { params: { id } })).toMatchObject({ status: 404 })
    expect(await admin.call(createUser, { body: { ...draft(), password: 'short' } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/password' }] },
    })
  })

  test('a post stands where its role has its place', async ({ db, as }) => {
    const branch = await aBranch(db)
    const elsewhere = await anOrganisation(db, await aBranch(db))
    const admin = as(await aUser(db, 'administrator'))
    const from = '2026-01-01'
    const wrong = async (post: object) => {
      const { status, body } = await admin.send('POST', '/users', { body: { ...draft(), posts: [{ from, ...post }] } })
      expect(status).toBe(422)
      return (body as { errors: { path: string; code: string }[] }).errors.map(({ path, code }) => `${path} ${code}`)
    }
    expect(await wrong({ role: 'branch_specialist' })).toEqual(['/posts/0/branchId field.required'])
    expect(await wrong({ role: 'branch_chair', branchId: COUNCIL_ID })).toEqual(['/posts/0/branchId field.absent'])
    expect(await wrong({ role: 'auditor', branchId: branch.id })).toEqual(['/posts/0/branchId field.notAllowed'])
    expect(await wrong({ role: 'organisation_chair', branchId: branch.id })).toEqual([
      '/posts/0/primaryOrganisationId field.required',
    ])
    const foreign = { role: 'organisation_chair', branchId: branch.id, primaryOrganisationId: elsewhere.id }
    expect(await wrong(foreign)).toEqual(['/posts/0/primaryOrganisationId field.notInUnit'])
    expect(await wrong({ role: 'accountant', primaryOrganisationId: elsewhere.id, to: '2025-12-31' })).toEqual([
      '/posts/0/primaryOrganisationId field.notAllowed',
      '/posts/0/to field.reversed',
    ])
    for (const branchId of [null, branch.id]) {
      const posts = [{ role: 'accountant' as const, branchId, from }]
      expect(await admin.call(createUser, { body: { ...draft(), posts } })).toMatchObject({ status: 201 })
    }
  })
})

describe('changing an account', () => {
  test('closing it ends its sessions at once', async ({ db, as }) => {
    const chair = await aUser(db, 'branch_chair', await aBranch(db))
    const admin = as(await aUser(db, 'administrator'))
    const params = { id: chair.id }
    expect(await as(chair).call(me, {})).toMatchObject({ status: 200 })
    expect(await admin.send('PATCH', `/users/${chair.id}`, { body: { active: false } })).toMatchObject({ status: 428 })
    expect(await admin.call(changeUser, { params, version: 4, body: { active: false } })).toMatchObject({ status: 412 })
    const closed = await admin.call(changeUser, { params, version: 1, body: { active: false } })
    expect(closed).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { active: false } })
    expect(await as(chair).call(me, {})).toMatchObject({ status: 401 })
    await admin.call(changeUser, { params, version: 2, body: { active: true } })
    expect(await as(chair).call(me, {})).toMatchObject({ status: 401 })
  })

  test('a new password ends them too, and the trail names the field alone', async ({ db, as }) => {
    const chair = await aUser(db, 'branch_chair', await aBranch(db))
    const admin = as(await aUser(db, 'administrator'))
    const body = { password: 'the new long password', locale: 'kk' as const }
    await admin.call(changeUser, { params: { id: chair.id }, version: 1, body })
    expect(await as(chair).call(me, {})).toMatchObject({ status: 401 })
    const again = await as(null).call(login, { body: { login: chair.login, password: body.password } })
    expect(again).toMatchObject({ status: 200, body: { user: { locale: 'kk' } } })
    const trail = await as(await aUser(db, 'auditor')).call(listAudit, { query: { entityId: chair.id } })
    expect(trail.body.items).toMatchObject([
      { action: 'user.changed', fields: ['locale', 'password'], unit: 'council' },
    ])
    expect(JSON.stringify(trail.body)).not.toContain(body.password)
  })

  test('an administrator does not close their own', async ({ db, as }) => {
    const admin = await aUser(db, 'administrator')
    const params = { id: admin.id }
    expect(await as(admin).call(changeUser, { params, version: 1, body: { active: false } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/active', code: 'field.notAllowed' }] },
    })
    const taken = { login: (await aUser(db, 'auditor')).login }
    expect(await as(admin).call(changeUser, { params, version: 1, body: taken })).toMatchObject({
      status: 409,
      body: { code: 'user.loginInUse' },
    })
  })
})

describe('posts', () => {
  test('a second one is given beneath the account, once, and ends on its day with the sessions in it', async ({
    db,
    as,
  }) => {
    const [branch, other] = [await aBranch(db), await aBranch(db)]
    const chair = await aUser(db, 'branch_chair', branch)
    const admin = as(await aUser(db, 'administrator'))
    const params = { id: chair.id }
    const post = {
      id: randomUUID(),
      role: 'branch_chair' as const,
      branchId: other.id,
      from: '2026-11-01',
      acting: true,
    }
    const [one, two] = await Promise.all([
      admin.call(createPost, { params, body: post }),
      admin.call(createPost, { params, body: post }),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 201])
    expect(one.body.version).toBe(1)
    expect(one.body.posts).toHaveLength(2)
    await system(db, (tx) =>
      tx.updateTable('sessions').set({ postId: post.id }).where('id', '=', chair.sessionId).execute(),
    )
    expect(await as(chair).call(me, {})).toMatchObject({ body: { activePost: { branchId: other.id, acting: true } } })

    const change = (body: { id: string; from?: string; to?: string | null }, version = 1) =>
      admin.call(changePost, { params, version, body })
    expect(await change({ id: post.id, to: '2026-10-31' })).toMatchObject({ body: { errors: [{ path: '/to' }] } })
    expect(await change({ id: randomUUID(), to: null })).toMatchObject({ body: { errors: [{ path: '/id' }] } })
    expect(await change({ id: post.id, to: '2026-11-20' }, 9)).toMatchObject({ status: 412 })
    const today = await change({ id: post.id, to: '2026-11-20' })
    expect(today).toMatchObject({ status: 200, headers: { etag: '"2"' } })
    expect(await as(chair).call(me, {})).toMatchObject({ status: 200 })
    const ended = await change({ id: post.id, to: '2026-11-19' }, 2)
    expect(ended.body.posts.find(({ id }) => id === post.id)?.to).toBe('2026-11-19')
    expect(await as(chair).call(me, {})).toMatchObject({ status: 401 })
    const trail = await as(await aUser(db, 'auditor')).call(listAudit, { query: { entityId: post.id } })
    expect(trail.body.items.map(({ action, unit, fields }) => ({ action, unit, fields }))).toEqual([
      { action: 'post.changed', unit: other.id, fields: ['to'] },
      { action: 'post.changed', unit: other.id, fields: ['to'] },
      { action: 'post.created', unit: other.id, fields: [] },
    ])
  })
})

describe('colleagues', () => {
  test('are those with a post in force in the same unit, without login and language', async ({ db, as, clock }) => {
    const branch = await aBranch(db)
    const organisation = await anOrganisation(db, branch)
    const chair = await aUser(db, 'branch_chair', branch)
    const specialist = await aUser(db, 'branch_specialist', branch)
    const former = await aUser(db, 'branch_specialist', branch)
    const organisationChair = await aUser(db, 'organisation_chair', branch, organisation)
    await aUser(db, 'organisation_chair', branch, await anOrganisation(db, branch))
    const foreign = await aUser(db, 'branch_chair', await aBranch(db))
    await system(db, async (tx) => {
      await tx.updateTable('posts').set({ toOn: '2026-11-19' }).where('userId', '=', former.id).execute()
      await tx
        .insertInto('posts')
        .values({ userId: specialist.id, role: 'branch_specialist', unitId: foreign.unitId, fromOn: '2026-01-01' })
        .execute()
    })
    const { body } = await as(chair).call(listUsers, {})
    const ids = body.items.map(({ id }) => id)
    expect(ids).toHaveLength(4)
    expect(ids).toEqual(expect.arrayContaining([chair.id, specialist.id, organisationChair.id]))
    const seen = body.items.find(({ id }) => id === specialist.id)
    expect(seen).toMatchObject({ login: null, locale: null, active: true, can: { edit: false } })
    expect(seen?.posts.map((post) => post.branchId)).toEqual([branch.id])
    const own = await as(organisationChair).call(listUsers, {})
    expect(own.body.items.map(({ id }) => id)).toEqual([organisationChair.id])
    const ofForeign = await as(foreign).call(listUsers, {})
    expect(ofForeign.body.items.map(({ id }) => id)).toEqual(expect.arrayContaining([foreign.id, specialist.id]))
    expect(ofForeign.body.items).toHaveLength(2)
    expect(clock.today()).toBe('2026-11-20')
  })

  test('are not found by what is not theirs to see; the administrator finds everybody', async ({ db, as }) => {
    const branch = await aBranch(db)
    const chair = await aUser(db, 'branch_chair', branch)
    const admin = await aUser(db, 'administrator')
    const byLogin = { query: { q: chair.login } }
    expect((await as(chair).call(listUsers, byLogin)).body.items).toEqual([])
    const found = await as(admin).call(listUsers, byLogin)
    expect(found.body.items).toMatchObject([{ id: chair.id, login: chair.login, can: { edit: true } }])
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await as(admin).call(listUsers, {
        query: { limit: 7, ...(cursor && { cursor }) },
      })
      seen.push(...page.body.items.map(({ id }) => id))
      cursor = page.body.nextCursor
    } while (cursor)
    expect(seen).toEqual((await as(admin).call(listUsers, {})).body.items.map(({ id }) => id))
  })
})
