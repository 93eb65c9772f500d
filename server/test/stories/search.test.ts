import { createMember } from '@qorgan/shared/members'
import { search } from '@qorgan/shared/search'
import { expect } from 'vitest'
import type { Db } from '../../src/platform/db/index.ts'
import { aBranch, anOrganisation, aUser, type TestBranch, type TestUser } from '../factories.ts'
import { system, test } from '../harness.ts'

let made = 0
/** An appeal as it stands in the database, of a person who is known or only named. */
async function anAppeal(
  db: Db,
  branch: TestBranch,
  user: TestUser,
  values: { memberId?: string; applicantName?: string; applicantPhone?: string; subject?: string; status?: 'annulled' },
) {
  const seq = ++made
  return system(db, (tx) =>
    tx
      .insertInto('appeals')
      .values({
        branchId: branch.id,
        handlingUnitId: branch.id,
        level: 'branch',
        receivedLevel: 'branch',
        number: `${branch.prefix}-2026-${String(seq).padStart(5, '0')}`,
        numberYear: 2026,
        numberSeq: seq,
        status: values.status ?? 'registered',
        receivedOn: '2026-10-01',
        channel: 'phone',
        category: 'pay',
        subject: values.subject ?? 'Вопрос',
        membership: values.memberId ? 'member' : 'non_member',
        memberId: values.memberId ?? null,
        applicantName: values.applicantName ?? 'Неизвестный Человек',
        applicantPhone: values.applicantPhone ?? null,
        dueOn: '2026-11-30',
        dueExplained: JSON.stringify({ ru: 'срок', kk: 'мерзім', en: 'due' }),
        registeredBy: user.id,
      })
      .returning(['id', 'number'])
      .executeTakeFirstOrThrow(),
  )
}
const ids = (found: { id: string }[]) => found.map(({ id }) => id)

test('one field finds a person by IIN, phone and name, and an appeal by number, name, phone and text', async ({
  db,
  as,
}) => {
  const branch = await aBranch(db)
  const specialist = await aUser(db, 'branch_specialist', branch)
  const user = as(specialist)
  const iin = '870112300123'
  const member = (
    await user.call(createMember, {
      body: {
        lastName: 'Сулейменова',
        firstName: 'Гаухар',
        kind: 'employed',
        iin,
        phone: '8 701 222 33 44',
        cardNumber: 'Q-9',
      },
    })
  ).body
  const hers = await anAppeal(db, branch, specialist, {
    memberId: member.id,
    applicantName: 'Сулейменова Гаухар',
    subject: 'Задержка заработной платы за сентябрь',
  })
  const another = await anAppeal(db, branch, specialist, {
    applicantName: 'Пак Сергей',
    applicantPhone: '+77019998877',
    subject: 'Путёвка в санаторий',
  })
  await anAppeal(db, branch, specialist, { applicantName: 'Сулейменова Ошибочная', status: 'annulled' })
  const find = async (q: string) => {
    const { status, body } = await user.call(search, { body: { q } })
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toContain(iin)
    expect(body.cases).toEqual([])
    return { members: ids(body.members), appeals: ids(body.appeals) }
  }
  for (const q of [iin, '870112 300123', '+7 (701) 222-33-44', '7012223344', 'сулейменова', 'Гаухар Сулейменова'])
    expect(await find(q)).toEqual({ members: [member.id], appeals: [hers.id] })
  expect(await find('Q-9')).toEqual({ members: [member.id], appeals: [] })
  expect(await find('8 701 999 88 77')).toEqual({ members: [], appeals: [another.id] })
  expect(await find(hers.number)).toEqual({ members: [], appeals: [hers.id] })
  expect(await find('задержки зарплаты заработная сентябрь')).toEqual({ members: [], appeals: [] })
  expect(await find('задержка заработных плат')).toEqual({ members: [], appeals: [hers.id] })
  expect(await find('путевка')).toEqual({ members: [], appeals: [another.id] })
})

test('nobody finds what is not theirs to see', async ({ db, as }) => {
  const [home, other] = [await aBranch(db), await aBranch(db)]
  const owner = await aUser(db, 'branch_chair', home)
  const iin = '870112300131'
  const member = (
    await as(owner).call(createMember, {
      body: { lastName: 'Скрытова', firstName: 'Тайна', kind: 'employed', iin, phone: '87013334455' },
    })
  ).body
  const appeal = await anAppeal(db, home, owner, {
    memberId: member.id,
    applicantName: 'Скрытова Тайна',
    applicantPhone: '+77013334455',
    subject: 'Редкостное обстоятельство',
  })
  const strangers = [
    as(await aUser(db, 'branch_chair', other)),
    as(await aUser(db, 'organisation_chair', home, await anOrganisation(db, home))),
    as(await aUser(db, 'legal_officer')),
  ]
  for (const stranger of strangers)
    for (const q of [iin, '8 701 333 44 55', 'Скрытова', appeal.number, 'Редкостное обстоятельство'])
      expect((await stranger.call(search, { body: { q } })).body).toEqual({ appeals: [], members: [], cases: [] })
  const council = await as(await aUser(db, 'auditor')).call(search, { body: { q: 'Скрытова' } })
  expect([ids(council.body.members), ids(council.body.appeals)]).toEqual([[member.id], [appeal.id]])
  for (const role of ['accountant', 'administrator', 'lawyer'] as const)
    expect((await as(await aUser(db, role)).call(search, { body: { q: 'Скрытова' } })).status).toBe(403)
})

test.for([
  '%',
  '_',
  '\\',
  "'",
  '"',
  '"""',
  '%%',
  'а'.repeat(200),
  'a & | ! ( )',
  ':*',
  '<->',
  '12345678901234567890',
  '+',
])('a search for %j is only a search', async (q, { db, as }) => {
  const branch = await aBranch(db)
  const user = await aUser(db, 'branch_chair', branch)
  await anAppeal(db, branch, user, { applicantName: 'Обычный Заявитель', subject: 'Жалоба' })
  const { status, body } = await as(user).call(search, { body: { q } })
  expect(status).toBe(200)
  expect(body).toEqual({ appeals: [], members: [], cases: [] })
})

test('an empty or endless search is refused', async ({ db, as }) => {
  const user = as(await aUser(db, 'branch_chair', await aBranch(db)))
  for (const q of ['', '   ', 'a'.repeat(201)]) expect((await user.call(search, { body: { q } })).status).toBe(422)
})
