import { listAudit } from '@qorgan/shared/audit'
import { clearCalendarDay, setCalendarDay } from '@qorgan/shared/deadlines'
import { listCaseTimeline } from '@qorgan/shared/case-timeline'
import { closeLegalCase, getLegalCase } from '@qorgan/shared/legal-cases'
import {
  addCaseDeadline,
  changeCaseDeadline,
  checkCaseDeadline,
  doneCaseDeadline,
  listCaseDeadlines,
} from '@qorgan/shared/legal-terms'
import { describe, expect } from 'vitest'
import { aBranch, aUser } from '../factories.ts'
import { test as base } from '../harness.ts'
import { aLawyer, aLegalCase, anAssignment } from '../legal-factories.ts'

const test = base
  .extend('branch', { scope: 'file' }, ({ db }) => aBranch(db))
  .extend('head', { scope: 'file' }, ({ db }) => aUser(db, 'legal_head'))
  .extend('officer', { scope: 'file' }, ({ db }) => aUser(db, 'legal_officer'))

const errorsOf = ({ body }: { body: { errors?: { path: string; code: string }[] | undefined } }) =>
  (body.errors ?? []).map(({ path, code }) => `${path} ${code}`)

describe('a change of a term', () => {
  test('needs a reason for another day than the rule’s, and keeps what the rule gave', async ({
    as,
    db,
    branch,
    officer,
  }) => {
    const { id } = await aLegalCase(db, branch)
    const { body } = await as(officer).call(addCaseDeadline, {
      params: { id },
      body: { ruleKey: 'civil.appeal', eventDate: '2026-11-02' },
    })
    expect(body).toMatchObject({ dueOn: '2026-12-02', computedOn: null })
    const params = { id, itemId: body.id }
    const change = (version: number, changed: object) =>
      as(officer).call(changeCaseDeadline, { params, version, body: changed })
    expect(errorsOf(await change(1, { dueOn: '2026-12-10' }))).toEqual(['/reason field.required'])
    expect(errorsOf(await change(1, { reason: 'Просто так' }))).toEqual(['/dueOn field.required'])
    expect(errorsOf(await change(1, { dueOn: '2026-11-01', reason: 'Раньше' }))).toEqual(['/dueOn field.reversed'])
    expect(errorsOf(await change(1, { title: 'Моё' }))).toEqual(['/title field.notAllowed'])
    expect(errorsOf(await change(1, { eventDate: '2026-11-21' }))).toEqual(['/eventDate field.inFuture'])
    await as(officer).call(checkCaseDeadline, { params })
    const set = await change(2, { dueOn: '2026-12-10', reason: 'Копия вручена позже' })
    expect(set.body).toMatchObject({
      dueOn: '2026-12-10',
      computedOn: '2026-12-02',
      overrideReason: 'Копия вручена позже',
      checkedBy: null,
      checkedAt: null,
      version: 3,
    })
    const reworded = await change(3, { reason: 'Копия вручена 10 ноября' })
    expect(reworded.body).toMatchObject({ dueOn: '2026-12-10', overrideReason: 'Копия вручена 10 ноября', version: 4 })
    const again = await change(4, { eventDate: '2026-11-03' })
    expect(again.body).toMatchObject({ dueOn: '2026-12-03', computedOn: null, overrideReason: null, version: 5 })
    const back = await change(5, { dueOn: '2026-12-03' })
    expect(back.body).toMatchObject({ dueOn: '2026-12-03', overrideReason: null, version: 6 })
    expect((await change(5, { eventDate: '2026-11-04' })).status).toBe(412)
    expect((await as(officer).send('PATCH', `/legal-cases/${id}/deadlines/${body.id}`, { body: {} })).status).toBe(428)
  })

  test('of one’s own has no event and no reason; anybody else’s item is not there', async ({
    as,
    db,
    branch,
    officer,
  }) => {
    const [one, two] = [await aLegalCase(db, branch), await aLegalCase(db, branch)]
    const { body } = await as(officer).call(addCaseDeadline, {
      params: { id: one.id },
      body: { title: 'Ходатайство', dueOn: '2026-12-01' },
    })
    const change = (id: string, changed: object) =>
      as(officer).call(changeCaseDeadline, { params: { id, itemId: body.id }, version: 1, body: changed })
    expect(errorsOf(await change(one.id, { eventDate: '2026-11-01', reason: 'Так' }))).toEqual([
      '/eventDate field.notAllowed',
      '/reason field.notAllowed',
    ])
    expect((await change(one.id, { title: 'Экспертиза', dueOn: '2026-12-05' })).body).toMatchObject({
      title: { ru: 'Экспертиза' },
      dueOn: '2026-12-05',
      computedOn: null,
    })
    expect((await change(two.id, { title: 'Экспертиза' })).status).toBe(404)
    const there = { id: two.id, itemId: body.id }
    expect((await as(officer).call(doneCaseDeadline, { params: there, body: { doneOn: '2026-11-01' } })).status).toBe(
      404,
    )
    expect((await as(officer).call(checkCaseDeadline, { params: there })).status).toBe(404)
  })

  test('is checked by a person, met once, and then stays', async ({ as, db, branch, officer, head }) => {
    const { id } = await aLegalCase(db, branch)
    const { body } = await as(officer).call(addCaseDeadline, {
      params: { id },
      body: { ruleKey: 'civil.appeal', eventDate: '2026-11-02' },
    })
    const params = { id, itemId: body.id }
    expect((await as(head).call(checkCaseDeadline, { params, version: 7 })).status).toBe(412)
    const checked = await as(head).call(checkCaseDeadline, { params })
    expect(checked.body).toMatchObject({ checkedBy: { id: head.id }, version: 2, can: { check: false, done: true } })
    expect(checked.body.checkedAt).not.toBeNull()
    const again = await as(officer).call(checkCaseDeadline, { params, version: 2 })
    expect(again).toMatchObject({ status: 200, body: { checkedBy: { id: head.id }, version: 2 } })
    const done = (doneOn: string) => as(officer).call(doneCaseDeadline, { params, body: { doneOn } })
    expect(errorsOf(await done('2026-11-21'))).toEqual(['/doneOn field.inFuture'])
    const both = await Promise.all([done('2026-11-20'), done('2026-11-19')])
    expect(both.map(({ status, body: { code } }) => `${status} ${code ?? ''}`).toSorted()).toEqual([
      '200 ',
      '409 deadline.done',
    ])
    for (const late of [
      await as(officer).call(checkCaseDeadline, { params }),
      await as(officer).call(changeCaseDeadline, { params, version: 3, body: { eventDate: '2026-11-03' } }),
    ])
      expect(late).toMatchObject({ status: 409, body: { code: 'deadline.done' } })
    const list = await as(officer).call(listCaseDeadlines, { params: { id } })
    expect(list.body.items).toMatchObject([{ state: 'done', can: { edit: false, check: false, done: false } }])
    const trail = await as(await aUser(db, 'auditor')).call(listAudit, { query: { entityId: body.id } })
    expect(trail.body.items.map(({ action }) => action)).toEqual([
      'caseDeadline.done',
      'caseDeadline.checked',
      'caseDeadline.set',
    ])
  })

  test('is the legal department’s; counsel reads, others do not', async ({ as, db, branch, officer }) => {
    const legalCase = await aLegalCase(db, branch)
    const params = { id: legalCase.id }
    const { body } = await as(officer).call(addCaseDeadline, {
      params,
      body: { title: 'Ходатайство', dueOn: '2026-12-01' },
    })
    const [user, stranger] = [await aUser(db, 'lawyer'), await aUser(db, 'lawyer')]
    await anAssignment(db, legalCase, await aLawyer(db, { user }))
    await aLawyer(db, { user: stranger })
    const seen = await as(user).call(listCaseDeadlines, { params })
    expect(seen.body.items).toMatchObject([{ id: body.id, can: { edit: false, check: false, done: false } }])
    expect((await as(stranger).call(listCaseDeadlines, { params })).status).toBe(404)
    expect((await as(user).call(checkCaseDeadline, { params: { ...params, itemId: body.id } })).status).toBe(403)
    for (const role of ['branch_chair', 'accountant', 'administrator'] as const) {
      const other = await aUser(db, role, role === 'branch_chair' ? branch : null)
      expect((await as(other).call(listCaseDeadlines, { params })).status, role).toBe(403)
    }
    const hidden = await aLegalCase(db, branch, { restricted: true })
    expect((await as(officer).call(listCaseDeadlines, { params: { id: hidden.id } })).status).toBe(404)
    expect(
      (
        await as(officer).call(addCaseDeadline, {
          params: { id: hidden.id },
          body: { title: 'К', dueOn: '2026-12-01' },
        })
      ).status,
    ).toBe(404)
  })
})

describe('a day of the calendar that is set', () => {
  test('moves running terms, says so, and asks for a new check', async ({ as, db, branch, officer }) => {
    const legalCase = await aLegalCase(db, branch)
    const params = { id: legalCase.id }
    const add = async (eventDate: string) =>
      (await as(officer).call(addCaseDeadline, { params, body: { ruleKey: 'civil.appeal', eventDate } })).body
    const [waiting, checked, overridden, met] = [
      await add('2026-11-03'),
      await add('2026-11-03'),
      await add('2026-11-03'),
      await add('2026-11-03'),
    ]
    const on = (id: string) => ({ ...params, itemId: id })
    await as(officer).call(checkCaseDeadline, { params: on(checked.id) })
    await as(officer).call(changeCaseDeadline, {
      params: on(overridden.id),
      version: 1,
      body: { dueOn: '2026-12-01', reason: 'Раньше' },
    })
    await as(officer).call(doneCaseDeadline, { params: on(met.id), body: { doneOn: '2026-11-10' } })
    const admin = await aUser(db, 'administrator')
    const day = { params: { date: '2026-12-03' } }
    await as(admin).call(setCalendarDay, { ...day, body: { kind: 'day_off' } })
    const daysOf = async () =>
      Object.fromEntries(
        (await as(officer).call(listCaseDeadlines, { params })).body.items.map(({ id, dueOn, computedOn }) => [
          id,
          [dueOn, computedOn],
        ]),
      )
    expect(await daysOf()).toEqual({
      [waiting.id]: ['2026-12-04', null],
      [checked.id]: ['2026-12-04', null],
      [overridden.id]: ['2026-12-01', '2026-12-04'],
      [met.id]: ['2026-12-03', null],
    })
    const log = await as(officer).call(listCaseTimeline, { params })
    const moved = log.body.items.filter(({ actor }) => actor?.id === admin.id)
    expect(moved.map(({ kind, details }) => [kind, details['deadlineId'], details['from'], details['dueOn']])).toEqual(
      [waiting, checked].map(({ id }) => ['deadline_changed', id, '2026-12-03', '2026-12-04']),
    )
    const terms = await as(officer).call(listCaseDeadlines, { params })
    expect(terms.body.items.find(({ id }) => id === checked.id)?.checkedBy).toBeNull()
    await as(admin).call(clearCalendarDay, day)
    expect((await daysOf())[waiting.id]).toEqual(['2026-12-03', null])
    const before = await as(officer).call(getLegalCase, { params })
    await as(officer).call(closeLegalCase, {
      params,
      version: before.body.version,
      body: { outcome: 'won', closedOn: '2026-11-20', summary: 'Выиграно' },
    })
    await as(admin).call(setCalendarDay, { ...day, body: { kind: 'day_off' } })
    expect((await daysOf())[waiting.id]).toEqual(['2026-12-03', null])
    await as(admin).call(clearCalendarDay, day)
  })

  test('misses no term that is set at the same moment', async ({ as, db, branch, officer }) => {
    const { id } = await aLegalCase(db, branch)
    const admin = await aUser(db, 'administrator')
    const day = { params: { date: '2026-12-08' } }
    const add = () =>
      as(officer).call(addCaseDeadline, { params: { id }, body: { ruleKey: 'civil.appeal', eventDate: '2026-11-08' } })
    const terms = [add(), add(), add()]
    const set = as(admin).call(setCalendarDay, { ...day, body: { kind: 'day_off' } })
    const all = await Promise.all([...terms, add(), add(), add()])
    expect((await set).status).toBe(200)
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201))
    const list = await as(officer).call(listCaseDeadlines, { params: { id } })
    expect(new Set(list.body.items.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-12-09']))
    await as(admin).call(clearCalendarDay, day)
  })
})
