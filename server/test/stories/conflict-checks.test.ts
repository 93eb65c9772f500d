import { addAssignment, listAssignments } from '@qorgan/shared/case-money'
import { getLegalCase } from '@qorgan/shared/legal-cases'
import { changeLawyer, checkConflicts, decideConflictCheck, listConflictChecks } from '@qorgan/shared/lawyers'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { aBranch, aMember, anOrganisation, aUser, type TestBranch } from '../factories.ts'
import { type Client, system, test } from '../harness.ts'
import { aLawyer, aLegalCase, anAllotment, anAssignment, type TestCase, type TestLawyer } from '../legal-factories.ts'

/** A surname that nobody else of the database bears. */
const surnameOf = ({ prefix }: TestBranch) =>
  `Единственнов${prefix.toLowerCase().replaceAll(/[a-z]/g, (letter) => 'абвгдежзиклмнопрстуфхцчшщэ'[letter.charCodeAt(0) - 97] ?? '')}`

const check = (client: Client, { id }: TestCase, lawyer: TestLawyer) =>
  client.call(checkConflicts, { params: { id }, body: { lawyerId: lawyer.id } })
const contract = (conflictCheckId: string, lawyer: TestLawyer, more = {}) => ({
  lawyerId: lawyer.id,
  conflictCheckId,
  contractNumber: 'Д-1',
  contractDate: '2026-11-01',
  fee: 100_000,
  stage: 'first_instance' as const,
  ...more,
})

describe('a check of conflicts', () => {
  test('is kept also when nothing is found, once for one id', async ({ db, as }) => {
    const officer = as(await aUser(db, 'legal_officer'))
    const legalCase = await aLegalCase(db, await aBranch(db), { opposingParty: 'Совсем Иной Никто' })
    const lawyer = await aLawyer(db)
    const params = { id: legalCase.id }
    const body = { id: randomUUID(), lawyerId: lawyer.id }
    const made = await officer.call(checkConflicts, { params, body })
    expect(made).toMatchObject({
      status: 201,
      body: {
        id: body.id,
        matches: [],
        decision: null,
        decidedBy: null,
        lawyerName: lawyer.fullName,
        can: { decide: true },
      },
    })
    expect(await officer.call(checkConflicts, { params, body })).toMatchObject({ status: 200, body: made.body })
    expect(
      (await officer.call(checkConflicts, { params, body: { ...body, lawyerId: (await aLawyer(db)).id } })).body.code,
    ).toBe('record.idInUse')
    expect((await officer.call(listConflictChecks, { params })).body.items).toEqual([made.body])
    expect(
      (await officer.call(checkConflicts, { params, body: { lawyerId: randomUUID() } })).body.errors,
    ).toMatchObject([{ path: '/lawyerId', code: 'field.absent' }])
    const log = await officer.send('GET', `/legal-cases/${legalCase.id}/timeline`)
    expect(log.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['conflict_checked'])
  })

  test('finds the opponent among members and clients, and what binds counsel', async ({ db, as }) => {
    const branch = await aBranch(db)
    const head = as(await aUser(db, 'legal_head'))
    const surname = surnameOf(branch)
    const opponent = await aMember(db, branch, undefined, { lastName: surname, firstName: 'Асқар' })
    await aMember(db, branch, undefined, { lastName: surname, firstName: 'Болат' })
    const theirCase = await aLegalCase(db, branch, { memberIds: [opponent.id] })
    const organisation = await anOrganisation(db, branch)
    const client = await aMember(db, branch, organisation, { lastName: `${surname}а`, firstName: 'Сауле' })
    const lawyer = await aLawyer(db, {
      fullName: `${surname} Аскар Омарович`,
      employerIds: [organisation.employerId],
    })
    const against = await aLegalCase(db, branch, { opposingParty: `С. ${surname}а, врач`, status: 'closed' })
    await anAssignment(db, against, lawyer, { endedOn: '2026-06-01' })
    const legalCase = await aLegalCase(db, branch, {
      memberIds: [client.id],
      opposingParty: `Главный врач ${surname.toUpperCase()} Аскар`,
    })
    const { body } = await check(head, legalCase, lawyer)
    expect(body.matches).toEqual([
      {
        kind: 'opponent_is_member',
        name: `${surname} Асқар Сериковна`,
        memberId: opponent.id,
        caseId: null,
        caseNumber: null,
        employerId: null,
      },
      {
        kind: 'opponent_is_client',
        name: `${surname} Асқар Сериковна`,
        memberId: opponent.id,
        caseId: theirCase.id,
        caseNumber: theirCase.number,
        employerId: null,
      },
      expect.objectContaining({ kind: 'lawyer_acts_for_employer', employerId: organisation.employerId }),
      expect.objectContaining({ kind: 'lawyer_is_opponent', name: lawyer.fullName }),
      expect.objectContaining({
        kind: 'lawyer_acted_against_member',
        memberId: client.id,
        caseId: against.id,
        caseNumber: against.number,
      }),
    ])
    expect((await check(head, legalCase, await aLawyer(db))).body.matches.map(({ kind }) => kind)).toEqual([
      'opponent_is_member',
      'opponent_is_client',
    ])
  })

  test('the employer of the appeal, or by its name as the opposing party', async ({ db, as }) => {
    const branch = await aBranch(db)
    const head = as(await aUser(db, 'legal_head'))
    const { employerId } = await anOrganisation(db, branch)
    const { nameRu } = await system(db, (tx) =>
      tx.selectFrom('employers').select('nameRu').where('id', '=', employerId).executeTakeFirstOrThrow(),
    )
    const lawyer = await aLawyer(db, { employerIds: [employerId] })
    const byAppeal = await aLegalCase(db, branch, { employerId })
    const byName = await aLegalCase(db, branch, { opposingParty: `ГКП «${nameRu.toUpperCase()}» УЗ` })
    const neither = await aLegalCase(db, branch, { opposingParty: 'ТОО «Другое общество»' })
    const found = [byAppeal, byName, neither].map(async (one) => (await check(head, one, lawyer)).body.matches.length)
    expect(await Promise.all(found)).toEqual([1, 1, 0])
  })

  test('a client of a restricted case is a conflict whose case stays closed', async ({ db, as }) => {
    const branch = await aBranch(db)
    const [headUser, reader, stranger] = [
      await aUser(db, 'legal_head'),
      await aUser(db, 'legal_officer'),
      await aUser(db, 'legal_officer'),
    ]
    const surname = surnameOf(branch)
    const opponent = await aMember(db, branch, undefined, { lastName: surname, firstName: 'Дана' })
    const closed = await aLegalCase(db, branch, {
      memberIds: [opponent.id],
      restricted: true,
      openedBy: headUser,
      readers: [reader],
    })
    const legalCase = await aLegalCase(db, branch, { opposingParty: `${surname} Дана`, openedBy: headUser })
    await check(as(stranger), legalCase, await aLawyer(db))
    const seen = async (client: Client) => {
      const { body } = await client.call(listConflictChecks, { params: { id: legalCase.id } })
      return body.items[0]?.matches.find(({ kind }) => kind === 'opponent_is_client')
    }
    for (const user of [headUser, reader])
      expect(await seen(as(user))).toMatchObject({
        caseId: closed.id,
        caseNumber: closed.number,
        memberId: opponent.id,
      })
    for (const user of [stranger, await aUser(db, 'auditor')])
      expect(await seen(as(user))).toEqual({
        kind: 'opponent_is_client',
        name: '***',
        caseId: null,
        caseNumber: null,
        memberId: null,
        employerId: null,
      })
  })

  test('is the legal department’s and the council’s to read, of a restricted case its readers’', async ({ db, as }) => {
    const branch = await aBranch(db)
    const headUser = await aUser(db, 'legal_head')
    const head = as(headUser)
    const account = await aUser(db, 'lawyer')
    const lawyer = await aLawyer(db, { user: account })
    const open = await aLegalCase(db, branch, { openedBy: headUser })
    const restricted = await aLegalCase(db, branch, { openedBy: headUser, restricted: true })
    for (const one of [open, restricted]) {
      await check(head, one, lawyer)
      await anAssignment(db, one, lawyer)
    }
    const statusOf = async (user: Parameters<typeof as>[0], { id }: TestCase) =>
      (await as(user).send('GET', `/legal-cases/${id}/conflict-checks`)).status
    for (const role of ['council_head', 'auditor', 'legal_officer'] as const) {
      const user = await aUser(db, role)
      expect([await statusOf(user, open), await statusOf(user, restricted)], role).toEqual([200, 404])
    }
    const forbidden = [account, await aUser(db, 'accountant'), await aUser(db, 'branch_chair', branch)]
    for (const user of forbidden) expect(await statusOf(user, open)).toBe(403)
    const officer = as(await aUser(db, 'legal_officer'))
    expect((await check(officer, restricted, lawyer)).status).toBe(404)
  })
})

describe('its decision', () => {
  test('is made once, and a waiver has its reason', async ({ db, as }) => {
    const officer = as(await aUser(db, 'legal_officer'))
    const legalCase = await aLegalCase(db, await aBranch(db))
    const { body: made } = await check(officer, legalCase, await aLawyer(db))
    const params = { id: legalCase.id, itemId: made.id }
    expect(
      (await officer.call(decideConflictCheck, { params, body: { decision: 'waived' } })).body.errors,
    ).toMatchObject([{ path: '/reason', code: 'field.required' }])
    expect((await officer.call(decideConflictCheck, { params, version: 3, body: { decision: 'clear' } })).status).toBe(
      412,
    )
    const decided = await officer.call(decideConflictCheck, {
      params,
      version: 1,
      body: { decision: 'waived', reason: 'Дело закончено', chairUnderAccused: false },
    })
    expect(decided).toMatchObject({
      status: 200,
      body: {
        decision: 'waived',
        reason: 'Дело закончено',
        chairUnderAccused: false,
        decidedBy: made.checkedBy,
        version: 2,
        can: { decide: false },
      },
    })
    expect((await officer.call(decideConflictCheck, { params, body: { decision: 'blocked' } })).body.code).toBe(
      'conflictCheck.decided',
    )
    const other = await aLegalCase(db, await aBranch(db))
    expect(
      (await officer.call(decideConflictCheck, { params: { ...params, id: other.id }, body: { decision: 'clear' } }))
        .status,
    ).toBe(404)
  })

  test('two who decide at once: one does', async ({ db, as }) => {
    const legalCase = await aLegalCase(db, await aBranch(db))
    const officers = [as(await aUser(db, 'legal_officer')), as(await aUser(db, 'legal_head'))] as const
    const { body: made } = await check(officers[0], legalCase, await aLawyer(db))
    const answers = await Promise.all(
      officers.map((one, i) =>
        one.call(decideConflictCheck, {
          params: { id: legalCase.id, itemId: made.id },
          body: { decision: i ? 'blocked' : 'clear' },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
})

describe('an assignment', () => {
  test('needs money, a decided check and counsel who work with the union', async ({ db, as }) => {
    const branch = await aBranch(db)
    const headUser = await aUser(db, 'legal_head')
    const head = as(headUser)
    const lawyer = await aLawyer(db)
    const legalCase = await aLegalCase(db, branch, { openedBy: headUser })
    const params = { id: legalCase.id }
    const assign = (body: ReturnType<typeof contract>) => head.call(addAssignment, { params, body })
    const first = (await check(head, legalCase, lawyer)).body.id
    const foreign = await aLegalCase(db, branch)
    const foreignCheck = (await check(head, foreign, lawyer)).body.id
    const othersCheck = (await check(head, legalCase, await aLawyer(db))).body.id

    expect((await assign(contract(first, lawyer, { contractDate: '2026-11-21' }))).body.errors).toMatchObject([
      { path: '/contractDate', code: 'field.inFuture' },
    ])
    for (const strange of [foreignCheck, othersCheck, randomUUID()])
      expect((await assign(contract(strange, lawyer))).body.errors).toMatchObject([
        { path: '/conflictCheckId', code: 'field.absent' },
      ])
    expect((await assign(contract(first, { ...lawyer, id: randomUUID() }))).body.errors).toMatchObject([
      { path: '/lawyerId', code: 'field.absent' },
      { path: '/conflictCheckId', code: 'field.absent' },
    ])
    expect((await assign(contract(first, lawyer))).body.code).toBe('conflictCheck.undecided')
    const decide = (itemId: string, decision: 'clear' | 'blocked') =>
      head.call(decideConflictCheck, { params: { ...params, itemId }, body: { decision } })
    await decide(first, 'clear')
    expect((await assign(contract(first, lawyer))).body.code).toBe('caseMoney.overAllotment')
    await anAllotment(db, legalCase, 150_000)
    const later = (await check(head, legalCase, lawyer)).body.id
    await decide(later, 'blocked')
    for (const one of [first, later])
      expect((await assign(contract(one, lawyer))).body.code).toBe('conflictCheck.blocked')
    const last = (await check(head, legalCase, lawyer)).body.id
    await decide(last, 'clear')
    await head.call(changeLawyer, { params: { id: lawyer.id }, version: 1, body: { active: false } })
    expect((await assign(contract(last, lawyer))).body.code).toBe('lawyer.inactive')
    await head.call(changeLawyer, { params: { id: lawyer.id }, version: 2, body: { active: true } })

    const id = randomUUID()
    const signed = await assign(contract(last, lawyer, { id }))
    expect(signed).toMatchObject({
      status: 201,
      body: { id, fee: 100_000, paid: 0, addenda: [], endedOn: null, can: { edit: true, addenda: true, end: true } },
    })
    expect(await assign(contract(last, lawyer, { id }))).toMatchObject({ status: 200, body: signed.body })
    expect((await head.call(getLegalCase, { params })).body).toMatchObject({
      status: 'active',
      version: 2,
      money: { allotted: 150_000, committed: 100_000, paid: 0, left: 50_000 },
    })
    expect((await assign(contract(last, lawyer, { fee: 10 }))).body.code).toBe('assignment.alreadyAssigned')

    for (const [traits, code] of [
      [{ status: 'screening' }, 'legalCase.notFunded'],
      [{ status: 'closed' }, 'legalCase.wrongStatus'],
    ] as const) {
      const unready = await aLegalCase(db, branch, { ...traits, openedBy: headUser })
      const checkId = await system(db, async (tx) => {
        const row = { caseId: unready.id, lawyerId: lawyer.id, matches: '[]', checkedBy: headUser.id }
        return (await tx.insertInto('conflictChecks').values(row).returning('id').executeTakeFirstOrThrow()).id
      })
      const answer = await head.call(addAssignment, {
        params: { id: unready.id },
        body: contract(checkId, lawyer, { fee: 0 }),
      })
      expect(answer).toMatchObject({ status: 409, body: { code } })
    }
  })

  test('is the head’s to sign; other cases are not there', async ({ db, as }) => {
    const legalCase = await aLegalCase(db, await aBranch(db), { restricted: true })
    const lawyer = await aLawyer(db)
    const body = contract(randomUUID(), lawyer)
    for (const role of ['legal_officer', 'council_head', 'accountant', 'lawyer'] as const) {
      const url = `/legal-cases/${legalCase.id}/assignments`
      expect((await as(await aUser(db, role)).send('POST', url, { body })).status, role).toBe(403)
    }
    const head = as(await aUser(db, 'legal_head'))
    for (const id of [randomUUID(), 'no-uuid'])
      expect((await head.call(addAssignment, { params: { id }, body })).status).toBe(404)
  })

  test('two who assign the same counsel at once: one contract', async ({ db, as }) => {
    const headUser = await aUser(db, 'legal_head')
    const legalCase = await aLegalCase(db, await aBranch(db), { openedBy: headUser })
    await anAllotment(db, legalCase, 1_000_000)
    const lawyer = await aLawyer(db)
    const heads = [as(headUser), as(await aUser(db, 'legal_head'))] as const
    const { body: made } = await check(heads[0], legalCase, lawyer)
    const params = { id: legalCase.id }
    await heads[0].call(decideConflictCheck, { params: { ...params, itemId: made.id }, body: { decision: 'clear' } })
    const answers = await Promise.all(
      heads.map((one) => one.call(addAssignment, { params, body: contract(made.id, lawyer) })),
    )
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).toSorted()).toEqual([
      '201 ',
      '409 assignment.alreadyAssigned',
    ])
    expect((await heads[0].call(listAssignments, { params })).body.items).toHaveLength(1)
    expect((await heads[0].call(getLegalCase, { params })).body).toMatchObject({ status: 'active', version: 2 })
  })

  test('two counsel for the last money: one gets it', async ({ db, as }) => {
    const headUser = await aUser(db, 'legal_head')
    const legalCase = await aLegalCase(db, await aBranch(db), { openedBy: headUser })
    await anAllotment(db, legalCase, 150_000)
    const head = as(headUser)
    const params = { id: legalCase.id }
    const bodies = await Promise.all(
      [await aLawyer(db), await aLawyer(db)].map(async (lawyer) => {
        const { body } = await check(head, legalCase, lawyer)
        await head.call(decideConflictCheck, { params: { ...params, itemId: body.id }, body: { decision: 'clear' } })
        return contract(body.id, lawyer)
      }),
    )
    const answers = await Promise.all(bodies.map((body) => head.call(addAssignment, { params, body })))
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).toSorted()).toEqual([
      '201 ',
      '409 caseMoney.overAllotment',
    ])
  })
})
