import { listUsers } from '@qorgan/shared/accounts'
import { changeAppeal, getAppeal, listAppeals, registerAppeal } from '@qorgan/shared/appeals'
import {
  changeLegalCase,
  closeLegalCase,
  getLegalCase,
  listLegalCases,
  mergeLegalCase,
  openLegalCase,
  requestLegalCase,
  summariseLegalCases,
} from '@qorgan/shared/legal-cases'
import { listTimeline } from '@qorgan/shared/timeline'
import { describe, expect } from 'vitest'
import { aBranch, aMember, aUser } from '../factories.ts'
import { test as base } from '../harness.ts'

const test = base
  .extend('branch', { scope: 'file' }, ({ db }) => aBranch(db))
  .extend('chair', { scope: 'file' }, ({ db, branch }) => aUser(db, 'branch_chair', branch))
  .extend('head', { scope: 'file' }, ({ db }) => aUser(db, 'legal_head'))
  .extend('officer', { scope: 'file' }, ({ db }) => aUser(db, 'legal_officer'))
  .extend('council', { scope: 'file' }, ({ db }) => aUser(db, 'council_head'))
  .extend('auditor', { scope: 'file' }, ({ db }) => aUser(db, 'auditor'))

const draft = (memberId: string) => ({
  kind: 'criminal' as const,
  members: [{ memberId, role: 'suspect' as const }],
  summary: 'Допрос',
  openedOn: '2026-11-18',
})
const registration = (memberId: string) => ({
  receivedOn: '2026-11-17',
  channel: 'written' as const,
  category: 'legal' as const,
  subject: 'Допрос',
  applicant: { memberId },
})

describe('the pseudonym of a restricted case', () => {
  test('is not undone by its appeal, which names a person', async ({
    as,
    db,
    branch,
    head,
    chair,
    council,
    auditor,
  }) => {
    const member = await aMember(db, branch)
    const appeal = await as(chair).call(registerAppeal, { body: registration(member.id) })
    const asked = await as(chair).call(requestLegalCase, {
      params: { id: appeal.body.id },
      body: { kind: 'criminal', summary: 'Допрос' },
    })
    const at = { params: { id: asked.body.id } }
    const on = { params: { id: appeal.body.id } }
    expect((await as(council).call(getAppeal, on)).body.legalCase).toMatchObject({ id: asked.body.id })
    await as(head).call(changeLegalCase, { ...at, version: 1, body: { restricted: true, readerIds: [council.id] } })

    const saysWhich = async (who: typeof council) => {
      const seen = await as(who).call(getAppeal, on)
      const listed = await as(who).call(listAppeals, { query: { memberId: member.id } })
      const log = await as(who).call(listTimeline, { ...on, query: {} })
      const found = await as(who).call(listLegalCases, { query: { appealId: appeal.body.id } })
      const counted = await as(who).call(summariseLegalCases, { query: { appealId: appeal.body.id } })
      expect(seen.body.restricted).toBe(true)
      expect(counted.body.count).toBe(found.body.items.length)
      const told = JSON.stringify([seen.body, listed.body, log.body])
      return [told.includes(asked.body.number), told.includes(asked.body.id), found.body.items.length]
    }
    expect(await saysWhich(council)).toEqual([true, true, 1])
    expect(await saysWhich(auditor)).toEqual([false, false, 0])
    expect(await saysWhich(chair)).toEqual([false, false, 0])
    // It is there all the same, under its pseudonym.
    expect((await as(auditor).call(getLegalCase, at)).body).toMatchObject({ number: asked.body.number, appealId: null })
    const accountant = await aUser(db, 'accountant')
    const byAppeal = await as(accountant).call(listLegalCases, { query: { appealId: appeal.body.id } })
    expect(byAppeal.body.items).toEqual([])
  })

  test('holds when the case ends, and when it joins another appeal', async ({
    as,
    db,
    branch,
    head,
    chair,
    auditor,
  }) => {
    const member = await aMember(db, branch)
    const opened = await as(head).call(openLegalCase, { body: { ...draft(member.id), restricted: true } })
    const at = { params: { id: opened.body.id } }
    const own = { params: { id: opened.body.appealId ?? '' } }
    const before = await as(chair).call(registerAppeal, { body: registration(member.id) })
    const other = await as(head).call(openLegalCase, { body: { ...draft(member.id), restricted: true } })
    await as(head).call(closeLegalCase, {
      params: { id: other.body.id },
      version: 1,
      body: { outcome: 'won', closedOn: '2026-11-19', summary: 'Оправдан' },
    })
    const ended = await as(auditor).call(getAppeal, { params: { id: other.body.appealId ?? '' } })
    expect(ended.body.status).toBe('resolved')
    expect(JSON.stringify(ended.body)).not.toContain(other.body.number)

    await as(head).call(mergeLegalCase, { ...at, version: 1, body: { appealId: before.body.id } })
    const target = await as(auditor).call(getAppeal, { params: { id: before.body.id } })
    expect(target.body).toMatchObject({ restricted: true, legalCase: null })
    for (const on of [own, { params: { id: before.body.id } }]) {
      const told = [await as(auditor).call(getAppeal, on), await as(auditor).call(listTimeline, { ...on, query: {} })]
      expect(JSON.stringify(told.map(({ body }) => body))).not.toContain(opened.body.number)
    }
  })

  test('is not undone by a later case of the same person', async ({ as, db, branch, head, officer, auditor }) => {
    const member = await aMember(db, branch)
    const first = await as(head).call(openLegalCase, { body: { ...draft(member.id), restricted: true } })
    const repeatOf = { caseId: first.body.id }
    const guessed = await as(officer).call(openLegalCase, { body: { ...draft(member.id), repeatOf } })
    expect(guessed.body.errors).toMatchObject([{ path: '/repeatOf/caseId', code: 'field.absent' }])
    const second = await as(head).call(openLegalCase, { body: { ...draft(member.id), repeatOf } })
    expect(second.body.repeatOf).toEqual({ caseId: first.body.id, number: first.body.number })
    for (const who of [officer, auditor])
      expect((await as(who).call(getLegalCase, { params: { id: second.body.id } })).body).toMatchObject({
        members: [{ memberId: member.id }],
        repeatOf: null,
      })
    const itself = await as(head).call(changeLegalCase, {
      params: { id: second.body.id },
      version: 1,
      body: { repeatOf: { caseId: second.body.id } },
    })
    expect(itself.body.errors).toMatchObject([{ path: '/repeatOf/caseId', code: 'field.notAllowed' }])
  })

  test('keeps its appeal restricted: the branch does not open it again', async ({ as, db, branch, head, chair }) => {
    const opened = await as(head).call(openLegalCase, {
      body: { ...draft((await aMember(db, branch)).id), restricted: true },
    })
    const on = { params: { id: opened.body.appealId ?? '' } }
    const { version } = (await as(chair).call(getAppeal, on)).body
    for (const restricted of [false, null]) {
      const refused = await as(chair).call(changeAppeal, { ...on, version, body: { restricted } })
      expect(refused.body.errors).toMatchObject([{ path: '/restricted', code: 'field.notAllowed' }])
    }
    expect((await as(chair).call(changeAppeal, { ...on, version, body: { restricted: true } })).status).toBe(200)
    await as(head).call(changeLegalCase, { params: { id: opened.body.id }, version: 1, body: { restricted: false } })
    expect((await as(chair).call(getAppeal, on)).body).toMatchObject({
      restricted: false,
      legalCase: { number: opened.body.number },
    })
  })
})

test('outside counsel have no colleagues: they find themselves alone', async ({ as, db, council }) => {
  const [counsel, another] = [await aUser(db, 'lawyer'), await aUser(db, 'lawyer')]
  const found = await as(counsel).call(listUsers, { query: {} })
  expect(found.body.items.map(({ id }) => id)).toEqual([counsel.id])
  const ofCouncil = (await as(council).call(listUsers, { query: { limit: 200 } })).body.items.map(({ id }) => id)
  expect(ofCouncil).toEqual(expect.arrayContaining([counsel.id, another.id]))
})

test('an accountant is told how many people there are, as the report says, and not who', async ({
  as,
  db,
  officer,
}) => {
  const branch = await aBranch(db)
  const member = await aMember(db, branch)
  for (let i = 0; i < 2; i++) await as(officer).call(openLegalCase, { body: draft(member.id) })
  const counted = await as(await aUser(db, 'accountant')).call(summariseLegalCases, { query: { branchId: branch.id } })
  expect(counted.body).toMatchObject({ count: 2, people: 1 })
  const elsewhere = await aUser(db, 'accountant', await aBranch(db))
  const foreign = await as(elsewhere).call(summariseLegalCases, { query: { branchId: branch.id } })
  expect(foreign.body).toMatchObject({ count: 0, people: 0 })
})
