import { annulAppeal, registerAppeal, registerBatch } from '@qorgan/shared/appeals'
import { addEffect } from '@qorgan/shared/effects'
import { openLegalCase } from '@qorgan/shared/legal-cases'
import { createMember } from '@qorgan/shared/members'
import type { Role } from '@qorgan/shared/permissions'
import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/platform/db/index.ts'
import { aBranch, anOrganisation, aUser, type TestBranch, type TestUser } from '../factories.ts'
import { openPeriods } from '../../src/closing/service.ts'
import { formOf } from '../forms.ts'
import { type Answer, type Client, system, test as base } from '../harness.ts'
import type { Route } from '@qorgan/shared/contract'

type As = (user: TestUser | null) => Client

export const rolesOfBranch = [
  'branch_chair',
  'branch_specialist',
  'organisation_chair',
  'accountant',
] as const satisfies Role[]
export const rolesOfCouncil = [
  'council_specialist',
  'council_head',
  'legal_head',
  'legal_officer',
  'lawyer',
  'accountant',
  'auditor',
  'administrator',
] as const satisfies Role[]

/** A branch with something of everything in it; whatever could be seen of it carries its mark, or is among its ids. */
export interface BranchWorld {
  branch: TestBranch
  mark: string
  iin: string
  phone: string
  organisation: { id: string; employerId: string }
  users: Record<(typeof rolesOfBranch)[number], TestUser>
  memberId: string
  /** Received by the branch from a member of the organisation: over its chair's head. */
  branchAppeal: { id: string; number: string }
  organisationAppeal: { id: string; number: string }
  annulledAppeal: { id: string; number: string }
  batchId: string
  effectId: string
  /** Of the branch's appeal. */
  attachmentId: string
  organisationEffectId: string
  /** Of a person and an appeal of its own, so that the legal department is as much a stranger to the rest as before. */
  legalCase: { id: string; number: string; traces: string[] }
  branchReportId: string
  /** The chair's. */
  notificationId: string
  /** Traces of what the organisation's chair may not see either. */
  overTheHead: string[]
  /** Everything that another unit must never meet. */
  traces: string[]
}

let worlds = 0

export async function aBranchWorld(db: Db, as: As): Promise<BranchWorld> {
  const n = worlds++
  const branch = await aBranch(db)
  const mark = `Мереке${'АБВГДЕ'[n % 6]}${branch.prefix}`
  const organisation = await anOrganisation(db, branch)
  const users = Object.fromEntries(
    await Promise.all(
      rolesOfBranch.map(
        async (role) =>
          [role, await aUser(db, role, branch, role === 'organisation_chair' ? organisation : undefined)] as const,
      ),
    ),
  ) as BranchWorld['users']
  const chair = as(users.branch_chair)
  const iin = `8001013${String(10_000 + n)}`
  const phone = `+7701555${String(1000 + n)}`
  const member = await made(
    chair.call(createMember, {
      body: {
        lastName: `${mark}ова`,
        firstName: 'Айгуль',
        patronymic: 'Сериковна',
        kind: 'employed',
        iin,
        phone,
        cardNumber: `K-${mark}`,
        primaryOrganisationId: organisation.id,
      },
    }),
  )
  const content = {
    receivedOn: '2026-11-10',
    channel: 'phone',
    subject: `Дело ${mark}`,
    applicant: { memberId: member.id },
  } as const
  const branchAppeal = await made(
    chair.call(registerAppeal, { body: { ...content, category: 'pay', subject: `Наголову ${mark}` } }),
  )
  const organisationAppeal = await made(
    as(users.organisation_chair).call(registerAppeal, { body: { ...content, category: 'legal' } }),
  )
  const annulled = await made(
    as(users.organisation_chair).call(registerAppeal, { body: { ...content, category: 'legal' } }),
  )
  await made(
    chair.call(annulAppeal, {
      params: { id: annulled.id },
      version: 1,
      body: { reason: 'Дважды', duplicateOf: branchAppeal.id },
    }),
    true,
  )
  const voucher = { place: 'Санаторий', fullPrice: 200_000, memberPays: 50_000, people: 1, issuedOn: '2026-11-12' }
  const batchId = randomUUID()
  const batch = await made(
    chair.call(registerBatch, {
      body: {
        id: batchId,
        shared: { ...content, category: 'sanatorium', subject: `Наголову ${mark}`, voucher },
        items: [{ applicant: { memberId: member.id } }, { applicant: { fullName: `${mark} Второй`, isMember: false } }],
      },
    }),
  )
  const entry = {
    kind: 'recovered',
    stage: 'received',
    amount: 777_123,
    people: 1,
    occurredOn: '2026-11-12',
    note: `Запись ${mark}`,
  } as const
  const effect = await made(chair.call(addEffect, { params: { id: branchAppeal.id }, body: entry }))
  const organisationEffect = await made(
    as(users.organisation_chair).call(addEffect, {
      params: { id: organisationAppeal.id },
      body: { ...entry, amount: 333_321 },
    }),
  )
  const form = await formOf({ name: `${mark}.txt`, bytes: mark })
  const files = await chair.send('POST', `/appeals/${branchAppeal.id}/attachments`, form)
  const attachmentId = String(files.body.items[0].id)
  const caseMark = `Подзащитная${branch.prefix}`
  const client = await made(
    chair.call(createMember, {
      body: { lastName: caseMark, firstName: 'Анна', kind: 'employed', primaryOrganisationId: organisation.id },
    }),
  )
  const opened = await made(
    as(await aUser(db, 'legal_head')).call(openLegalCase, {
      body: {
        kind: 'criminal',
        members: [{ memberId: client.id, role: 'suspect' }],
        summary: `Дело: ${caseMark}`,
        article: `УК ст. 317, ${caseMark}`,
        openedOn: '2026-11-11',
      },
    }),
  )
  const legalCase = {
    id: opened.id,
    number: opened.number,
    traces: [caseMark, opened.id, opened.number, client.id],
  }
  await system(db, (tx) => openPeriods(tx, '2026-11-20', '2026-07-01'))
  const { id: branchReportId } = await system(db, (tx) =>
    tx
      .selectFrom('branchReports')
      .select('id')
      .where('unitId', '=', branch.id)
      .where('periodKey', '=', '2026Q3')
      .executeTakeFirstOrThrow(),
  )
  const { id: notificationId } = await system(db, (tx) =>
    tx
      .insertInto('notifications')
      .values({
        userId: users.branch_chair.id,
        unitId: branch.id,
        kind: 'branchReport.reminded',
        entity: 'branchReport',
        entityId: branchReportId,
        params: JSON.stringify({ periodKey: '2026Q3', dueOn: '2026-10-14' }),
        createdAt: '2026-11-19T07:00:00Z',
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const overTheHead = [
    attachmentId,
    branchAppeal.id,
    branchAppeal.number,
    effect.id,
    `Наголову ${mark}`,
    batchId,
    ...batch.items.flatMap(({ id, number }) => [id, number]),
  ]
  return {
    branch,
    mark,
    iin,
    phone,
    organisation,
    users,
    batchId,
    branchAppeal,
    organisationAppeal,
    overTheHead,
    annulledAppeal: annulled,
    memberId: member.id,
    effectId: effect.id,
    attachmentId,
    organisationEffectId: organisationEffect.id,
    legalCase,
    branchReportId,
    notificationId,
    traces: [
      branchReportId,
      notificationId,
      mark,
      phone,
      member.id,
      `${branch.prefix}-2026-`,
      organisationAppeal.id,
      annulled.id,
      organisationEffect.id,
      ...overTheHead,
      ...Object.values(users).flatMap(({ id, sessionId }) => [id, sessionId]),
    ],
  }
}

async function made<R extends Route>(answer: Promise<Answer<R>>, isAction = false): Promise<Answer<R>['body']> {
  const { status, body } = await answer
  if (status !== (isAction ? 200 : 201)) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}

/** Two branches, and somebody of every role: in the first of them, or of the council. */
export const test = base
  .extend('mine', { scope: 'file' }, ({ db, as }) => aBranchWorld(db, as))
  .extend('theirs', { scope: 'file' }, ({ db, as }) => aBranchWorld(db, as))
  .extend('everyRole', { scope: 'file' }, async ({ db, mine }) => {
    const users: { role: Role; user: TestUser }[] = rolesOfBranch.map((role) => ({ role, user: mine.users[role] }))
    for (const role of rolesOfCouncil) users.push({ role, user: await aUser(db, role) })
    return users
  })
