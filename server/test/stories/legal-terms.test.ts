import { listAudit } from '@qorgan/shared/audit'
import { listCaseTimeline } from '@qorgan/shared/case-timeline'
import { getLegalCase, listLegalCases } from '@qorgan/shared/legal-cases'
import {
  addCaseDeadline,
  changeCaseDeadline,
  changeDeadlineRule,
  createDeadlineRule,
  doneCaseDeadline,
  listCaseDeadlines,
  listDeadlineRules,
} from '@qorgan/shared/legal-terms'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { seedDirectories } from '../../src/organisation/seed.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { aBranch, aUser } from '../factories.ts'
import { system, test as base, withDatabase } from '../harness.ts'
import { aLegalCase } from '../legal-factories.ts'

const test = base
  .extend('branch', { scope: 'file' }, ({ db }) => aBranch(db))
  .extend('head', { scope: 'file' }, ({ db }) => aUser(db, 'legal_head'))
  .extend('officer', { scope: 'file' }, ({ db }) => aUser(db, 'legal_officer'))

const rule = {
  key: 'civil.test',
  title: { ru: 'Проверочный срок', kk: 'Тексеру мерзімі' },
  event: { ru: 'событие', kk: 'оқиға', en: 'event' },
  length: 5,
  unit: 'working_day' as const,
  act: 'ГПК РК',
  article: 'ст. 1',
  validFrom: '2020-01-01',
  certainty: 'unsure' as const,
  kinds: ['civil' as const],
  active: true,
}
const errorsOf = ({ body }: { body: { errors?: { path: string; code: string }[] | undefined } }) =>
  (body.errors ?? []).map(({ path, code }) => `${path} ${code}`)

describe('terms of law', () => {
  test('come into a database of an earlier version at its next start, once', async ({ db, database }) => {
    const name = new URL(database.url).pathname.slice(1)
    const superuser = connect({ url: withDatabase(inject('superuserUrl'), name), max: 1 })
    await sql`truncate deadline_rules cascade`.execute(superuser)
    await superuser.destroy()
    const idsAfterStart = () =>
      system(db, async (tx) => {
        expect(await seedDirectories(tx)).toBe(false)
        return (await tx.selectFrom('deadlineRules').select('id').orderBy('id').execute()).map(({ id }) => id)
      })
    const first = await idsAfterStart()
    expect(first.length).toBeGreaterThan(25)
    expect(await idsAfterStart()).toEqual(first)
  })

  test('are there from the start, by key, for the kinds that they are for', async ({ as, db, officer }) => {
    const all = await as(officer).call(listDeadlineRules, {})
    expect(all.body.items.length).toBeGreaterThan(25)
    expect(all.body.items.map(({ key }) => key)).toEqual(all.body.items.map(({ key }) => key).toSorted())
    const criminal = await as(officer).call(listDeadlineRules, { query: { kind: ['criminal'] } })
    expect(criminal.body.items).toMatchObject([
      {
        key: 'criminal.appeal',
        length: 15,
        unit: 'calendar_day',
        act: 'УПК РК',
        article: 'ст. 418 ч. 1, ст. 422 ч. 2',
        certainty: 'law',
        active: true,
        version: 1,
        can: { edit: false },
      },
    ])
    const cassation = all.body.items.filter(({ key }) => key === 'civil.cassation')
    expect(cassation.map(({ validFrom, certainty }) => [validFrom, certainty])).toEqual([
      ['2025-07-01', 'unsure'],
      ['2016-01-01', 'unsure'],
    ])
    const pages: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await as(officer).call(listDeadlineRules, { query: { limit: 7, cursor } })
      pages.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor ?? undefined
    } while (cursor)
    expect(pages).toEqual(all.body.items.map(({ id }) => id))
    for (const role of ['lawyer', 'auditor', 'council_head'] as const)
      expect((await as(await aUser(db, role)).call(listDeadlineRules, {})).status).toBe(200)
  })

  test('are edited by the head of the legal department alone, each edition once', async ({ as, db, head, officer }) => {
    for (const role of ['legal_officer', 'council_head', 'administrator', 'lawyer'] as const)
      expect((await as(await aUser(db, role)).call(createDeadlineRule, { body: rule })).status, role).toBe(403)
    const body = { id: randomUUID(), ...rule, edition: 'Первая' }
    const both = await Promise.all([
      as(head).call(createDeadlineRule, { body }),
      as(head).call(createDeadlineRule, { body }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201])
    expect(both[0].body).toEqual({
      ...body,
      title: { ...rule.title, en: null },
      version: 1,
      can: { edit: true },
    })
    const twins = await Promise.all([
      as(head).call(createDeadlineRule, { body: { ...rule, validFrom: '2024-01-01' } }),
      as(head).call(createDeadlineRule, { body: { ...rule, validFrom: '2024-01-01', length: 7 } }),
    ])
    expect(twins.map(({ status, body: { code } }) => `${status} ${code ?? ''}`).toSorted()).toEqual([
      '201 ',
      '409 record.duplicate',
    ])
    const params = { id: body.id }
    const change = (version: number, changed: object) =>
      as(head).call(changeDeadlineRule, { params, version, body: changed })
    expect(await change(1, { validFrom: '2024-01-01' })).toMatchObject({
      status: 409,
      body: { code: 'record.duplicate' },
    })
    const changed = await change(1, {
      length: 6,
      edition: null,
      title: { ru: 'Иной', kk: 'Басқа', en: 'Other' },
      kinds: [],
    })
    expect(changed.body).toMatchObject({ length: 6, edition: null, title: { en: 'Other' }, kinds: [], version: 2 })
    expect((await change(1, { length: 9 })).status).toBe(412)
    expect((await as(head).send('PATCH', `/deadline-rules/${body.id}`, { body: { length: 9 } })).status).toBe(428)
    expect((await as(head).send('PATCH', `/deadline-rules/${randomUUID()}`, { body: { length: 9 } })).status).toBe(404)
    expect(
      errorsOf(await as(head).send('POST', '/deadline-rules', { body: { ...rule, key: 'К', length: -1 } })),
    ).toEqual(['/key invalid_format', '/length too_small'])
    const trail = await as(await aUser(db, 'auditor')).call(listAudit, { query: { entityId: body.id } })
    expect(trail.body.items.map(({ action, fields }) => [action, ...fields])).toEqual([
      ['deadlineRule.changed', 'title', 'length', 'edition', 'kinds'],
      ['deadlineRule.created'],
    ])
    const active = await as(officer).call(listDeadlineRules, { query: { kind: ['criminal'], active: true } })
    // A rule that names no kind is for every one.
    expect(active.body.items.map(({ key }) => key)).toEqual(['civil.test', 'criminal.appeal'])
  })
})

describe('a term of a case', () => {
  test('by a rule says its last day, why, and that nobody has checked it yet', async ({ as, db, branch, officer }) => {
    const { id } = await aLegalCase(db, branch)
    const set = await as(officer).call(addCaseDeadline, {
      params: { id },
      body: { ruleKey: 'labour.reinstatement.commission', eventDate: '2026-10-15' },
    })
    expect(set.status).toBe(201)
    expect(set.body).toEqual({
      id: set.body.id,
      ruleKey: 'labour.reinstatement.commission',
      title: {
        ru: 'Заявление о восстановлении на работе в согласительную комиссию',
        kk: 'Жұмысқа қайта алу туралы келісу комиссиясына өтініш',
        en: 'Reinstatement: application to the conciliation commission',
      },
      article: 'ТК РК, ст. 160 п. 1',
      eventDate: '2026-10-15',
      dueOn: '2026-11-16',
      computedOn: null,
      overrideReason: null,
      explained: {
        ru: '1 месяц с 15 октября (вручение или отправка заказным письмом акта работодателя; ТК РК, ст. 160 п. 1): 15 ноября — нерабочий день, поэтому 16 ноября',
        kk: '15 қазаннан бастап 1 ай (жұмыс берушінің актісі тапсырылған немесе тапсырысты хатпен жіберілген күн; ТК РК, ст. 160 п. 1): 15 қараша — жұмыс күні емес, сондықтан 16 қараша',
        en: '1 month from 15 October (service of the employer’s act, or its sending by registered mail; ТК РК, ст. 160 п. 1): 15 November is a day off, so 16 November',
      },
      certainty: 'law',
      provisional: false,
      state: 'missed',
      checkedBy: null,
      checkedAt: null,
      doneOn: null,
      version: 1,
      can: { edit: true, check: true, done: true },
    })
    const log = await as(officer).call(listCaseTimeline, { params: { id } })
    expect(log.body.items.at(-1)).toMatchObject({
      kind: 'deadline_set',
      details: { ruleKey: 'labour.reinstatement.commission', dueOn: '2026-11-16' },
    })
    const missed = await as(officer).call(listLegalCases, {
      query: { attention: ['term_missed'], branchId: [branch.id] },
    })
    expect(missed.body.items.map((one) => one.id)).toContain(id)
  })

  test('says whether it is missed, near, ahead or done; the nearest first', async ({ as, db, branch, officer }) => {
    const { id } = await aLegalCase(db, branch)
    const own = (dueOn: string) =>
      as(officer).call(addCaseDeadline, { params: { id }, body: { title: `К ${dueOn}`, dueOn } })
    for (const day of ['2026-11-28', '2026-11-19', '2026-11-20', '2026-11-27']) await own(day)
    const met = await own('2026-11-10')
    await as(officer).call(doneCaseDeadline, { params: { id, itemId: met.body.id }, body: { doneOn: '2026-11-11' } })
    const list = await as(officer).call(listCaseDeadlines, { params: { id } })
    // 27 November is the fifth working day after 20 November.
    expect(list.body.items.map(({ dueOn, state }) => `${dueOn} ${state}`)).toEqual([
      '2026-11-19 missed',
      '2026-11-20 near',
      '2026-11-27 near',
      '2026-11-28 ahead',
      '2026-11-10 done',
    ])
    expect((await as(officer).call(getLegalCase, { params: { id } })).body.nextDeadlineOn).toBe('2026-11-19')
    expect(met.body).toMatchObject({
      ruleKey: null,
      title: { ru: 'К 2026-11-10', kk: 'К 2026-11-10', en: null },
      article: null,
      eventDate: null,
      explained: null,
      certainty: null,
    })
    const first = await as(officer).call(listCaseDeadlines, { params: { id }, query: { limit: 4 } })
    const last = await as(officer).call(listCaseDeadlines, {
      params: { id },
      query: { limit: 4, cursor: first.body.nextCursor ?? '' },
    })
    expect(last.body.items.map(({ state }) => state)).toEqual(['done'])
  })

  test('with a wrong event, a wrong rule, or neither is refused with its code', async ({
    as,
    db,
    branch,
    officer,
    head,
  }) => {
    const { id } = await aLegalCase(db, branch)
    const add = async (body: object) => {
      const answer = await as(officer).send('POST', `/legal-cases/${id}/deadlines`, { body })
      return [answer.status, ...errorsOf(answer)]
    }
    expect(await add({ ruleKey: 'civil.appeal', eventDate: '2026-11-21' })).toEqual([422, '/eventDate field.inFuture'])
    expect(await add({ ruleKey: 'civil.appeal', eventDate: '1999-12-31' })).toEqual([422, '/eventDate too_small'])
    expect(await add({ ruleKey: 'civil.appeal', eventDate: '2015-12-31' })).toEqual([422, '/eventDate too_small'])
    expect(await add({ ruleKey: 'civil.nothing', eventDate: '2026-11-10' })).toEqual([422, '/ruleKey field.absent'])
    expect(await add({ ruleKey: 'criminal.appeal', eventDate: '2026-11-10' })).toEqual([422, '/ruleKey field.notOneOf'])
    expect(await add({ ruleKey: 'civil.appeal', eventDate: '2026-02-30' })).toEqual([422, '/eventDate invalid_format'])
    expect((await add({ ruleKey: 'civil.appeal', eventDate: '2026-11-10', dueOn: '2026-12-10' }))[0]).toBe(422)
    expect((await add({}))[0]).toBe(422)
    await as(head).call(createDeadlineRule, { body: { ...rule, key: 'civil.endless', length: 1000, unit: 'year' } })
    expect(await add({ ruleKey: 'civil.endless', eventDate: '2026-11-10' })).toEqual([422, '/eventDate field.tooLate'])
    const retired = await as(head).call(createDeadlineRule, { body: { ...rule, key: 'civil.retired', active: false } })
    expect(retired.status).toBe(201)
    expect(await add({ ruleKey: 'civil.retired', eventDate: '2026-11-10' })).toEqual([422, '/ruleKey field.absent'])
    const closed = await aLegalCase(db, branch, { status: 'closed' })
    expect(
      await as(officer).call(addCaseDeadline, {
        params: { id: closed.id },
        body: { ruleKey: 'civil.appeal', eventDate: '2026-09-01' },
      }),
    ).toMatchObject({ status: 409, body: { code: 'legalCase.wrongStatus' } })
  })

  test('falls under the edition in force on the day of its event, and keeps it', async ({
    as,
    db,
    branch,
    officer,
    head,
  }) => {
    const { id } = await aLegalCase(db, branch)
    const key = 'civil.editions'
    const first = await as(head).call(createDeadlineRule, {
      body: { ...rule, key, length: 1, unit: 'month', article: 'ст. 1' },
    })
    await as(head).call(createDeadlineRule, {
      body: { ...rule, key, length: 2, unit: 'month', article: 'ст. 2', validFrom: '2026-07-01' },
    })
    const add = async (eventDate: string) =>
      (await as(officer).call(addCaseDeadline, { params: { id }, body: { ruleKey: key, eventDate } })).body
    const [old, fresh] = [await add('2026-06-30'), await add('2026-07-01')]
    expect(old).toMatchObject({ article: 'ГПК РК, ст. 1', dueOn: '2026-07-30' })
    expect(fresh).toMatchObject({ article: 'ГПК РК, ст. 2', dueOn: '2026-09-01' })
    await as(head).call(changeDeadlineRule, { params: { id: first.body.id }, version: 1, body: { length: 9 } })
    const list = await as(officer).call(listCaseDeadlines, { params: { id } })
    expect(list.body.items.map(({ dueOn }) => dueOn)).toEqual(['2026-07-30', '2026-09-01'])
    // A corrected event finds the edition of its new day.
    const moved = await as(officer).call(changeCaseDeadline, {
      params: { id, itemId: fresh.id },
      version: 1,
      body: { eventDate: '2026-06-15' },
    })
    expect(moved.body).toMatchObject({ article: 'ГПК РК, ст. 1', eventDate: '2026-06-15', dueOn: '2027-03-16' })
  })

  test('is created once, whatever the connection does', async ({ as, db, branch, officer }) => {
    const { id } = await aLegalCase(db, branch)
    const body = { id: randomUUID(), title: 'Ходатайство', dueOn: '2026-12-01' }
    const both = await Promise.all([
      as(officer).call(addCaseDeadline, { params: { id }, body }),
      as(officer).call(addCaseDeadline, { params: { id }, body }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201])
    const other = await as(officer).call(addCaseDeadline, { params: { id }, body: { ...body, title: 'Иное' } })
    expect(other.body.code).toBe('record.idInUse')
  })
})
