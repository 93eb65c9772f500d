import { sql } from 'kysely'
import type { Role } from '@qorgan/shared/permissions'
import { describe, expect } from 'vitest'
import { COUNCIL_ID } from '../../src/organisation/units.ts'
import type { Actor } from '../../src/platform/auth/actor.ts'
import type { Db, Tx } from '../../src/platform/db/index.ts'
import { enterScope } from '../../src/platform/db/scope.ts'
import type { TestUser } from '../factories.ts'
import { system } from '../harness.ts'
import { type BranchWorld, test } from './world.ts'

/** Statements as a handler runs them whose own scope was forgotten; whatever they did is undone. */
async function alone<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  await db
    .transaction()
    .execute(async (tx) => {
      await enterScope(tx, actor)
      result = { value: await work(tx) }
      throw new Error('undone')
    })
    .catch((error: unknown) => {
      if (!result) throw error
    })
  if (!result) throw new Error('the work gave a result, or its error was thrown')
  return result.value
}

const actorOf = (user: TestUser, role: Role, organisationId: string | null = null): Actor => ({
  userId: user.id,
  fullName: 'Кто-то',
  sessionId: user.sessionId,
  postId: user.sessionId,
  role,
  unitId: user.unitId,
  isCouncil: user.unitId === COUNCIL_ID,
  organisationId,
  requestId: 'guard',
})

/** Everyone but the council's own, who see all units by right. */
const narrowActors = (mine: BranchWorld, everyRole: { role: Role; user: TestUser }[]): Actor[] =>
  everyRole
    .filter(({ role, user }) => user.unitId === mine.branch.id || ['lawyer', 'administrator'].includes(role))
    .map(({ role, user }) => actorOf(user, role, role === 'organisation_chair' ? mine.organisation.id : null))

const tables = {
  appeals: 'branch_id',
  effects: 'branch_id',
  members: 'branch_id',
  appeal_events: 'branch_id',
  figure_totals: 'unit_id',
  audit_events: 'unit_id',
  appeal_numbers: 'unit_id',
  notifications: 'unit_id',
} as const

/** Null where the role may not even ask. */
async function countOf(db: Db, actor: Actor, table: string, where: ReturnType<typeof sql>): Promise<number | null> {
  try {
    return await alone(
      db,
      actor,
      async (tx) =>
        (await sql<{ n: number }>`select count(*)::int as n from ${sql.id(table)} where ${where}`.execute(tx)).rows[0]
          ?.n ?? 0,
    )
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return null
    throw error
  }
}

describe('row-level security alone', () => {
  test('shows no row of another unit', async ({ db, mine, theirs, everyRole }) => {
    const seen: string[] = []
    const own = new Map<string, number>()
    for (const actor of narrowActors(mine, everyRole))
      for (const [table, unit] of Object.entries(tables)) {
        const foreign = await countOf(db, actor, table, sql`${sql.id(unit)} <> ${mine.branch.id}::uuid`)
        if (foreign !== null && foreign > 0) seen.push(`${actor.role} sees ${foreign} of ${table}`)
        own.set(
          `${actor.role} ${table}`,
          (await countOf(db, actor, table, sql`${sql.id(unit)} = ${mine.branch.id}::uuid`)) ?? -1,
        )
      }
    expect(seen).toEqual([])
    expect(theirs.branch.id).not.toBe(mine.branch.id)
    // The guard looks where there is something to see.
    for (const table of ['appeals', 'effects', 'members', 'appeal_events', 'figure_totals', 'notifications'])
      expect(own.get(`branch_chair ${table}`), table).toBeGreaterThan(0)
    expect(own.get('branch_chair audit_events')).toBe(-1)
    for (const role of ['lawyer', 'administrator'])
      for (const table of Object.keys(tables)) expect(own.get(`${role} ${table}`), `${role} ${table}`).toBeLessThan(1)
  })

  test('shows the legal department the appeals and the people of its cases, and counsel nothing before a contract', async ({
    db,
    everyRole,
  }) => {
    const actor = (role: Role) => actorOf(everyRole.find((one) => one.role === role)!.user, role)
    const cases = await system(db, (tx) =>
      tx
        .selectFrom('legalCases')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    )
    expect(cases.n).toBeGreaterThan(1)
    for (const role of ['legal_head', 'legal_officer'] as const) {
      for (const table of ['appeals', 'members', 'legal_cases'])
        expect(await countOf(db, actor(role), table, sql`true`), `${role} ${table}`).toBe(cases.n)
      expect(await countOf(db, actor(role), 'effects', sql`true`)).toBe(0)
      expect(await countOf(db, actor(role), 'audit_events', sql`true`)).toBeNull()
    }
    for (const table of [
      'legal_cases',
      'legal_case_contents',
      'legal_case_members',
      'hearings',
      'privileged_notes',
      'case_assignments',
      'lawyers',
    ])
      expect(await countOf(db, actor('lawyer'), table, sql`true`), table).toBe(0)
    for (const role of ['auditor', 'council_head', 'administrator'] as const)
      for (const table of ['privileged_notes', 'legal_case_accusations'])
        expect(await countOf(db, actor(role), table, sql`true`), `${role} ${table}`).toBeNull()
  })

  test('shows an organisation’s chair what the organisation received, and its own members', async ({ db, mine }) => {
    const local = actorOf(mine.users.organisation_chair, 'organisation_chair', mine.organisation.id)
    expect(await countOf(db, local, 'appeals', sql`true`)).toBe(2)
    expect(await countOf(db, local, 'appeals', sql`received_level <> 'primary_organisation'`)).toBe(0)
    expect(await countOf(db, local, 'effects', sql`id <> ${mine.organisationEffectId}::uuid`)).toBe(0)
    expect(await countOf(db, local, 'appeal_events', sql`appeal_id = ${mine.branchAppeal.id}::uuid`)).toBe(0)
    expect(
      await countOf(db, local, 'members', sql`primary_organisation_id is distinct from ${mine.organisation.id}::uuid`),
    ).toBe(0)
    expect(await countOf(db, local, 'figure_totals', sql`true`)).toBeNull()
    const found = await alone(
      db,
      local,
      async (tx) =>
        (await sql`select id from matching_appeals(${mine.mark}, ${[mine.mark]}::text[], 50) as id`.execute(tx)).rows
          .length,
    )
    expect(found).toBeLessThanOrEqual(2)
  })

  test('shows a branch’s accountant the money of the branch, and of its appeals vouchers and aid', async ({
    db,
    mine,
  }) => {
    const accountant = actorOf(mine.users.accountant, 'accountant')
    expect(await countOf(db, accountant, 'appeals', sql`category not in ('sanatorium', 'material_aid')`)).toBe(0)
    expect(await countOf(db, accountant, 'appeals', sql`true`)).toBe(2)
    expect(await countOf(db, accountant, 'members', sql`true`)).toBeNull()
    expect(await countOf(db, accountant, 'effects', sql`true`)).toBeGreaterThan(2)
  })

  test('shows the files of an appeal to whoever it shows the appeal', async ({ db, mine, theirs, everyRole }) => {
    const seen = (actor: Actor, { attachmentId }: BranchWorld) =>
      countOf(db, actor, 'attachments', sql`id = ${attachmentId}::uuid`)
    for (const actor of narrowActors(mine, everyRole)) {
      expect((await seen(actor, theirs)) ?? 0, actor.role).toBe(0)
      const isTheirs = ['branch_chair', 'branch_specialist'].includes(actor.role)
      expect((await seen(actor, mine)) ?? 0, actor.role).toBe(isTheirs ? 1 : 0)
    }
  })

  test('shows a person what they were told, which nobody takes back or tells in their place', async ({
    db,
    mine,
    theirs,
    everyRole,
  }) => {
    const told = sql`id = ${mine.notificationId}::uuid`
    const chair = actorOf(mine.users.branch_chair, 'branch_chair')
    for (const elsewhere of [
      { ...chair, unitId: theirs.branch.id },
      { ...chair, role: 'council_head', unitId: COUNCIL_ID, isCouncil: true } as const,
    ])
      expect(await countOf(db, elsewhere, 'notifications', told), 'in another post').toBe(0)
    for (const { role, user } of everyRole) {
      const actor = actorOf(user, role, role === 'organisation_chair' ? mine.organisation.id : null)
      const isTheirs = role === 'branch_chair'
      expect(await countOf(db, actor, 'notifications', told), role).toBe(isTheirs ? 1 : 0)
      const marked = await alone(db, actor, async (tx) => {
        const once = await sql`update notifications set read_at = now() where ${told}`.execute(tx)
        const again = await sql`update notifications set read_at = null where ${told}`.execute(tx)
        return [Number(once.numAffectedRows), Number(again.numAffectedRows)]
      })
      expect(marked, role).toEqual([isTheirs ? 1 : 0, 0])
      for (const forbidden of [
        sql`update notifications set mailed_at = now()`,
        sql`update notifications set kind = 'period.closed'`,
        sql`delete from notifications`,
        sql`insert into notifications (user_id, unit_id, kind, entity, entity_id, params, created_at)
          values (${user.id}, ${user.unitId}, 'period.closed', 'period', '2026Q3', '{}', now())`,
      ])
        await expect(
          alone(db, actor, (tx) => forbidden.execute(tx)),
          role,
        ).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('lets nobody change a row of another unit', async ({ db, mine, theirs, everyRole }) => {
    const changes = {
      appeals: sql`update appeals set subject = subject where branch_id = ${theirs.branch.id}::uuid`,
      effects: sql`update effects set note = 'x' where branch_id = ${theirs.branch.id}::uuid`,
      members: sql`update members set last_name = 'x' where branch_id = ${theirs.branch.id}::uuid`,
      appeal_numbers: sql`update appeal_numbers set last_number = 0 where unit_id = ${theirs.branch.id}::uuid`,
      figure_totals: sql`update figure_totals set amount = 0`,
      appeal_events: sql`update appeal_events set text = 'x'`,
      audit_events: sql`update audit_events set action = 'x'`,
      notifications: sql`update notifications set read_at = now() where unit_id = ${theirs.branch.id}::uuid`,
      attachments: sql`update attachments set removed_at = now(), remove_reason = 'x' where id = ${theirs.attachmentId}::uuid`,
      'appeals by deleting': sql`delete from appeals`,
    }
    const strange: string[] = []
    for (const actor of narrowActors(mine, everyRole))
      for (const [name, change] of Object.entries(changes)) {
        const changed = await alone(db, actor, async (tx) =>
          Number((await change.execute(tx)).numAffectedRows ?? 0),
        ).catch((error: unknown) => (error as { code?: string }).code)
        if (changed !== 0 && changed !== '42501') strange.push(`${actor.role} ${name}: ${String(changed)}`)
      }
    expect(strange).toEqual([])
  })

  test('lets nobody add a row to another unit, nor move one there', async ({ db, mine, theirs, everyRole }) => {
    const copy = (table: string, changed: Record<string, unknown>) =>
      sql`insert into ${sql.id(table)} select (json_populate_record(r, ${JSON.stringify(changed)}::json)).* from ${sql.id(table)} r`
    const unit = theirs.branch.id
    const additions: Record<string, ReturnType<typeof sql>> = {
      members: sql`insert into members (branch_id, last_name, first_name, kind) values (${unit}, 'x', 'x', 'employed')`,
      appeals: sql`insert into appeals (branch_id, level, received_level, number, number_year, number_seq, status, received_on, channel, category, subject, membership, due_on, due_explained, handling_unit_id, registered_by)
        values (${unit}, 'branch', 'branch', 'X-1', 2026, 99, 'registered', '2026-11-10', 'phone', 'pay', 'x', 'anonymous', '2026-11-10', '{}', ${mine.branch.id}, ${mine.users.branch_chair.id})`,
      effects: sql`insert into effects (appeal_id, appeal_number, branch_id, level, category, kind, stage, amount, people, occurred_on, entered_by, changed_by)
        values (${theirs.branchAppeal.id}, 'X-1', ${unit}, 'branch', 'pay', 'other', 'received', 1, 1, '2026-11-10', ${mine.users.branch_chair.id}, ${mine.users.branch_chair.id})`,
      'effects under another unit’s name': sql`insert into effects (appeal_id, appeal_number, branch_id, level, category, kind, stage, amount, people, occurred_on, entered_by, changed_by)
        values (${theirs.branchAppeal.id}, 'X-1', ${mine.branch.id}, 'branch', 'pay', 'other', 'received', 1, 1, '2026-11-10', ${mine.users.branch_chair.id}, ${mine.users.branch_chair.id})`,
      appeal_events: sql`insert into appeal_events (appeal_id, branch_id, kind, on_date) values (${theirs.branchAppeal.id}, ${unit}, 'noted', '2026-11-10')`,
      attachments: sql`insert into attachments (appeal_id, file_name, media_type, size, sha256, storage_key, uploaded_by)
        values (${theirs.branchAppeal.id}, 'x.txt', 'text/plain', 1, '', 'x', ${mine.users.branch_chair.id})`,
      appeal_numbers: sql`insert into appeal_numbers (unit_id, year, last_number) values (${unit}, 2031, 1)`,
      notifications: sql`insert into notifications (user_id, unit_id, kind, entity, entity_id, params, created_at)
        values (${theirs.users.branch_chair.id}, ${unit}, 'period.closed', 'period', '2026Q3', '{}', now())`,
      'members that move': sql`update members set branch_id = ${unit} where id = ${mine.memberId}`,
      figure_totals: copy('figure_totals', { unit_id: unit, month: '2031-01-01' }),
      audit_events: copy('audit_events', { unit_id: unit }),
    }
    const strange: string[] = []
    for (const actor of narrowActors(mine, everyRole))
      for (const [name, addition] of Object.entries(additions)) {
        const outcome = await alone(db, actor, async (tx) =>
          Number((await addition.execute(tx)).numAffectedRows ?? 0),
        ).catch((error: unknown) => (error as { code?: string }).code)
        // 23503: the key of the appeal holds its unit, level and category together.
        if (outcome !== '42501' && outcome !== 0 && !(outcome === '23503' && name.startsWith('effects under')))
          strange.push(`${actor.role} ${name}: ${String(outcome)}`)
      }
    expect(strange).toEqual([])
  })

  test('holds nothing for whoever took no role', async ({ db }) => {
    for (const table of Object.keys(tables))
      await expect(sql`select 1 from ${sql.id(table)}`.execute(db), table).rejects.toThrow('permission denied')
    expect(await system(db, async (tx) => (await sql`select 1 from appeals`.execute(tx)).rows.length)).toBeGreaterThan(
      0,
    )
    await expect(db.transaction().execute(async (tx) => sql`set local role qorgan_owner`.execute(tx))).rejects.toThrow(
      'permission denied',
    )
  })
})
