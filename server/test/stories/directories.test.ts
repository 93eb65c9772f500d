import { randomUUID } from 'node:crypto'
import { listAudit } from '@qorgan/shared/audit'
import { AppealCategory } from '@qorgan/shared/organisation'
import {
  changeBranch,
  changeEmployer,
  changePrimaryOrganisation,
  changeTopic,
  createBranch,
  createEmployer,
  createPrimaryOrganisation,
  createTopic,
  getBranch,
  getEmployer,
  getPrimaryOrganisation,
  getTopic,
  listBranches,
  listEmployers,
  listPrimaryOrganisations,
  listRegions,
  listTopics,
} from '@qorgan/shared/organisation'
import { describe, expect } from 'vitest'
import { seedDirectories } from '../../src/organisation/seed.ts'
import { COUNCIL_ID } from '../../src/organisation/units.ts'
import { aBranch, anEmployer, anOrganisation, aUser } from '../factories.ts'
import { system, test } from '../harness.ts'

const name = (ru: string) => ({ ru, kk: `${ru} (қаз.)`, en: null })
let drafts = 0
const letter = () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(drafts++ % 26)
const branchDraft = () => {
  const prefix = `Z${letter()}${letter()}`
  return {
    code: `opened-${prefix.toLowerCase()}`,
    numberPrefix: prefix,
    name: name(`Филиал ${prefix}`),
    regionCodes: ['KZ-62', 'KZ-10'],
    activeFrom: '2026-01-01',
  }
}

describe('branches', () => {
  test('everybody who is signed in reads them by name, with their regions, and the council is none of them', async ({
    db,
    as,
  }) => {
    const organisation = await anOrganisation(db, await aBranch(db))
    const branch = await aBranch(db)
    const chair = await aUser(db, 'organisation_chair', branch, organisation)
    const { status, body } = await as(chair).call(listBranches, {})
    expect(status).toBe(200)
    const names = body.items.map((item) => item.name.ru)
    expect(names).toEqual(names.toSorted(new Intl.Collator('ru').compare))
    expect(body.items.find(({ code }) => code === 'karaganda')).toMatchObject({
      numberPrefix: 'KAR',
      name: { ru: 'Карагандинский областной филиал', kk: 'Қарағанды облыстық филиалы', en: 'Karaganda branch' },
      regions: [{ code: 'KZ-35', name: { ru: 'Карагандинская область' } }],
      activeTo: null,
      version: 1,
      can: { edit: false },
    })
    expect(body.items.some(({ id }) => id === COUNCIL_ID)).toBe(false)
    expect(await as(chair).call(getBranch, { params: { id: COUNCIL_ID } })).toMatchObject({ status: 404 })
    const regions = await as(chair).call(listRegions, {})
    expect(regions.body.items).toHaveLength(20)
    expect(regions.body.items[0]).toEqual({
      code: 'KZ-10',
      name: { ru: 'область Абай', kk: 'Абай облысы', en: 'Abai Region' },
    })
  })

  test('pages join without a gap or a twin, also when a branch is opened in between', async ({ db, as }) => {
    const administrator = as(await aUser(db, 'administrator'))
    const whole = await administrator.call(listBranches, {})
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await administrator.call(listBranches, { query: { limit: 6, ...(cursor && { cursor }) } })
      seen.push(...page.body.items.map(({ id }) => id))
      if (!cursor) await administrator.call(createBranch, { body: { ...branchDraft(), name: name('Аа, раньше всех') } })
      cursor = page.body.nextCursor
    } while (cursor)
    expect(seen).toEqual(whole.body.items.map(({ id }) => id))
  })

  test('the administrator opens one and changes it; the trail names the fields', async ({ db, as }) => {
    const administrator = await aUser(db, 'administrator')
    const draft = branchDraft()
    const opened = await as(administrator).call(createBranch, { body: draft })
    expect(opened).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { can: { edit: true }, version: 1 } })
    expect(opened.body.regions.map(({ code }) => code)).toEqual(['KZ-10', 'KZ-62'])
    const params = { id: opened.body.id }
    const changed = await as(administrator).call(changeBranch, {
      params,
      version: 1,
      body: { regionCodes: ['KZ-62', 'KZ-35'], activeTo: '2026-12-31' },
    })
    expect(changed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { activeTo: '2026-12-31', version: 2 },
    })
    expect(changed.body.regions.map(({ code }) => code)).toEqual(['KZ-35', 'KZ-62'])
    const cleared = await as(administrator).call(changeBranch, { params, version: 2, body: { activeTo: null } })
    expect(cleared.body).toMatchObject({ activeTo: null, name: draft.name, version: 3 })
    const trail = await as(await aUser(db, 'auditor')).call(listAudit, { query: { entityId: opened.body.id } })
    expect(trail.body.items.map(({ action, fields, unit }) => ({ action, fields, unit }))).toEqual([
      { action: 'branch.changed', fields: ['activeTo'], unit: opened.body.id },
      { action: 'branch.changed', fields: ['regions', 'activeTo'], unit: opened.body.id },
      { action: 'branch.created', fields: [], unit: opened.body.id },
    ])
  })

  test('is refused to a branch, without or with a stale version, with unknown or doubled regions, under a used code', async ({
    db,
    as,
  }) => {
    const branch = await aBranch(db)
    const administrator = as(await aUser(db, 'administrator'))
    const chair = as(await aUser(db, 'branch_chair', branch))
    const params = { id: branch.id }
    const body = { name: name('Другое имя') }
    expect(await chair.call(changeBranch, { params, version: 1, body })).toMatchObject({
      status: 403,
      body: { code: 'auth.forbidden' },
    })
    expect(await administrator.send('PATCH', `/branches/${branch.id}`, { body })).toMatchObject({
      status: 428,
      body: { code: 'request.ifMatchMissing' },
    })
    expect(await administrator.call(changeBranch, { params, version: 7, body })).toMatchObject({
      status: 412,
      body: { code: 'record.changedMeanwhile' },
    })
    for (const id of [randomUUID(), 'karaganda', COUNCIL_ID])
      expect(await administrator.call(changeBranch, { params: { id }, version: 1, body })).toMatchObject({
        status: 404,
      })
    const wrong = { ...branchDraft(), regionCodes: ['KZ-35', 'KZ-99', 'KZ-35'], activeTo: '2025-12-31' }
    expect((await administrator.call(createBranch, { body: wrong })).body.errors).toEqual([
      { path: '/regionCodes/2', code: 'field.duplicate', message: 'field.duplicate' },
      { path: '/regionCodes/1', code: 'field.absent', message: 'field.absent' },
      { path: '/activeTo', code: 'field.reversed', message: 'field.reversed' },
    ])
    expect(
      await administrator.call(changeBranch, { params, version: 1, body: { activeTo: '1999-01-01' } }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/activeTo', code: 'field.reversed' }] },
    })
    expect(await administrator.send('PATCH', `/branches/${branch.id}`, { body: { code: 'other' } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/code', code: 'field.unknown' }] },
    })
    expect(await administrator.call(createBranch, { body: { ...branchDraft(), code: 'karaganda' } })).toMatchObject({
      status: 409,
      body: { code: 'record.duplicate' },
    })
    expect(await as(null).call(listBranches, {})).toMatchObject({ status: 401 })
  })

  test('of two changes of one version at the same moment one is told so', async ({ db, as }) => {
    const branch = await aBranch(db)
    const administrator = as(await aUser(db, 'administrator'))
    const change = (ru: string) =>
      administrator.call(changeBranch, { params: { id: branch.id }, version: 1, body: { name: name(ru) } })
    const answers = await Promise.all([change('Первый'), change('Второй')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })
})

describe('creating twice', () => {
  test('the same body by the same person is the same record; anything else is a used id', async ({ db, as }) => {
    const administrator = as(await aUser(db, 'administrator'))
    const other = as(await aUser(db, 'administrator'))
    const body = { id: randomUUID(), name: name('Больница, которую внесли дважды') }
    const [one, two] = await Promise.all([
      administrator.call(createEmployer, { body }),
      administrator.call(createEmployer, { body }),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 201])
    expect(one.body).toEqual(two.body)
    await administrator.call(changeEmployer, { params: { id: body.id }, version: 1, body: { active: false } })
    const again = await administrator.call(createEmployer, { body })
    expect(again).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { active: false } })
    const used = { status: 409, body: { code: 'record.idInUse' } }
    expect(await other.call(createEmployer, { body })).toMatchObject(used)
    expect(await administrator.call(createEmployer, { body: { ...body, active: false } })).toMatchObject(used)
    expect(await administrator.call(createTopic, { body: { ...body, category: 'pay' } })).toMatchObject(used)
    const { id } = await anEmployer(db)
    expect(await administrator.call(createEmployer, { body: { ...body, id } })).toMatchObject(used)
    const branch = { id: randomUUID(), ...branchDraft() }
    expect(await administrator.call(createBranch, { body: branch })).toMatchObject({ status: 201 })
    expect(await administrator.call(createBranch, { body: branch })).toMatchObject({
      status: 200,
      body: { id: branch.id },
    })
  })
})

describe('primary organisations', () => {
  test('are found by branch and by words of the name in either spelling', async ({ db, as }) => {
    const branch = await aBranch(db)
    const administrator = as(await aUser(db, 'administrator'))
    const create = (ru: string, branchId = branch.id) =>
      administrator.call(createPrimaryOrganisation, { body: { branchId, name: name(ru) } })
    const first = await create('ППО поликлиники № 5 г. Қарағанды')
    await create('ППО скорой помощи 100%')
    await create('ППО поликлиники № 5 г. Қарағанды', (await aBranch(db)).id)
    expect(first.body).toMatchObject({ employerId: null, regionCode: null, activeFrom: null, version: 1 })
    const found = (q: string) => administrator.call(listPrimaryOrganisations, { query: { branchId: [branch.id], q } })
    const names = async (q: string) => (await found(q)).body.items.map((item) => item.name.ru)
    expect(await names('караганды ПОЛИКЛИНИКИ')).toEqual(['ППО поликлиники № 5 г. Қарағанды'])
    expect(await names('100%')).toEqual(['ППО скорой помощи 100%'])
    expect(await names('_')).toEqual([])
    expect(await names(' ')).toHaveLength(2)
    const none = await administrator.call(listPrimaryOrganisations, { query: { branchId: ['council'] } })
    expect(none.body).toEqual({ items: [], nextCursor: null })
  })

  test('are changed by the administrator; an employer or a branch that is not there is named at its path', async ({
    db,
    as,
  }) => {
    const branch = await aBranch(db)
    const organisation = await anOrganisation(db, branch)
    const administrator = as(await aUser(db, 'administrator'))
    const params = { id: organisation.id }
    const cleared = await administrator.call(changePrimaryOrganisation, {
      params,
      version: 1,
      body: { employerId: null },
    })
    expect(cleared).toMatchObject({ status: 200, body: { employerId: null, regionCode: 'KZ-35', version: 2 } })
    expect(await administrator.call(getPrimaryOrganisation, { params })).toMatchObject({ body: cleared.body })
    const wrong = { employerId: randomUUID(), regionCode: 'KZ-98' }
    const atTheirPaths = [{ path: '/employerId', code: 'field.absent' }, { path: '/regionCode' }]
    expect(await administrator.call(changePrimaryOrganisation, { params, version: 2, body: wrong })).toMatchObject({
      status: 422,
      body: { errors: atTheirPaths },
    })
    const draft = { branchId: COUNCIL_ID, name: name('Без филиала'), ...wrong }
    expect(await administrator.call(createPrimaryOrganisation, { body: draft })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/branchId', code: 'field.absent' }, ...atTheirPaths] },
    })
    const chair = as(await aUser(db, 'branch_chair', branch))
    expect(await chair.call(changePrimaryOrganisation, { params, version: 2, body: {} })).toMatchObject({ status: 403 })
  })
})

describe('employers', () => {
  test('a specialist enters one; an odd BIN warns, a BIN of another is refused even at the same moment', async ({
    db,
    as,
  }) => {
    const specialist = as(await aUser(db, 'branch_specialist', await aBranch(db)))
    const enter = (bin: string, ru: string) => specialist.call(createEmployer, { body: { name: name(ru), bin } })
    const odd = await enter('990140000014', 'Клиника «Шипагер»')
    expect(odd).toMatchObject({
      status: 201,
      body: { active: true, can: { edit: true }, warnings: [{ path: '/bin', code: 'bin.checkDigit' }] },
    })
    const twins = await Promise.all([enter('100140000015', 'Одна'), enter('100140000015', 'Другая')])
    expect(twins.map(({ status }) => status).sort()).toEqual([201, 409])
    const refused = twins.find(({ status }) => status === 409)
    expect(refused?.body.code).toBe('record.duplicate')
    expect(JSON.stringify(refused?.body)).not.toContain('100140000015')
    const byBin = await specialist.call(listEmployers, { query: { q: '99014000001' } })
    expect(byBin.body.items.map(({ id }) => id)).toEqual([odd.body.id])
    const organisationChair = await aUser(
      db,
      'organisation_chair',
      await aBranch(db),
      await anOrganisation(db, await aBranch(db)),
    )
    expect(await as(organisationChair).call(createEmployer, { body: { name: name('Своя') } })).toMatchObject({
      status: 403,
    })
    expect(await as(organisationChair).call(getEmployer, { params: { id: odd.body.id } })).toMatchObject({
      status: 200,
      body: { can: { edit: false } },
    })
  })

  test('are filtered by region and by being active', async ({ db, as }) => {
    const administrator = as(await aUser(db, 'administrator'))
    const enter = (regionCode: string, active: boolean) =>
      administrator.call(createEmployer, { body: { name: name('Санаторий Бурабай'), regionCode, active } })
    const [open, closed] = [await enter('KZ-11', true), await enter('KZ-11', false)]
    await enter('KZ-55', true)
    const ids = async (query: object) =>
      (await administrator.call(listEmployers, { query: { q: 'бурабай', ...query } })).body.items.map(({ id }) => id)
    expect(await ids({ regionCode: ['KZ-11'] })).toEqual([open.body.id, closed.body.id])
    expect(await ids({ regionCode: ['KZ-11'], active: false })).toEqual([closed.body.id])
    expect(await ids({ regionCode: ['KZ-77'] })).toEqual([])
    expect(await administrator.send('GET', '/employers?regionCode=KZ-11,quux')).toMatchObject({
      status: 422,
      body: { code: 'request.invalid' },
    })
  })
})

describe('topics', () => {
  test('come in the order of the report, and a new one goes last in its category', async ({ db, as }) => {
    const admin = as(await aUser(db, 'administrator'))
    const before = await admin.call(listTopics, { query: { category: ['sanatorium'] } })
    const made = await admin.call(createTopic, { body: { category: 'sanatorium', name: name('Обмен путёвки') } })
    expect(made.body.position).toBe((before.body.items.at(-1)?.position ?? 0) + 1)
    const { body } = await admin.call(listTopics, {})
    const ranks = body.items.map((topic) => AppealCategory.options.indexOf(topic.category))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(new Set(ranks).size).toBe(5)
    const pages: string[] = []
    let cursor: string | null = null
    do {
      const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await admin.call(listTopics, {
        query: { limit: 17, ...(cursor && { cursor }) },
      })
      pages.push(...page.body.items.map(({ id }) => id))
      cursor = page.body.nextCursor
    } while (cursor)
    expect(pages).toEqual(body.items.map(({ id }) => id))
    const params = { id: made.body.id }
    await admin.call(changeTopic, { params, version: 1, body: { active: false } })
    expect(await admin.call(getTopic, { params })).toMatchObject({ body: { active: false, version: 2 } })
    const active = await admin.call(listTopics, { query: { category: ['sanatorium'], active: true } })
    expect(active.body.items.map(({ id }) => id)).toEqual(before.body.items.map(({ id }) => id))
  })
})

test('a cursor that is none of ours is refused', async ({ db, as }) => {
  const administrator = as(await aUser(db, 'administrator'))
  const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url')
  for (const path of ['/branches', '/primary-organisations', '/employers', '/topics', '/regions', '/working-calendar'])
    for (const cursor of ['x', forged(['a']), forged(['a', 'b']), forged(['1', '2', 'c']), forged([{}, 'x'])])
      expect(await administrator.send('GET', `${path}?cursor=${cursor}`), `${path} ${cursor}`).toMatchObject({
        status: 422,
        body: { code: 'request.invalid' },
      })
})

test('the directories are loaded once, and what people changed since stays', async ({ db }) => {
  const count = (tx: Parameters<Parameters<typeof system>[1]>[0]) =>
    tx
      .selectFrom('units')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  const before = await system(db, count)
  expect(await Promise.all([system(db, seedDirectories), system(db, seedDirectories)])).toEqual([false, false])
  expect(await system(db, count)).toEqual(before)
  const levels = await system(db, (tx) => tx.selectFrom('countedLevels').selectAll().orderBy('validFrom').execute())
  expect(levels.map(({ validFrom, footnoteKey }) => ({ validFrom, footnoteKey }))).toEqual([
    { validFrom: '1900-01-01', footnoteKey: null },
    { validFrom: '2021-01-01', footnoteKey: 'primary_organisations_counted' },
    { validFrom: '2022-01-01', footnoteKey: null },
  ])
  expect(levels[2]?.levels).toEqual(['council', 'branch'])
})
