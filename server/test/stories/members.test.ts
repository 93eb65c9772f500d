import { makeIin } from '@qorgan/shared/identifiers'
import {
  changeMember,
  createMember,
  getMember,
  listMembers,
  lookupMember,
  matchMembers,
  revealIin,
  summariseMembers,
} from '@qorgan/shared/members'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { aBranch, anOrganisation, aUser } from '../factories.ts'
import { test } from '../harness.ts'

let serial = 0
function anIin(): string {
  for (;;) {
    const iin = makeIin({ birthDate: '1987-01-12', sex: 'male', serial: serial++ })
    if (iin) return iin
  }
}
const draft = { lastName: 'Ахметов', firstName: 'Ерлан', patronymic: 'Болатович', kind: 'employed' } as const

const code = (answer: { status: number; body: { errors?: { path: string; code: string }[] | undefined } }) => [
  answer.status,
  answer.body.errors?.map((error) => `${error.path} ${error.code}`),
]

test('a branch enters a member and finds the same again', async ({ db, as }) => {
  const branch = await aBranch(db)
  const organisation = await anOrganisation(db, branch)
  const user = as(await aUser(db, 'branch_specialist', branch))
  const iin = anIin()
  const entered = await user.call(createMember, {
    body: {
      ...draft,
      iin,
      birthDate: '1987-01-12',
      sex: 'male',
      phone: '8 701 555 44 33',
      cardNumber: 'C 77',
      primaryOrganisationId: organisation.id,
    },
  })
  expect(entered.status).toBe(201)
  expect(entered.headers['etag']).toBe('"1"')
  expect(entered.body).toMatchObject({
    branchId: branch.id,
    iinMasked: `${iin.slice(0, 4)}****${iin.slice(-4)}`,
    phone: '+77015554433',
    warnings: [],
    version: 1,
  })
  expect(entered.body.can).toEqual({ edit: true, revealIin: true, register: true })

  const { id } = entered.body
  for (const q of ['ахметов', 'ЕРЛАН ахметов', 'C 77', 'болатович'])
    expect((await user.call(listMembers, { query: { q } })).body.items.map((member) => member.id)).toEqual([id])
  expect((await user.call(lookupMember, { body: { iin } })).body.items).toEqual([entered.body])
  expect((await user.call(getMember, { params: { id } })).body).toEqual(entered.body)
})

test('odd numbers are taken, with a warning', async ({ db, as }) => {
  const branch = await aBranch(db)
  const user = as(await aUser(db, 'branch_chair', branch))
  const { status, body } = await user.call(createMember, {
    body: { ...draft, iin: '870112300129', birthDate: '1990-05-05', sex: 'female', phone: '12-34' },
  })
  expect(status).toBe(201)
  expect(body.phone).toBe('12-34')
  expect(body.warnings.map((warning) => `${warning.path} ${warning.code}`)).toEqual(
    expect.arrayContaining(['/iin iin.birthDate', '/iin iin.sex', '/phone phone.unusual']),
  )
})

test('an IIN leaves whole only when it is opened, which is written down and limited', async ({ db, as, clock }) => {
  const branch = await aBranch(db)
  const specialist = await aUser(db, 'branch_specialist', branch)
  const user = as(specialist)
  const head = as(await aUser(db, 'council_head'))
  const iin = anIin()
  const { id } = (await user.call(createMember, { body: { ...draft, iin } })).body
  const answers = [
    await user.send('GET', '/members'),
    await user.send('GET', `/members/${id}`),
    await user.send('POST', '/members/lookup', { body: { iin } }),
    await user.send('POST', '/members/match', { body: { rows: [{ text: iin }] } }),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body)).toContain(id)
    expect(JSON.stringify(answer.body)).not.toContain(iin)
  }

  expect((await user.call(revealIin, { params: { id } })).body).toEqual({ iin })
  const trail = await db.transaction().execute(async (tx) => {
    await sql`set local role qorgan_union`.execute(tx)
    return tx
      .selectFrom('auditEvents')
      .select(['actorId', 'unitId', 'action', 'fields'])
      .where('entityId', '=', id)
      .orderBy('seq')
      .execute()
  })
  expect(trail).toMatchObject([
    { action: 'member.entered', fields: ['lastName', 'firstName', 'patronymic', 'iin', 'kind'] },
    { actorId: specialist.id, unitId: branch.id, action: 'member.iinOpened', fields: ['iin'] },
  ])

  const statuses = []
  for (let i = 0; i < 31; i++) statuses.push((await user.call(revealIin, { params: { id } })).status)
  expect(statuses.slice(0, 29)).toEqual(Array(29).fill(200))
  const refused = await user.call(revealIin, { params: { id } })
  expect(refused.status).toBe(429)
  expect(refused.body.code).toBe('request.tooMany')
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await head.call(revealIin, { params: { id } })).status).toBe(200)
  clock.set('2026-11-21')
  expect((await user.call(revealIin, { params: { id } })).status).toBe(200)
  clock.set('2026-11-20')
})

test('another branch finds nothing, by any way in', async ({ db, as }) => {
  const [home, other] = [await aBranch(db), await aBranch(db)]
  const organisation = await anOrganisation(db, home)
  const iin = anIin()
  const owner = as(await aUser(db, 'branch_chair', home))
  const { id } = (
    await owner.call(createMember, {
      body: { ...draft, lastName: 'Тайнов', iin, cardNumber: 'X-1', primaryOrganisationId: organisation.id },
    })
  ).body
  const strangers = [
    as(await aUser(db, 'branch_chair', other)),
    as(await aUser(db, 'organisation_chair', home, await anOrganisation(db, home))),
    as(await aUser(db, 'legal_head')),
  ] as const
  for (const stranger of strangers) {
    for (const query of [{}, { q: 'Тайнов' }, { branchId: home.id }, { primaryOrganisationId: organisation.id }]) {
      expect((await stranger.call(listMembers, { query })).body).toEqual({ items: [], nextCursor: null })
      expect((await stranger.call(summariseMembers, { query })).body.count).toBe(0)
    }
    expect((await stranger.call(lookupMember, { body: { iin } })).body.items).toEqual([])
    const rows = [
      { text: 'Тайнов Ерлан Болатович' },
      { text: '', iin },
      { text: '', cardNumber: 'X-1' },
      { text: 'Тайнов Е.Б.' },
    ]
    const match = await stranger.call(matchMembers, { body: { rows } })
    // Whoever opens a case finds its people by what they show, and sees no more of them than that until they are in it.
    const found = stranger === strangers[2] ? rows.map(() => [id]) : rows.map(() => [])
    expect(match.body.items.map((item) => item.candidates.map((candidate) => candidate.id))).toEqual(found)
    expect((await stranger.call(getMember, { params: { id } })).status).toBe(404)
    expect((await stranger.call(revealIin, { params: { id } })).status).toBe(404)
  }
  const [stranger] = strangers
  expect((await stranger.call(changeMember, { params: { id }, body: { lastName: 'Чужов' }, version: 1 })).status).toBe(
    404,
  )
  const own = as(await aUser(db, 'organisation_chair', home, organisation))
  expect((await own.call(listMembers, { query: {} })).body.items.map((member) => member.id)).toEqual([id])
  expect((await own.call(createMember, { body: draft })).body.code).toBe('auth.forbidden')
  for (const role of ['accountant', 'administrator', 'lawyer'] as const)
    expect((await as(await aUser(db, role)).call(listMembers, {})).status).toBe(403)
})

test('the council enters and moves members; a branch does neither beyond itself', async ({ db, as }) => {
  const [home, other] = [await aBranch(db), await aBranch(db)]
  const organisation = await anOrganisation(db, home)
  const council = as(await aUser(db, 'council_specialist'))
  const chair = as(await aUser(db, 'branch_chair', home))
  expect(code(await council.call(createMember, { body: draft }))).toEqual([422, ['/branchId field.required']])
  expect(code(await council.call(createMember, { body: { ...draft, branchId: randomUUID() } }))).toEqual([
    422,
    ['/branchId field.absent'],
  ])
  expect(code(await chair.call(createMember, { body: { ...draft, branchId: other.id } }))).toEqual([
    422,
    ['/branchId field.absent'],
  ])
  expect(code(await chair.call(createMember, { body: { ...draft, primaryOrganisationId: randomUUID() } }))).toEqual([
    422,
    ['/primaryOrganisationId field.absent'],
  ])
  expect(
    code(
      await council.call(createMember, {
        body: { ...draft, branchId: other.id, primaryOrganisationId: organisation.id },
      }),
    ),
  ).toEqual([422, ['/primaryOrganisationId field.notInUnit']])
  expect(
    code(await chair.call(createMember, { body: { ...draft, joinedOn: '2024-05-01', leftOn: '2024-04-30' } })),
  ).toEqual([422, ['/leftOn field.reversed']])

  const member = (
    await council.call(createMember, { body: { ...draft, branchId: home.id, primaryOrganisationId: organisation.id } })
  ).body
  const params = { id: member.id }
  expect(code(await chair.call(changeMember, { params, body: { branchId: other.id }, version: 1 }))).toEqual([
    422,
    ['/branchId field.absent'],
  ])
  expect(code(await council.call(changeMember, { params, body: { branchId: other.id }, version: 1 }))).toEqual([
    422,
    ['/primaryOrganisationId field.notInUnit'],
  ])
  const moved = await council.call(changeMember, {
    params,
    body: { branchId: other.id, primaryOrganisationId: null },
    version: 1,
  })
  expect(moved.body).toMatchObject({ branchId: other.id, primaryOrganisationId: null, version: 2 })
  expect((await chair.call(getMember, { params })).status).toBe(404)
})

test('a change names the version that was seen, and null clears', async ({ db, as }) => {
  const user = as(await aUser(db, 'branch_chair', await aBranch(db)))
  const { id } = (await user.call(createMember, { body: { ...draft, iin: anIin(), phone: '87015554433' } })).body
  const path = `/members/${id}`
  expect((await user.send('PATCH', path, { body: { phone: null } })).status).toBe(428)
  expect((await user.send('PATCH', `/members/${randomUUID()}`, { body: { phone: null } })).status).toBe(404)
  expect((await user.send('PATCH', '/members/nobody', { body: { phone: null } })).status).toBe(404)
  const params = { id }
  const changed = await user.call(changeMember, {
    params,
    body: { phone: null, iin: null, position: 'медсестра' },
    version: 1,
  })
  expect(changed.headers['etag']).toBe('"2"')
  expect(changed.body).toMatchObject({
    phone: null,
    iinMasked: null,
    position: 'медсестра',
    version: 2,
    can: { revealIin: false },
  })
  expect((await user.call(revealIin, { params })).body).toEqual({ iin: null })
  const late = await user.call(changeMember, { params, body: { position: 'врач' }, version: 1 })
  expect([late.status, late.body.code]).toEqual([412, 'record.changedMeanwhile'])
  const both = await Promise.all(
    ['a', 'b'].map((position) => user.call(changeMember, { params, body: { position }, version: 2 })),
  )
  expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 412])
})

test('an IIN is entered once in a branch, even by two people at the same moment', async ({ db, as }) => {
  const [branch, other] = [await aBranch(db), await aBranch(db)]
  const users = [as(await aUser(db, 'branch_chair', branch)), as(await aUser(db, 'branch_specialist', branch))]
  const iin = anIin()
  const answers = await Promise.all(users.map((user) => user.call(createMember, { body: { ...draft, iin } })))
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409])
  expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('member.iinInUse')
  expect(
    (await as(await aUser(db, 'branch_chair', other)).call(createMember, { body: { ...draft, iin } })).status,
  ).toBe(201)
  expect((await as(await aUser(db, 'council_head')).call(lookupMember, { body: { iin } })).body.items).toHaveLength(2)
})

test('the same creation twice is one member; anything else under its id is refused', async ({ db, as }) => {
  const branch = await aBranch(db)
  const user = as(await aUser(db, 'branch_chair', branch))
  const id = randomUUID()
  const body = { id, ...draft, iin: anIin() }
  const first = await user.call(createMember, { body })
  const second = await user.call(createMember, { body })
  expect([first.status, second.status]).toEqual([201, 200])
  expect(second.body).toEqual(first.body)
  expect(second.headers['etag']).toBe('"1"')
  const colleague = as(await aUser(db, 'branch_chair', branch))
  const stranger = as(await aUser(db, 'branch_chair', await aBranch(db)))
  for (const [who, sent] of [
    [user, { ...body, firstName: 'Ержан' }],
    [colleague, body],
    [stranger, body],
  ] as const) {
    const answer = await who.call(createMember, { body: sent })
    expect([answer.status, answer.body.code]).toEqual([409, 'record.idInUse'])
  }
  const other = randomUUID()
  const racing = await Promise.all([1, 2, 3].map(() => user.call(createMember, { body: { ...draft, id: other } })))
  expect(racing.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 200, 201])
})

test('a register is read page by page in the order of its names, and counted', async ({ db, as }) => {
  const branch = await aBranch(db)
  const user = as(await aUser(db, 'branch_chair', branch))
  const names = ['Яковлев', 'Ёлкин', 'Абаев', 'абаев', 'Әбдіров', 'Жуков', 'Жуков']
  for (const lastName of names)
    await user.call(createMember, {
      body: { lastName, firstName: 'Иван', kind: lastName === 'Жуков' ? 'student' : 'employed' },
    })
  const whole = (await user.call(listMembers, { query: {} })).body.items.map((member) => member.id)
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const { body } = await user.call(listMembers, { query: { limit: 2, ...(cursor && { cursor }) } })
    paged.push(...body.items.map((member) => member.id))
    cursor = body.nextCursor ?? undefined
  } while (cursor)
  expect(paged).toEqual(whole)
  expect(new Set(whole).size).toBe(7)
  expect((await user.call(listMembers, { query: { q: 'абдиров' } })).body.items).toHaveLength(1)
  expect(
    (await user.call(listMembers, { query: { primaryOrganisationId: ['none'], kind: ['student'] } })).body.items,
  ).toHaveLength(2)
  expect((await user.call(summariseMembers, { query: {} })).body).toEqual({
    count: 7,
    byKind: { employed: 5, student: 2, pensioner: 0 },
  })
  expect((await user.call(summariseMembers, { query: { q: 'жуков' } })).body).toEqual({
    count: 2,
    byKind: { employed: 0, student: 2, pensioner: 0 },
  })
  expect((await user.call(listMembers, { query: { branchId: ['council'] } })).body.items).toEqual([])
  for (const bad of ['x', Buffer.from('["a","b","c"]').toString('base64url'), Buffer.from('[1]').toString('base64url')])
    expect((await user.call(listMembers, { query: { cursor: bad } })).body.errors).toMatchObject([
      { path: '/cursor', code: 'field.badCursor' },
    ])
})

test.for(['%', '_', '\\', "'", '"', '%%%', 'a'.repeat(200), ') or true --', '*', '&|!', 'Ахметов\\', '${x}'])(
  'a search for %j is only a search',
  async (q, { db, as }) => {
    const user = as(await aUser(db, 'branch_chair', await aBranch(db)))
    await user.call(createMember, { body: { ...draft, lastName: 'Процентов' } })
    const { status, body } = await user.call(listMembers, { query: { q } })
    expect(status).toBe(200)
    expect(body.items).toEqual([])
  },
)

test('a pasted list finds its people by the surest thing in each row', async ({ db, as }) => {
  const branch = await aBranch(db)
  const user = as(await aUser(db, 'branch_specialist', branch))
  const iin = anIin()
  const enter = async (lastName: string, firstName: string, patronymic: string | null, more: object = {}) =>
    (await user.call(createMember, { body: { lastName, firstName, patronymic, kind: 'employed', ...more } })).body.id
  const erlan = await enter('Ахметов', 'Ерлан', 'Болатович', { iin, cardNumber: 'K-5' })
  const erzhan = await enter('Ахметов', 'Ержан', 'Саматович')
  const aigul = await enter('Қасымова', 'Айгүл', 'Серікқызы')
  const bare = await enter('Ким', 'Виктор', null)
  const find = async (row: { text: string; iin?: string; cardNumber?: string }) => {
    const { status, body } = await user.call(matchMembers, { body: { rows: [row] } })
    expect(status).toBe(200)
    return body.items[0]?.candidates.map((candidate) => [candidate.id, candidate.matchedBy])
  }
  expect(await find({ text: 'кто-то другой', iin })).toEqual([[erlan, 'iin']])
  expect(await find({ text: `Ахметов Е. ${iin}` })).toEqual([[erlan, 'iin']])
  expect(await find({ text: '', cardNumber: ' K-5 ' })).toEqual([[erlan, 'cardNumber']])
  for (const text of [
    'Ахметов Ерлан Болатович',
    '12. АХМЕТОВ ЕРЛАН БОЛАТОВИЧ, медсестра',
    'Ерлан Болатович Ахметов',
    'Ерлан Ахметов',
    'ахметов ерлан',
  ])
    expect(await find({ text })).toEqual([[erlan, 'fullName']])
  for (const text of ['Ахметов Е.Б.', 'Е.Б. Ахметов', 'Ахметов Е. Б. медбрат'])
    expect(await find({ text })).toEqual([[erlan, 'name']])
  expect((await find({ text: 'Ахметов Е.' }))?.map(([id]) => id).toSorted()).toEqual([erlan, erzhan].toSorted())
  expect(await find({ text: 'Касымова Айгул Серіккызы' })).toEqual([[aigul, 'fullName']])
  expect(await find({ text: 'Ким Виктор' })).toEqual([[bare, 'fullName']])
  expect(await find({ text: 'Ким Виктор Петрович' })).toEqual([[bare, 'fullName']])
  for (const text of ['Ахмтов Ерлан Болатович', 'Ахмтов Ерлан', 'Ахметов Ерлн Болатович'])
    expect((await find({ text }))?.[0]).toEqual([erlan, 'name'])
  expect((await find({ text: 'Ахметов' }))?.length).toBe(2)
  for (const text of ['', '   ', '%', "О'Коннор", '\\', '12345', 'а'.repeat(300)])
    expect(await find({ text })).toEqual([])
  const widest = await user.call(matchMembers, {
    body: { rows: Array.from({ length: 500 }, () => ({ text: 'ж'.repeat(300) })) },
  })
  expect(widest.status).toBe(200)
  expect(
    (await user.call(matchMembers, { body: { rows: Array.from({ length: 501 }, () => ({ text: 'x' })) } })).status,
  ).toBe(422)
  const many = await user.call(matchMembers, {
    body: { rows: Array.from({ length: 500 }, () => ({ text: 'Ахметов Ерлан Болатович' })) },
  })
  expect(many.body.items.map((item) => item.candidates.length)).toEqual(Array(500).fill(1))
})
