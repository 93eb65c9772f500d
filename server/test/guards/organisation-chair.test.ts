import { appealActions, annulAppeal, assignAppeal, changeAppeal, registerAppeal } from '@qorgan/shared/appeals'
import { confirmEffects } from '@qorgan/shared/effects'
import { may } from '@qorgan/shared/permissions'
import { describe, expect } from 'vitest'
import { anOrganisation, aUser } from '../factories.ts'
import { isOtherFile, urlOf } from './bodies.ts'
import { contractRoutes } from './contract-routes.ts'
import { test } from './world.ts'

describe('a primary organisation’s chair', () => {
  test('meets nothing that its members sent over its head', async ({ db, as, mine }) => {
    const local = as(mine.users.organisation_chair)
    const chair = as(mine.users.branch_chair)
    // Every way in which one appeal names another.
    const repeat = await chair.call(registerAppeal, {
      body: {
        receivedOn: '2026-11-19',
        channel: 'phone',
        category: 'pay',
        subject: `Наголову ${mine.mark}`,
        applicant: { memberId: mine.memberId },
        repeatOf: { appealId: mine.organisationAppeal.id },
      },
    })
    const traces = [...mine.overTheHead, repeat.body.id, repeat.body.number]
    const { body: before } = await local.send('GET', `/appeals/${mine.organisationAppeal.id}`)
    await chair.call(changeAppeal, {
      params: { id: mine.organisationAppeal.id },
      version: before.version,
      body: { repeatOf: { appealId: mine.branchAppeal.id } },
    })
    const asks: [string, string, unknown?][] = [
      ...contractRoutes
        .filter(({ method, path, access }) => method === 'GET' && access !== 'public' && !path.includes(':'))
        .filter((route) => !isOtherFile(route))
        .map((route): [string, string] => ['GET', urlOf(route)]),
      ['GET', `/appeals?memberId=${mine.memberId}`],
      ['GET', '/appeals?status=annulled'],
      ['GET', `/appeals?q=${encodeURIComponent('Наголову')}`],
      ['GET', `/appeals?batchId=${mine.batchId}`],
      ['GET', '/appeals?handling=mine'],
      ['GET', `/appeals?handling=${mine.branch.id}`],
      ['GET', '/appeals?transfer=incoming,outgoing'],
      ['GET', '/appeals?level=branch'],
      ['GET', `/effects?appealId=${mine.branchAppeal.id}`],
      ['GET', `/members/${mine.memberId}`],
      ...[mine.organisationAppeal.id, mine.annulledAppeal.id].flatMap((id): [string, string][] => [
        ['GET', `/appeals/${id}`],
        ['GET', `/appeals/${id}/timeline`],
        ['GET', `/appeals/${id}/effects`],
        ['GET', `/appeals/${id}/attachments`],
      ]),
      ...[mine.mark, mine.phone, mine.iin, mine.branchAppeal.number, 'Наголову'].map((q): [string, string, unknown] => [
        'POST',
        '/search',
        { q },
      ]),
      ['POST', '/appeals/similar', { memberId: mine.memberId }],
      [
        'POST',
        '/appeals/similar',
        {
          memberId: mine.memberId,
          category: 'pay',
          employerId: mine.organisation.employerId,
          text: `Наголову ${mine.mark}`,
        },
      ],
      ['POST', '/members/lookup', { iin: mine.iin }],
      ['POST', '/members/match', { rows: [{ text: `${mine.mark}ова Айгуль` }] }],
    ]
    for (const [method, url, body] of asks) {
      const answer = await local.send(method, url, body === undefined ? {} : { body })
      expect(answer.status, `${url} ${JSON.stringify(answer.body)}`).toBeLessThan(404)
      const text = JSON.stringify(answer.body)
      expect(
        traces.filter((trace) => text.includes(trace)),
        `${method} ${url}`,
      ).toEqual([])
    }
    for (const id of [mine.branchAppeal.id, repeat.body.id])
      for (const path of ['', '/timeline', '/effects', '/attachments', `/attachments/${mine.attachmentId}/content`])
        expect((await local.send('GET', `/appeals/${id}${path}`)).status).toBe(404)
    expect((await local.send('GET', `/effects/${mine.effectId}`)).status).toBe(404)
    const everyLevel = '/reports/appeals?from=2026-01-01&to=2026-12-31&levels=council,branch,primary_organisation'
    for (const rows of ['category', 'branch', 'outcome', 'employer', 'topic', 'region', 'channel'])
      expect((await local.send('GET', `${everyLevel}&rows=${rows}`)).body.totals.total, rows).toMatchObject({
        count: 1,
        effect: 333_321,
        people: 1,
      })
    expect((await local.send('GET', '/reports/appeals?from=2026-01-01&to=2026-12-31')).body.notCounted).toEqual({
      count: 1,
    })
    for (const action of appealActions.filter((name) => name !== 'edit'))
      expect(
        (await local.send('POST', `/appeals/${mine.branchAppeal.id}/${action}`, { headers: { 'if-match': '"1"' } }))
          .status,
        action,
      ).toBeGreaterThanOrEqual(400)
    const stranger = await aUser(db, 'organisation_chair', mine.branch, await anOrganisation(db, mine.branch))
    expect((await as(stranger).send('GET', '/appeals/summary')).body.count).toBe(0)
    expect((await as(stranger).send('GET', `/appeals/${mine.organisationAppeal.id}`)).status).toBe(404)
    expect([assignAppeal, annulAppeal, confirmEffects].every(({ access }) => !may('organisation_chair', access))).toBe(
      true,
    )
  })
})
