import { addCaseDeadline, getScreening, listCaseDeadlines } from '@qorgan/shared/legal-terms'
import { changeLegalCase, type Conciliation, openLegalCase } from '@qorgan/shared/legal-cases'
import { describe, expect } from 'vitest'
import { aBranch, aMember, aUser, type TestUser } from '../factories.ts'
import { type Client, system, test as base } from '../harness.ts'
import { aLegalCase } from '../legal-factories.ts'

const test = base
  .extend('branch', { scope: 'file' }, ({ db }) => aBranch(db))
  .extend('officer', { scope: 'file' }, ({ db }) => aUser(db, 'legal_officer'))
  .extend(
    'screened',
    { scope: 'file' },
    ({ as, db, branch, officer }) =>
      async (facts: Conciliation, kind = 'civil') => {
        const id = await withFacts(as(officer), (await aMember(db, branch)).id, facts, kind as 'civil')
        return { id, ...(await as(officer).call(getScreening, { params: { id } })).body }
      },
  )

async function withFacts(client: Client, memberId: string, conciliation: Conciliation, kind: 'civil'): Promise<string> {
  const { status, body } = await client.call(openLegalCase, {
    body: {
      kind,
      members: [{ memberId, role: 'plaintiff' }],
      summary: 'Увольнение',
      openedOn: '2026-11-19',
      conciliation,
    },
  })
  expect(status).toBe(201)
  return body.id
}

describe('the term that runs in a labour dispute', () => {
  test.for([
    [
      'reinstatement, a commission is there: to it, from the service of the act',
      { dispute: 'reinstatement', commission: 'exists', knownOn: '2026-11-02' },
      ['labour.reinstatement.commission 2026-11-02 2026-12-02'],
    ],
    [
      'the commission was created later: the clock stood still until then',
      { dispute: 'reinstatement', commission: 'none', knownOn: '2026-09-02', createdOn: '2026-11-09' },
      ['labour.reinstatement.commission 2026-11-09 2026-12-09'],
    ],
    [
      'the commission was there before: its creation moves nothing',
      { dispute: 'reinstatement', commission: 'exists', knownOn: '2026-11-02', createdOn: '2025-02-01' },
      ['labour.reinstatement.commission 2026-11-02 2026-12-02'],
    ],
    [
      'it was applied to: it has fifteen working days',
      { dispute: 'reinstatement', commission: 'exists', knownOn: '2026-11-02', appliedOn: '2026-11-18' },
      ['labour.commission.consideration 2026-11-18 2026-12-09'],
    ],
    [
      'it has decided: to court, from its decision',
      {
        dispute: 'reinstatement',
        commission: 'exists',
        knownOn: '2026-10-02',
        appliedOn: '2026-10-05',
        decidedOn: '2026-11-13',
      },
      ['labour.reinstatement.court_after_commission 2026-11-13 2027-01-13'],
    ],
    [
      'not bound by a commission: to court directly',
      { dispute: 'reinstatement', commission: 'exempt', knownOn: '2026-11-12' },
      ['labour.reinstatement.court_directly 2026-11-12 2027-02-12'],
    ],
    [
      'another dispute: a year from when it became known',
      { dispute: 'other', commission: 'exists', knownOn: '2025-12-01' },
      ['labour.other 2025-12-01 2026-12-01'],
    ],
    [
      'another dispute before a commission: both terms',
      { dispute: 'other', commission: 'exists', knownOn: '2026-09-01', appliedOn: '2026-11-18' },
      ['labour.commission.consideration 2026-11-18 2026-12-09', 'labour.other 2026-09-01 2027-09-01'],
    ],
    ['nothing is known yet', { dispute: 'reinstatement', commission: 'exists' }, []],
  ] as const)('%s', async ([, facts, terms], { screened }) => {
    const screening = await screened(facts)
    expect(screening.terms.map(({ ruleKey, eventDate, dueOn }) => `${ruleKey} ${eventDate} ${dueOn}`)).toEqual(terms)
    expect(screening.standsStill).toBe(false)
  })

  test('waits while there is no commission', async ({ screened }) => {
    for (const dispute of ['reinstatement', 'other'] as const)
      expect(await screened({ dispute, commission: 'none', knownOn: '2026-09-02' })).toMatchObject({
        terms: [],
        standsStill: true,
      })
  })

  test('explains itself, and is added to the case by a person; nothing is kept before', async ({
    as,
    officer,
    screened,
  }) => {
    const { id, terms } = await screened({ dispute: 'reinstatement', commission: 'exists', knownOn: '2026-10-15' })
    const [term] = terms
    expect(term).toMatchObject({ article: 'ТК РК, ст. 160 п. 1', certainty: 'law', provisional: false, added: false })
    expect(term?.explained.ru).toContain('15 ноября — нерабочий день, поэтому 16 ноября')
    const params = { id }
    expect((await as(officer).call(listCaseDeadlines, { params })).body.items).toEqual([])
    const body = { ruleKey: term?.ruleKey ?? '', eventDate: term?.eventDate ?? '' }
    const added = await as(officer).call(addCaseDeadline, { params, body })
    expect(added.body).toMatchObject({ dueOn: term?.dueOn, explained: term?.explained })
    const again = async () => (await as(officer).call(getScreening, { params })).body.terms[0]
    expect(await again()).toMatchObject({ added: true })
    // The facts were corrected: another day is another term.
    await as(officer).call(changeLegalCase, {
      params,
      version: 1,
      body: { conciliation: { dispute: 'reinstatement', commission: 'exists', knownOn: '2026-10-20' } },
    })
    expect(await again()).toMatchObject({ eventDate: '2026-10-20', added: false })
  })

  test('is none in a case of another kind, or without facts', async ({ as, db, branch, officer, screened }) => {
    const { terms } = await screened({ dispute: 'other', commission: 'exists', knownOn: '2026-09-01' }, 'criminal')
    expect(terms).toEqual([])
    const { id } = await aLegalCase(db, branch)
    expect((await as(officer).call(getScreening, { params: { id } })).body).toMatchObject({
      terms: [],
      standsStill: false,
    })
  })
})

describe('the people of a case', () => {
  test('are members since when, or no more, with their other cases', async ({ as, db, branch, officer }) => {
    const traits = [
      { joinedOn: '2015-03-01', leftOn: null },
      { joinedOn: '2015-03-01', leftOn: '2026-11-19' },
      { joinedOn: null, leftOn: null },
      { joinedOn: '2026-11-20', leftOn: '2026-11-20' },
    ]
    const memberIds: string[] = []
    for (const dates of traits) {
      const { id } = await aMember(db, branch)
      await system(db, (tx) => tx.updateTable('members').set(dates).where('id', '=', id).execute())
      memberIds.push(id)
    }
    const legalCase = await aLegalCase(db, branch, { memberIds })
    const other = await aLegalCase(db, branch, {
      memberIds: memberIds.slice(0, 1),
      openedOn: '2026-05-05',
      status: 'closed',
    })
    const hidden = await aLegalCase(db, branch, { memberIds: memberIds.slice(0, 1), restricted: true })
    const screen = async (user: TestUser) => (await as(user).call(getScreening, { params: { id: legalCase.id } })).body
    const { members } = await screen(officer)
    expect(
      members.map(({ memberId, isMember, joinedOn, leftOn }) => ({ memberId, isMember, joinedOn, leftOn })),
    ).toEqual(memberIds.map((memberId, n) => ({ memberId, isMember: n !== 1, ...traits[n] })))
    expect(members.map(({ otherCases }) => otherCases)).toEqual([
      [{ caseId: other.id, number: other.number }],
      [],
      [],
      [],
    ])
    const asHead = await screen(await aUser(db, 'legal_head'))
    expect(asHead.members[0]?.otherCases.map(({ caseId }) => caseId)).toEqual([other.id, hidden.id])
  })

  test('are screened by the legal department alone, and of a restricted case by its readers', async ({
    as,
    db,
    branch,
    officer,
  }) => {
    const [shown, hidden] = [await aLegalCase(db, branch), await aLegalCase(db, branch, { restricted: true })]
    const statusOf = async (user: TestUser, { id }: { id: string }) =>
      (await as(user).call(getScreening, { params: { id } })).status
    expect([await statusOf(officer, shown), await statusOf(officer, hidden)]).toEqual([200, 404])
    for (const role of ['council_head', 'auditor', 'lawyer', 'accountant', 'administrator'] as const)
      expect(await statusOf(await aUser(db, role), shown), role).toBe(403)
    expect(await statusOf(await aUser(db, 'branch_chair', branch), shown)).toBe(403)
  })
})
