import { getAppeal, listAppeals, registerAppeal } from '@qorgan/shared/appeals'
import { addCaseMember } from '@qorgan/shared/case-people'
import { listCaseTimeline } from '@qorgan/shared/case-timeline'
import {
  changeLegalCase,
  closeLegalCase,
  decideLegalCase,
  getLegalCase,
  listLegalCases,
  lookUpAppeal,
  mergeLegalCase,
  openLegalCase,
  reopenLegalCase,
  requestLegalCase,
  summariseLegalCases,
} from '@qorgan/shared/legal-cases'
import { addEffect, listAppealEffects } from '@qorgan/shared/effects'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { aBranch, aMember, aUser } from '../factories.ts'
import { system, test as base } from '../harness.ts'

const test = base
  .extend('branch', { scope: 'file' }, ({ db }) => aBranch(db))
  .extend('chair', { scope: 'file' }, ({ db, branch }) => aUser(db, 'branch_chair', branch))
  .extend('head', { scope: 'file' }, ({ db }) => aUser(db, 'legal_head'))
  .extend('officer', { scope: 'file' }, ({ db }) => aUser(db, 'legal_officer'))
  .extend('council', { scope: 'file' }, ({ db }) => aUser(db, 'council_head'))

const draft = (memberId: string) => ({
  kind: 'civil' as const,
  members: [{ memberId, role: 'plaintiff' as const }],
  summary: 'Восстановление на работе',
  opposingParty: 'ГКП «Городская больница»',
  openedOn: '2026-11-18',
})

describe('a case on its own', () => {
  test('gets a number and an appeal, so that it is counted once and has one ledger', async ({
    as,
    db,
    branch,
    officer,
    chair,
  }) => {
    const member = await aMember(db, branch)
    const opened = await as(officer).call(openLegalCase, { body: draft(member.id) })
    expect(opened.status).toBe(201)
    expect(opened.body).toMatchObject({
      number: expect.stringMatching(/^MA-2026-\d{5}$/),
      status: 'screening',
      stage: 'consultation',
      branchId: branch.id,
      people: 1,
      money: { allotted: 0, committed: 0, paid: 0, left: 0 },
      version: 1,
    })
    expect(opened.headers['etag']).toBe('"1"')
    expect(opened.body.members[0]).toMatchObject({ memberId: member.id, role: 'plaintiff' })
    const appeal = await as(chair).call(getAppeal, { params: { id: opened.body.appealId ?? '' } })
    expect(appeal.body).toMatchObject({
      category: 'legal',
      branchId: branch.id,
      status: 'suspended',
      legalCase: { id: opened.body.id, number: opened.body.number },
    })
    const seen = await as(officer).call(listAppeals, { query: {} })
    expect(seen.body.items.map(({ id }) => id)).toEqual([opened.body.appealId])
    const entry = await as(officer).call(addEffect, {
      params: { id: opened.body.appealId ?? '' },
      body: { kind: 'recovered', stage: 'received', amount: 500_000, people: 1, occurredOn: '2026-11-19' },
    })
    expect(entry.status).toBe(201)
    const read = await as(officer).call(getLegalCase, { params: { id: opened.body.id } })
    expect(read.body.effect).toEqual({ received: 500_000, agreed: 0, claimed: 0, people: 1 })
  })

  test('is created once, whatever the connection does', async ({ as, db, branch, officer }) => {
    const body = { id: randomUUID(), ...draft((await aMember(db, branch)).id) }
    const [one, two] = await Promise.all([
      as(officer).call(openLegalCase, { body }),
      as(officer).call(openLegalCase, { body }),
    ])
    expect([one.status, two.status].toSorted()).toEqual([200, 201])
    expect(one.body.number).toBe(two.body.number)
    expect((await as(officer).call(openLegalCase, { body: { ...body, summary: 'Иное' } })).body.code).toBe(
      'record.idInUse',
    )
  })

  test('names what is wrong with it', async ({ as, officer }) => {
    const answer = await as(officer).call(openLegalCase, {
      body: {
        ...draft(randomUUID()),
        openedOn: '2026-12-31',
        readerIds: [randomUUID()],
        repeatOf: { caseId: randomUUID() },
        branchId: randomUUID(),
      },
    })
    expect(answer.status).toBe(422)
    expect(answer.body.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['/openedOn', 'field.inFuture'],
      ['/members/0/memberId', 'field.absent'],
      ['/readerIds/0', 'field.absent'],
      ['/repeatOf/caseId', 'field.absent'],
      ['/branchId', 'field.absent'],
    ])
  })

  test('joins the appeal that was there before: one ledger, one count', async ({ as, db, branch, officer, chair }) => {
    const member = await aMember(db, branch)
    const before = await as(chair).call(registerAppeal, {
      body: {
        receivedOn: '2026-11-10',
        channel: 'phone',
        category: 'pay',
        subject: 'Доплата',
        applicant: { memberId: member.id },
      },
    })
    const number = { body: { number: before.body.number.toLowerCase() } }
    expect((await as(officer).call(lookUpAppeal, number)).body.items).toEqual([
      { id: before.body.id, number: before.body.number },
    ])
    expect((await as(chair).call(lookUpAppeal, number)).status).toBe(403)
    const opened = await as(officer).call(openLegalCase, { body: draft(member.id) })
    await as(officer).call(addEffect, {
      params: { id: opened.body.appealId ?? '' },
      body: { kind: 'recovered', stage: 'received', amount: 70_000, people: 1, occurredOn: '2026-11-19' },
    })
    const merged = await as(officer).call(mergeLegalCase, {
      params: { id: opened.body.id },
      version: 1,
      body: { appealId: before.body.id },
    })
    expect(merged.body).toMatchObject({ appealId: before.body.id, effect: { received: 70_000 }, version: 2 })
    const left = await as(chair).call(getAppeal, { params: { id: opened.body.appealId ?? '' } })
    expect(left.body).toMatchObject({ status: 'annulled', annulment: { duplicateOf: before.body.id } })
    const ledger = await as(chair).call(listAppealEffects, { params: { id: before.body.id } })
    expect(ledger.body.items.map(({ amount, voidedAt }) => [amount, voidedAt])).toEqual([[70_000, null]])
    expect(
      (
        await as(officer).call(mergeLegalCase, {
          params: { id: opened.body.id },
          version: 2,
          body: { appealId: before.body.id },
        })
      ).body.code,
    ).toBe('legalCase.wrongStatus')
  })
})

describe('a case from an appeal', () => {
  test('is asked for in one step by who handles the appeal, and once', async ({ as, db, branch, chair, officer }) => {
    const member = await aMember(db, branch)
    const appeal = await as(chair).call(registerAppeal, {
      body: {
        receivedOn: '2026-11-17',
        channel: 'in_person',
        category: 'legal',
        subject: 'Увольнение',
        applicant: { memberId: member.id },
      },
    })
    const ask = { params: { id: appeal.body.id }, body: { kind: 'criminal' as const, summary: 'Допрос завтра' } }
    const asked = await as(chair).call(requestLegalCase, ask)
    expect(asked.status).toBe(201)
    // A branch is told that it is there and how it goes, and no more.
    expect(asked.body).toMatchObject({
      status: 'screening',
      kind: 'criminal',
      appealId: appeal.body.id,
      summary: null,
      members: [],
      money: null,
      people: 0,
    })
    expect((await as(chair).call(requestLegalCase, ask)).body.code).toBe('legalCase.alreadyOpened')
    const after = await as(chair).call(getAppeal, { params: { id: appeal.body.id } })
    expect(after.body).toMatchObject({ version: 1, legalCase: { id: asked.body.id }, can: { 'legal-case': false } })
    const whole = await as(officer).call(getLegalCase, { params: { id: asked.body.id } })
    expect(whole.body).toMatchObject({
      summary: 'Допрос завтра',
      people: 1,
      members: [{ memberId: member.id, role: 'suspect' }],
    })
  })

  test('another branch, and one too many, are refused', async ({ as, db, branch, chair, officer }) => {
    const member = await aMember(db, branch)
    const appeal = await as(chair).call(registerAppeal, {
      body: {
        receivedOn: '2026-11-17',
        channel: 'phone',
        category: 'legal',
        subject: 'Иск',
        applicant: { memberId: member.id },
      },
    })
    const stranger = await aUser(db, 'branch_chair', await aBranch(db))
    const ask = { params: { id: appeal.body.id }, body: { kind: 'civil' as const, summary: 'Иск' } }
    expect((await as(stranger).call(requestLegalCase, ask)).status).toBe(404)
    const answers = await Promise.all([
      as(chair).call(requestLegalCase, ask),
      as(officer).call(openLegalCase, { body: { ...draft(member.id), appealId: appeal.body.id } }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })
})

describe('the life of a case', () => {
  test('is decided by the head, closed and opened again', async ({ as, db, branch, head, officer, chair }) => {
    const opened = await as(officer).call(openLegalCase, { body: draft((await aMember(db, branch)).id) })
    const at = { params: { id: opened.body.id } }
    const decision = { decision: 'fund' as const, number: '17', decidedOn: '2026-11-19' }
    expect((await as(officer).call(decideLegalCase, { ...at, version: 1, body: decision })).status).toBe(403)
    expect((await as(head).send('POST', `/legal-cases/${opened.body.id}/decide`, { body: decision })).status).toBe(428)
    expect(
      (await as(head).call(decideLegalCase, { ...at, version: 1, body: { ...decision, decidedOn: '2026-11-01' } })).body
        .errors?.[0]?.code,
    ).toBe('field.beforeOpening')
    const decided = await as(head).call(decideLegalCase, { ...at, version: 1, body: decision })
    expect(decided.body).toMatchObject({
      status: 'awaiting_lawyer',
      decision: { decision: 'fund', number: '17' },
      version: 2,
    })
    expect((await as(head).call(decideLegalCase, { ...at, version: 2, body: decision })).body.code).toBe(
      'legalCase.wrongStatus',
    )
    const close = { outcome: 'won' as const, closedOn: '2026-11-20', summary: 'Иск удовлетворён' }
    const [first, second] = await Promise.all([
      as(officer).call(closeLegalCase, { ...at, version: 2, body: close }),
      as(head).call(closeLegalCase, { ...at, version: 2, body: close }),
    ])
    expect([first.status, second.status].toSorted()).toEqual([200, 412])
    const seen = await as(chair).call(getLegalCase, at)
    expect(seen.body).toMatchObject({ status: 'closed', outcome: 'won', closingSummary: null, closedOn: null })
    const appeal = await as(chair).call(getAppeal, { params: { id: opened.body.appealId ?? '' } })
    expect(appeal.body).toMatchObject({ status: 'resolved', outcome: 'satisfied' })
    const again = await as(officer).call(reopenLegalCase, { ...at, version: 3, body: { reason: 'Апелляция' } })
    expect(again.body).toMatchObject({ status: 'awaiting_lawyer', outcome: null, closedOn: null })
    const timeline = await as(officer).call(listCaseTimeline, { ...at, query: {} })
    expect(timeline.body.items.map(({ kind }) => kind)).toEqual(['opened', 'decided', 'closed', 'reopened'])
  })

  test('declining ends it; advice goes on without counsel', async ({ as, db, branch, head }) => {
    const one = await as(head).call(openLegalCase, { body: draft((await aMember(db, branch)).id) })
    const declined = await as(head).call(decideLegalCase, {
      params: { id: one.body.id },
      version: 1,
      body: { decision: 'decline', decidedOn: '2026-11-20', reason: 'Не член профсоюза' },
    })
    expect(declined.body).toMatchObject({ status: 'closed', outcome: 'declined', closedOn: '2026-11-20' })
    const two = await as(head).call(openLegalCase, { body: draft((await aMember(db, branch)).id) })
    const advised = await as(head).call(decideLegalCase, {
      params: { id: two.body.id },
      version: 1,
      body: { decision: 'advice_only', decidedOn: '2026-11-20' },
    })
    expect(advised.body.status).toBe('active')
  })

  test('people are added once each, and counted apart from cases', async ({ as, db, officer }) => {
    const branch = await aBranch(db)
    const [first, second] = [await aMember(db, branch), await aMember(db, branch)]
    const opened = await as(officer).call(openLegalCase, { body: draft(first.id) })
    const add = { params: { id: opened.body.id }, body: { memberId: second.id, role: 'witness' as const } }
    expect((await as(officer).call(addCaseMember, add)).status).toBe(201)
    expect((await as(officer).call(addCaseMember, add)).body.code).toBe('legalCase.memberTwice')
    await as(officer).call(openLegalCase, { body: draft(first.id) })
    const summary = await as(officer).call(summariseLegalCases, { query: { branchId: branch.id } })
    expect(summary.body).toMatchObject({ count: 2, people: 2, byStatus: { screening: 2 }, byKind: { civil: 2 } })
  })
})

describe('a restricted case', () => {
  test('names as its readers those alone who read cases', async ({ as, db, branch, head, officer, council }) => {
    const [chair, accountant, counsel, former] = [
      await aUser(db, 'branch_chair', branch),
      await aUser(db, 'accountant'),
      await aUser(db, 'lawyer'),
      await aUser(db, 'auditor'),
    ]
    const leave = (toOn: string) =>
      system(db, (tx) => tx.updateTable('posts').set({ toOn }).where('userId', '=', former.id).execute())
    await leave('2026-11-19')
    const body = { ...draft((await aMember(db, branch)).id), restricted: true }
    const asked = [officer.id, chair.id, accountant.id, counsel.id, council.id, former.id]
    const refused = await as(head).call(openLegalCase, { body: { ...body, readerIds: asked } })
    expect(refused.body.errors?.map(({ path, code }) => `${path} ${code}`)).toEqual(
      [1, 2, 3, 5].map((index) => `/readerIds/${index} field.absent`),
    )
    await leave('2026-11-20')
    const readerIds = [officer.id, council.id, former.id].toSorted()
    const opened = await as(head).call(openLegalCase, { body: { ...body, readerIds } })
    expect(opened.body.readerIds).toEqual(readerIds)
    // Who has left since is no reason to refuse what somebody else changes in the case.
    await leave('2026-11-19')
    const at = { params: { id: opened.body.id } }
    const kept = await as(head).call(changeLegalCase, { ...at, version: 1, body: { summary: 'Иное', readerIds } })
    expect(kept.body.readerIds).toEqual(readerIds)
    const named = await as(head).call(changeLegalCase, { ...at, version: 2, body: { readerIds: [chair.id] } })
    expect(named.body.errors).toMatchObject([{ path: '/readerIds/0', code: 'field.absent' }])
  })

  test('is a pseudonym outside its readers, restricts its appeal, and is counted', async ({
    as,
    db,
    head,
    officer,
    council,
    chair,
  }) => {
    const branch = await aBranch(db)
    const own = await aUser(db, 'branch_chair', branch)
    const member = await aMember(db, branch, undefined, { lastName: 'Тайнова' })
    const opened = await as(head).call(openLegalCase, {
      body: { ...draft(member.id), restricted: true, article: 'УК ст. 317', readerIds: [council.id] },
    })
    const at = { params: { id: opened.body.id } }
    expect(opened.body.readerIds).toEqual([council.id])
    const outside = await as(officer).call(getLegalCase, at)
    expect(outside.body).toMatchObject({
      restricted: true,
      summary: null,
      article: null,
      appealId: null,
      people: 1,
      money: null,
    })
    expect(outside.body.members).toMatchObject([
      { memberId: null, fullName: `MA-${opened.body.number.slice(-5)}/1`, role: null },
    ])
    expect(Object.values(outside.body.can)).not.toContain(true)
    expect((await as(officer).call(listCaseTimeline, { ...at, query: {} })).status).toBe(404)
    expect((await as(officer).call(changeLegalCase, { ...at, version: 1, body: { summary: 'Иное' } })).status).toBe(404)
    const reader = await as(council).call(getLegalCase, at)
    expect(reader.body).toMatchObject({ summary: 'Восстановление на работе', article: null })
    expect((await as(own).call(getLegalCase, at)).status).toBe(404)
    expect((await as(own).call(getAppeal, { params: { id: opened.body.appealId ?? '' } })).body).toMatchObject({
      restricted: true,
      legalCase: null,
    })
    expect((await as(officer).call(listLegalCases, { query: { q: 'Тайнова' } })).body.items).toEqual([])
    expect((await as(council).call(listLegalCases, { query: { q: 'тайнова' } })).body.items).toHaveLength(1)
    expect((await as(officer).call(listAppeals, { query: { q: 'Тайнова' } })).body.items).toEqual([])
    expect((await as(officer).call(summariseLegalCases, { query: { branchId: branch.id } })).body).toMatchObject({
      count: 1,
      people: 1,
    })
    const shown = await as(head).call(changeLegalCase, {
      ...at,
      version: 1,
      body: { readerIds: [], restricted: false },
    })
    expect(shown.body).toMatchObject({ restricted: false, readerIds: [], version: 2 })
    expect((await as(chair).call(getLegalCase, at)).status).toBe(404)
    expect((await as(own).call(getLegalCase, at)).status).toBe(200)
  })
})

describe('who sees cases', () => {
  test('a primary organisation and the administrator see none; the accountant only the money', async ({
    as,
    db,
    branch,
    officer,
  }) => {
    const opened = await as(officer).call(openLegalCase, { body: draft((await aMember(db, branch)).id) })
    const at = { params: { id: opened.body.id } }
    expect((await as(await aUser(db, 'administrator')).call(getLegalCase, at)).status).toBe(403)
    const accountant = await as(await aUser(db, 'accountant')).call(getLegalCase, at)
    expect(accountant.body).toMatchObject({ summary: null, members: [], appealId: null, money: { left: 0 } })
    const elsewhere = await aUser(db, 'accountant', await aBranch(db))
    expect((await as(elsewhere).call(getLegalCase, at)).status).toBe(404)
    for (const query of [
      { attention: 'term_near,hearing_near,conflict_undecided,act_unpaid' },
      { q: 'восстановление' },
      { memberId: randomUUID() },
    ])
      for (const role of ['accountant', 'lawyer', 'auditor', 'council_specialist'] as const) {
        const user = await aUser(db, role)
        expect((await as(user).call(listLegalCases, { query })).status, `${role} ${JSON.stringify(query)}`).toBe(200)
        expect((await as(user).call(summariseLegalCases, { query })).status).toBe(200)
      }
    expect((await as(await aUser(db, 'lawyer')).call(listLegalCases, { query: {} })).body.items).toEqual([])
  })
})
