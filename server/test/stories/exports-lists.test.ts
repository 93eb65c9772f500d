import { listAppeals, registerAppeal, registerBatch } from '@qorgan/shared/appeals'
import { addPayment, refundPayment } from '@qorgan/shared/case-money'
import { addEffect, listEffects } from '@qorgan/shared/effects'
import { listMembers } from '@qorgan/shared/members'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { describe, expect, inject } from 'vitest'
import { connect } from '../../src/platform/db/connect.ts'
import { workbookOf } from '../../src/exports/sheets/workbook.ts'
import { aBranch, aMember, anOrganisation, aUser, type TestBranch, type TestUser } from '../factories.ts'
import { saved } from '../files.ts'
import { type Client, test as base, withDatabase } from '../harness.ts'
import { aLegalCase, anAllotment } from '../legal-factories.ts'

const hostile = '=HYPERLINK("http://x";"Ә") _x0041_ <&> \u0007;"ә ғ қ ң ө ұ ү һ і ₸"'

interface House {
  branch: TestBranch
  chair: TestUser
  specialist: TestUser
  member: { id: string }
}

const test = base.extend('house', { scope: 'file' }, async ({ db, as }): Promise<House> => {
  const branch = await aBranch(db)
  const organisation = await anOrganisation(db, branch)
  const member = await aMember(db, branch, organisation, { lastName: '=Ахметова', firstName: 'Әйгерім' })
  const chair = await aUser(db, 'branch_chair', branch)
  const specialist = await aUser(db, 'branch_specialist', branch)
  const draft = { receivedOn: '2026-11-10', channel: 'phone', applicant: { memberId: member.id } } as const
  const first = await made(
    as(chair).call(registerAppeal, { body: { ...draft, category: 'pay', subject: hostile, signatories: 3 } }),
  )
  await made(
    as(chair).call(registerAppeal, {
      body: { ...draft, category: 'legal', subject: 'Увольнение', receivedOn: '2026-11-02' },
    }),
  )
  for (const [amount, note] of [
    [334_731_370, '+7'],
    [0, ''],
  ] as const)
    await made(
      as(chair).call(addEffect, {
        params: { id: first.id },
        body: {
          kind: 'recovered',
          stage: 'received',
          amount,
          people: 2,
          occurredOn: '2026-11-12',
          ...(note && { note }),
        },
      }),
    )
  return { branch, chair, specialist, member }
})

async function made<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

/** The first sheet as rows of named cells. */
async function table(bytes: Buffer) {
  const [sheet] = (await readXlsx(bytes)).sheets
  const [header = [], ...rows] = sheet?.rows ?? []
  return {
    sheet,
    header,
    rows: rows.map((row) => Object.fromEntries(header.map((name, index) => [String(name), row[index] ?? null]))),
  }
}
const isDay = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)

describe('a list as a workbook', () => {
  test('holds what the list holds, in its order, by its filter', async ({ app, as, house }) => {
    const { chair } = house
    const all = (await as(chair).call(listAppeals, { query: { sort: 'receivedOn' } })).body.items
    const file = await saved(app, chair, '/appeals.xlsx?sort=receivedOn')
    expect(file.status).toBe(200)
    expect(file.headers['x-total-count']).toBe('2')
    expect(file.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('Обращения 20.11.2026.xlsx')
    const { rows, sheet } = await table(file.bytes)
    expect(
      rows.map((row) => ({
        number: row['Номер'],
        receivedOn: isDay(row['Поступило']),
        signatories: row['Подписей'],
        received: row['Получено, тг'],
        people: row['Людей'],
        dueOn: isDay(row['Срок']),
      })),
    ).toEqual(
      all.map(({ number, receivedOn, signatories, effect: { received, people }, dueOn }) => ({
        number,
        receivedOn,
        signatories,
        received,
        people,
        dueOn,
      })),
    )
    expect(sheet?.freezePane).toMatchObject({ rows: 1 })
    expect(sheet?.autoFilter?.range).toMatch(/^A1:[A-Z]+3$/)
    expect(rows[0]?.['Категория']).toBe('Правовые вопросы')
    const legal = await table((await saved(app, chair, '/appeals.xlsx?category=legal')).bytes)
    expect(legal.rows.map((row) => row['Суть'])).toEqual(['Увольнение'])
    const none = await table((await saved(app, chair, '/appeals.xlsx?category=material_aid')).bytes)
    expect(none.rows).toEqual([])
  })

  test('takes whatever people typed for text', async ({ app, house }) => {
    const { rows, sheet } = await table((await saved(app, house.chair, '/appeals.xlsx?category=pay')).bytes)
    expect(rows[0]?.['Суть']).toBe(hostile.replace('\u0007', ''))
    expect(rows[0]?.['Заявитель']).toBe('=Ахметова Әйгерім Сериковна')
    expect([...(sheet?.cells?.values() ?? [])].some(({ formula }) => formula !== undefined)).toBe(false)
  })

  test('speaks three languages', async ({ app, house }) => {
    const header = async (locale: string) =>
      (await table((await saved(app, house.chair, `/appeals.xlsx?locale=${locale}`)).bytes)).header.slice(0, 4)
    expect(await header('kk')).toEqual(['Нөмірі', 'Келіп түсті', 'Күйі', 'Санаты'])
    expect(await header('en')).toEqual(['Number', 'Received on', 'Status', 'Category'])
    const file = await saved(app, house.chair, '/appeals.csv?locale=kk')
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('Жолданымдар 20.11.2026.csv')
    expect((await saved(app, house.chair, '/appeals.csv?locale=de')).status).toBe(422)
  })

  test('of effects and members equals their lists', async ({ app, as, house }) => {
    const effects = (await as(house.chair).call(listEffects, {})).body.items
    const ledger = await table((await saved(app, house.chair, '/effects.xlsx')).bytes)
    expect(
      ledger.rows.map((row) => [row['Обращение'], row['Сумма, тг'], isDay(row['Дата']), row['Примечание']]),
    ).toEqual(effects.map(({ appealNumber, amount, occurredOn, note }) => [appealNumber, amount, occurredOn, note]))
    const members = (await as(house.chair).call(listMembers, {})).body.items
    const register = await table((await saved(app, house.chair, '/members.xlsx')).bytes)
    expect(register.rows.map((row) => [row['Фамилия'], row['ИИН'], row['Телефон']])).toEqual(
      members.map(({ lastName, iinMasked, phone }) => [lastName, iinMasked, phone]),
    )
  })

  test('goes on in a second sheet where the first one is full', async () => {
    async function* batches() {
      yield [1, 2, 3]
      yield [4, 5]
    }
    const columns = [{ label: 'Число', width: 9, kind: 'int', value: (row: number) => row } as const]
    const parts: Buffer[] = []
    for await (const part of workbookOf({ name: 'Числа', title: 'Числа', columns, yes: 'да' }, batches(), 3))
      parts.push(part)
    const { sheets } = await readXlsx(Buffer.concat(parts))
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['Числа', [['Число'], [1], [2]]],
      ['Числа 2', [['Число'], [3], [4]]],
      ['Числа 3', [['Число'], [5]]],
    ])
  })
})

describe('a list as a CSV', () => {
  test('is for a spreadsheet of this country, and nothing in it is a formula', async ({ app, as, house }) => {
    const { bytes, headers } = await saved(app, house.chair, '/appeals.csv')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const [header = [], ...rows] = parseCsv(bytes.toString('utf8'), { delimiter: ';' })
    const at = (name: string) => rows.map((row) => row[header.findIndex((cell) => String(cell) === name)])
    const { items } = (await as(house.chair).call(listAppeals, {})).body
    expect(at('Номер')).toEqual(items.map(({ number }) => number))
    expect(at('Суть')).toEqual([`'${hostile}`, 'Увольнение'])
    expect(at('Заявитель')[0]).toBe("'=Ахметова Әйгерім Сериковна")
    expect(at('Телефон')[0]).toBe("'+77010001122")
    expect(bytes.toString('utf8')).toContain(';334731370;')
  })
})

describe('what leaves, and for whom', () => {
  const personal = ['Суть', 'Заявитель', 'Телефон', 'Ответ']

  test('people are in it only for those who may take them out', async ({ app, house }) => {
    const { header } = await table((await saved(app, house.specialist, '/appeals.xlsx')).bytes)
    expect(header.filter((name) => personal.includes(String(name)))).toEqual([])
    expect((await saved(app, house.specialist, '/appeals.csv')).bytes.toString('utf8')).not.toContain('Ахметова')
    expect((await saved(app, house.specialist, '/members.xlsx')).status).toBe(403)
    const own = await table((await saved(app, house.chair, '/appeals.xlsx')).bytes)
    expect(own.header.filter((name) => personal.includes(String(name)))).toEqual(personal)
  })

  test('another branch takes nothing, whatever it asks for', async ({ app, db, house }) => {
    const stranger = await aUser(db, 'branch_chair', await aBranch(db))
    for (const list of ['appeals', 'effects', 'members', 'legal-cases']) {
      const file = await saved(app, stranger, `/${list}.csv?branchId=${house.branch.id}`)
      expect(file.status).toBe(200)
      expect(file.headers['x-total-count']).toBe('0')
      expect(file.bytes.toString('utf8').split('\r\n')).toHaveLength(2)
    }
  })

  test('every export is on record by its filter, never by what was searched', async ({ app, database, house }) => {
    const superuser = connect({
      url: withDatabase(inject('adminUrl'), new URL(database.url).pathname.slice(1)),
      max: 1,
    })
    const trail = async () =>
      (
        await sql<{ action: string; fields: string[]; count: number; unitId: string; actorId: string }>`
          select action, fields, count, unit_id, actor_id from audit_events where actor_id = ${house.chair.id} and action like '%exported' order by seq`.execute(
          superuser,
        )
      ).rows
    const before = (await trail()).length
    await saved(
      app,
      house.chair,
      `/appeals.xlsx?category=pay,legal&receivedFrom=2026-11-01&q=${encodeURIComponent('Ахметова')}`,
    )
    await saved(app, house.chair, '/members.csv')
    await saved(app, house.chair, '/appeals.xlsx?category=nothing')
    expect((await trail()).slice(before)).toEqual([
      {
        action: 'appeal.exported',
        fields: ['format=xlsx', 'category=pay,legal', 'receivedFrom=2026-11-01', 'q', 'sort=-receivedOn', 'locale=ru'],
        count: 2,
        unitId: house.branch.id,
        actorId: house.chair.id,
      },
      {
        action: 'member.exported',
        fields: ['format=csv', 'locale=ru'],
        count: 1,
        unitId: house.branch.id,
        actorId: house.chair.id,
      },
    ])
    await superuser.destroy()
  })

  test('whoever goes away in the middle leaves no transaction behind', async ({ app, db, as, house }) => {
    await manyAppeals(as(house.chair), house)
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const authorization = `Bearer ${app.jwt.sign({ sub: house.chair.id, sid: house.chair.sessionId })}`
    for (let n = 0; n < 4; n++) {
      const leaving = new AbortController()
      const answer = await fetch(`${address}/api/v1/appeals.xlsx`, {
        headers: { authorization },
        signal: leaving.signal,
      })
      expect(answer.status).toBe(200)
      leaving.abort()
      await expect.poll(() => openCursors(db), { timeout: 5000 }).toBe(0)
    }
  })
})

async function manyAppeals(chair: Client, { member }: House): Promise<void> {
  const shared = { receivedOn: '2026-11-10', channel: 'phone', category: 'labour_protection', subject: 'Охрана' }
  for (let n = 0; n < 4; n++)
    await made(
      chair.call(registerBatch, {
        body: {
          id: randomUUID(),
          shared,
          items: Array.from({ length: 300 }, () => ({ applicant: { memberId: member.id } })),
        },
      }),
    )
}

const openCursors = async (db: Parameters<typeof aBranch>[0]) =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`.execute(
      db,
    )
  ).rows[0]?.n

test('payments leave as they stand on the bank’s statement, for whoever reads the money', async ({
  app,
  as,
  db,
  house,
}) => {
  const head = await aUser(db, 'legal_head')
  const legalCase = await aLegalCase(db, house.branch, { openedBy: head })
  await anAllotment(db, legalCase, 100_000)
  const paid = await made(
    as(head).call(addPayment, {
      params: { id: legalCase.id },
      body: { purpose: 'state_fee', paidOn: '2026-11-05', amount: 3000, document: `=ПП ${house.branch.prefix}` },
    }),
  )
  await as(head).call(refundPayment, {
    params: { id: legalCase.id, itemId: paid.id },
    body: { amount: 1000, refundedOn: '2026-11-10', document: 'ВП 7' },
  })
  const accountant = await aUser(db, 'accountant')
  const { bytes } = await saved(app, accountant, `/payments.xlsx?caseId=${legalCase.id}`)
  const { rows } = await table(bytes)
  expect(rows.map((row) => ({ ...row, 'Оплачено (дата)': isDay(row['Оплачено (дата)']) }))).toMatchObject([
    {
      'Оплачено (дата)': '2026-11-05',
      Документ: `=ПП ${house.branch.prefix}`,
      'Сумма, тг': 3000,
      'Возвращено, тг': 1000,
      Возвраты: '2026-11-10 ВП 7',
      'За что': 'Госпошлина',
    },
  ])
  expect((await saved(app, house.chair, `/payments.csv?caseId=${legalCase.id}`)).status).toBe(403)
})
