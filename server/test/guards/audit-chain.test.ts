import {
  acceptTransfer,
  annulAppeal,
  assignAppeal,
  changeAppeal,
  extendAppeal,
  registerAppeal,
  registerBatch,
  rejectTransfer,
  reopenAppeal,
  resolveAppeal,
  resumeAppeal,
  revokeTransfer,
  startAppeal,
  suspendAppeal,
  transferAppeal,
} from '@qorgan/shared/appeals'
import { addNote } from '@qorgan/shared/timeline'
import { verifyAudit } from '@qorgan/shared/audit'
import type { Route } from '@qorgan/shared/contract'
import { addEffect, changeEffect, confirmEffect, voidEffect } from '@qorgan/shared/effects'
import { changeMember, createMember, revealIin } from '@qorgan/shared/members'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { connect } from '../../src/platform/db/connect.ts'
import type { Db } from '../../src/platform/db/index.ts'
import { aBranch, anEmployer, aUser, type TestBranch, type TestUser } from '../factories.ts'
import { type Answer, type Client, system, test as base, withDatabase } from '../harness.ts'

const test = base.extend('superuser', { scope: 'file' }, async ({ database }, { onCleanup }) => {
  const db = connect({ url: withDatabase(inject('superuserUrl'), new URL(database.url).pathname.slice(1)), max: 1 })
  onCleanup(() => db.destroy())
  return db
})

const eventsOf = (db: Db, branch: TestBranch) =>
  system(
    db,
    async (tx) =>
      (
        await sql<{
          seq: number
          action: string
          text: string
        }>`select seq, action, audit_events::text as text from audit_events where unit_id = ${branch.id} order by seq`.execute(
          tx,
        )
      ).rows,
  )

// The system reads no trail: only who may, and the superuser.
const countOf = async (superuser: Db, branch: TestBranch) =>
  (
    await sql<{
      n: number
      last: string | null
    }>`select count(*)::int as n, (array_agg(action order by seq desc))[1] as last from audit_events where unit_id = ${branch.id}`.execute(
      superuser,
    )
  ).rows[0] ?? { n: 0, last: null }

describe('a change and its event', () => {
  test(
    'are one: each leaves an event of its unit, a refused one none',
    { timeout: 60_000 },
    async ({ db, as, superuser }) => {
      const [branch, other] = [await aBranch(db), await aBranch(db)]
      const users = {
        chair: await aUser(db, 'branch_chair', branch),
        specialist: await aUser(db, 'branch_specialist', branch),
        receiver: await aUser(db, 'branch_chair', other),
      }
      const [chair, specialist, receiver] = [as(users.chair), as(users.specialist), as(users.receiver)]
      const strange: string[] = []
      const step = async <R extends Route>(
        action: string,
        status: number,
        work: () => Promise<Answer<R>>,
        events = 1,
      ): Promise<Answer<R>['body']> => {
        const before = await countOf(superuser, branch)
        const answer = await work()
        const after = await countOf(superuser, branch)
        if (answer.status !== status) strange.push(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`)
        if (after.n - before.n !== events || (events > 0 && after.last !== action))
          strange.push(`${action}: ${after.n - before.n} events, the last ${after.last}`)
        return answer.body
      }
      const secret = { lastName: 'Тайнова', iin: '800101300018', phone: '+77015550000' }
      const member = await step('member.entered', 201, () =>
        chair.call(createMember, { body: { ...secret, firstName: 'Анна', kind: 'employed' } }),
      )
      await step('member.changed', 200, () =>
        chair.call(changeMember, { params: { id: member.id }, version: 1, body: { position: 'Тайная медсестра' } }),
      )
      await step('member.iinOpened', 200, () => chair.call(revealIin, { params: { id: member.id } }))
      await step(
        'refused: taken',
        409,
        () => chair.call(createMember, { body: { ...secret, firstName: 'Анна', kind: 'employed' } }),
        0,
      )
      const draft = {
        receivedOn: '2026-11-10',
        channel: 'phone',
        category: 'pay',
        subject: 'Тайное дело',
        applicant: { memberId: member.id },
      } as const
      const { id } = await step('appeal.registered', 201, () => chair.call(registerAppeal, { body: draft }))
      const on = { params: { id } }
      await step(
        'refused: 422',
        422,
        () => chair.call(registerAppeal, { body: { ...draft, receivedOn: '2027-01-01' } }),
        0,
      )
      await step(
        'refused: no such member',
        422,
        () => chair.call(registerAppeal, { body: { ...draft, applicant: { memberId: randomUUID() } } }),
        0,
      )
      await step('refused: 412', 412, () => chair.call(startAppeal, { ...on, version: 9 }), 0)
      await step('appeal.assigned', 200, () =>
        chair.call(assignAppeal, { ...on, version: 1, body: { assigneeId: users.specialist.id } }),
      )
      await step('appeal.started', 200, () => specialist.call(startAppeal, { ...on, version: 2 }))
      await step('refused: 409', 409, () => specialist.call(startAppeal, { ...on, version: 3 }), 0)
      await step('appeal.extended', 200, () =>
        chair.call(extendAppeal, { ...on, version: 3, body: { dueOn: '2026-12-20', reason: 'Тайная причина' } }),
      )
      await step('appeal.suspended', 200, () =>
        chair.call(suspendAppeal, { ...on, version: 4, body: { reason: 'Тайная причина' } }),
      )
      await step('appeal.resumed', 200, () => chair.call(resumeAppeal, { ...on, version: 5 }))
      await step('appeal.noted', 201, () => chair.call(addNote, { ...on, body: { text: 'Тайная заметка' } }))
      await step('appeal.changed', 200, () =>
        chair.call(changeAppeal, { ...on, version: 6, body: { subject: 'Тайное иначе', category: 'legal' } }),
      )
      const to = { level: 'branch', branchId: other.id } as const
      await step('appeal.transferRequested', 200, () =>
        chair.call(transferAppeal, { ...on, version: 7, body: { to, reason: 'Тайна' } }),
      )
      await step(
        'refused: foreign',
        404,
        () => receiver.call(changeMember, { params: { id: member.id }, version: 2, body: { position: 'x' } }),
        0,
      )
      await step('appeal.transferRevoked', 200, () => chair.call(revokeTransfer, { ...on, version: 8 }))
      await step('appeal.transferRequested', 200, () =>
        chair.call(transferAppeal, { ...on, version: 9, body: { to, reason: 'Тайна' } }),
      )
      await step('appeal.transferRejected', 200, () =>
        receiver.call(rejectTransfer, { ...on, version: 10, body: { reason: 'Тайна' } }),
      )
      await step('appeal.transferRequested', 200, () =>
        chair.call(transferAppeal, { ...on, version: 11, body: { to, reason: 'Тайна' } }),
      )
      await step('appeal.transferAccepted', 200, () => receiver.call(acceptTransfer, { ...on, version: 12 }))
      await step('refused: handled elsewhere', 409, () => chair.call(startAppeal, { ...on, version: 13 }), 0)
      const entry = {
        kind: 'recovered',
        stage: 'received',
        amount: 987_654,
        people: 1,
        occurredOn: '2026-11-12',
        note: 'Тайна',
      } as const
      const effect = await step('effect.entered', 201, () => receiver.call(addEffect, { ...on, body: entry }))
      await step('effect.changed', 200, () =>
        receiver.call(changeEffect, { params: { id: effect.id }, version: 1, body: { amount: 876_543 } }),
      )
      await step(
        'refused: own entry',
        409,
        () => receiver.call(confirmEffect, { params: { id: effect.id }, version: 2 }),
        0,
      )
      await step('effect.confirmed', 200, () =>
        specialist.call(confirmEffect, { params: { id: effect.id }, version: 2 }),
      )
      await step('appeal.resolved', 200, () =>
        receiver.call(resolveAppeal, { ...on, version: 13, body: { outcome: 'satisfied', summary: 'Тайный ответ' } }),
      )
      await step('appeal.reopened', 200, () =>
        receiver.call(reopenAppeal, { ...on, version: 14, body: { reason: 'Тайна' } }),
      )
      await step('effect.voided', 200, () =>
        chair.call(voidEffect, { params: { id: effect.id }, version: 3, body: { reason: 'Тайна' } }),
      )
      await step('appeal.annulled', 200, () =>
        receiver.call(annulAppeal, { ...on, version: 15, body: { reason: 'Тайна' } }),
      )
      const list = { id: randomUUID(), shared: draft as unknown as Record<string, unknown>, items: [{}, {}, {}] }
      await step('appeal.listRegistered', 201, () => chair.call(registerBatch, { body: list }))
      await step(
        'refused: one of the list',
        422,
        () => chair.call(registerBatch, { body: { ...list, id: randomUUID(), items: [{}, { channel: 'none' }] } }),
        0,
      )
      await step('repeated', 200, () => chair.call(registerBatch, { body: list }), 0)
      expect(strange).toEqual([])

      const { rows } = await sql<{ text: string }>`select audit_events::text as text from audit_events`.execute(
        superuser,
      )
      const told = rows.map(({ text }) => text).join('\n')
      for (const content of ['Тайн', 'тайн', secret.iin, secret.phone, '987654', '876543', 'Анна'])
        expect(told.includes(content), content).toBe(false)
    },
  )

  test('of settings and directories stand in the council’s chain', async ({ db, as, superuser }) => {
    const head = as(await aUser(db, 'council_head'))
    const employer = await anEmployer(db)
    const council = async () =>
      (
        await sql<{
          n: number
        }>`select count(*)::int as n from audit_events e join units u on u.id = e.unit_id and u.kind = 'council'`.execute(
          superuser,
        )
      ).rows[0]?.n ?? 0
    const before = await council()
    expect(
      (
        await head.send('PATCH', `/employers/${employer.id}`, {
          body: { active: false },
          headers: { 'if-match': '"1"' },
        })
      ).status,
    ).toBe(200)
    expect(
      (await head.send('PATCH', '/settings', { body: { yearlyVoucherLimit: 3 }, headers: { 'if-match': '*' } })).status,
    ).toBe(200)
    expect(
      (await head.send('PATCH', '/settings', { body: { yearlyVoucherLimit: 0 }, headers: { 'if-match': '*' } })).status,
    ).toBe(422)
    expect((await council()) - before).toBe(2)
  })
})

type Statement = ReturnType<typeof sql>

describe('a forged trail', () => {
  /** A superuser who knows the trigger, and may even know how hashes are made. */
  const forge = (superuser: Db, changes: readonly Statement[]) =>
    superuser.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      for (const change of changes) await change.execute(tx)
    })

  async function aTrail(db: Db, as: (user: TestUser) => Client): Promise<TestBranch> {
    const branch = await aBranch(db)
    const chair = as(await aUser(db, 'branch_chair', branch))
    const body = {
      receivedOn: '2026-11-10',
      channel: 'phone',
      category: 'pay',
      subject: 'Дело',
      applicant: { anonymous: true },
    } as const
    for (let n = 0; n < 8; n++) expect((await chair.call(registerAppeal, { body })).status).toBe(201)
    return branch
  }

  const at = ({ id }: TestBranch, seq: number) => sql`unit_id = ${id} and seq = ${seq}`
  const set = (b: TestBranch, seq: number, change: Statement) =>
    sql`update audit_events set ${change} where ${at(b, seq)}`
  const row = sql`row(id, unit_id, seq, at, actor_id, role, action, entity, entity_id, '{x}'::text[], count, content_hash, request_id, null)::audit_events`
  const forgeries: { name: string; changes: (b: TestBranch) => Statement[]; seq: number }[] = [
    { name: 'an edited event', changes: (b) => [set(b, 3, sql`action = 'appeal.noted'`)], seq: 3 },
    { name: 'another actor', changes: (b) => [set(b, 5, sql`actor_id = uuidv7()`)], seq: 5 },
    { name: 'a moved time', changes: (b) => [set(b, 2, sql`at = at + interval '1 microsecond'`)], seq: 2 },
    {
      name: 'an edit with a hash that fits what went before',
      changes: (b) => [
        set(
          b,
          4,
          sql`fields = '{x}', hash = sha256((select hash from audit_events where ${at(b, 3)}) || audit_canonical(${row}))`,
        ),
      ],
      seq: 5,
    },
    { name: 'a deletion in the middle', changes: (b) => [sql`delete from audit_events where ${at(b, 4)}`], seq: 5 },
    {
      name: 'a deletion in the middle, closed up',
      changes: (b) => [
        sql`delete from audit_events where ${at(b, 4)}`,
        ...[5, 6, 7, 8].map((seq) => set(b, seq, sql`seq = seq - 1`)),
      ],
      seq: 4,
    },
    { name: 'a cut tail', changes: (b) => [sql`delete from audit_events where unit_id = ${b.id} and seq > 6`], seq: 8 },
    {
      name: 'a whole trail that is gone',
      changes: (b) => [sql`delete from audit_events where unit_id = ${b.id}`],
      seq: 8,
    },
    {
      name: 'an event put at the end',
      changes: (b) => [
        sql`insert into audit_events select uuidv7(), unit_id, seq + 1, at, actor_id, role, action, entity, entity_id, fields, count, content_hash, request_id, sha256(hash)
          from audit_events where ${at(b, 8)}`,
      ],
      seq: 9,
    },
    {
      name: 'two events that changed places',
      changes: (b) => [set(b, 2, sql`seq = 99`), set(b, 3, sql`seq = 2`), set(b, 99, sql`seq = 3`)],
      seq: 2,
    },
    {
      name: 'a head that was turned back',
      changes: (b) => [
        sql`update audit_heads set seq = 7, hash = (select hash from audit_events where ${at(b, 7)}) where unit_id = ${b.id}`,
      ],
      seq: 8,
    },
  ]

  test(
    'is found at its unit and place, and only while it is forged',
    { timeout: 60_000 },
    async ({ db, as, superuser }) => {
      const auditor = as(await aUser(db, 'auditor'))
      const verify = async () => (await auditor.call(verifyAudit, {})).body
      for (const { name, changes, seq } of forgeries) {
        const branch = await aTrail(db, as)
        expect(await verify(), `before ${name}`).toMatchObject({ ok: true, firstBroken: null })
        await sql`create table kept_events as select * from audit_events where unit_id = ${sql.lit(branch.id)}`.execute(
          superuser,
        )
        await sql`create table kept_heads as select * from audit_heads where unit_id = ${sql.lit(branch.id)}`.execute(
          superuser,
        )
        await forge(superuser, changes(branch))
        expect(await verify(), name).toMatchObject({ ok: false, firstBroken: { unit: branch.id, seq } })
        await forge(superuser, [
          sql`delete from audit_events where unit_id = ${branch.id}`,
          sql`update audit_heads h set seq = k.seq, hash = k.hash from kept_heads k where k.unit_id = h.unit_id`,
          sql`insert into audit_events select * from kept_events`,
          sql`drop table kept_events, kept_heads`,
        ])
      }
      expect(await verify()).toMatchObject({ ok: true, firstBroken: null })
    },
  )

  test('cannot be made by the API’s own role', async ({ db }) => {
    await expect(eventsOf(db, await aBranch(db))).rejects.toThrow('permission denied')
  })
})
