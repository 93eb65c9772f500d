import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { connect } from '../../src/platform/db/connect.ts'
import { test, withDatabase } from '../harness.ts'

/**
 * Every other table holds people's records, keeps row-level security, and is forced to. What stands here is read by all who sign in,
 * or holds no record of a unit; a new table is either protected or added here with its reason.
 */
const unprotected: Record<string, string> = {
  regions: 'directory',
  units: 'directory: visible to all who are signed in',
  unit_regions: 'directory',
  employers: 'directory',
  primary_organisations: 'directory',
  topics: 'directory',
  calendar_days: 'directory',
  appeal_terms: 'directory',
  counted_levels: 'directory',
  settings: 'one row for the union',
  print_settings: 'one row for the union: headings and signers of printed reports',
  deadline_rules: 'directory: terms of law',
  reporting_periods: 'quarters and whether they are closed, the same for all',
  users: 'accounts: columns are granted, passwords to the system and the administrator alone',
  posts: 'accounts: who is a colleague',
  sessions: 'accounts: a session is found by its secret id before any role is taken',
  refresh_tokens: 'accounts: hashes, granted to the system alone',
  sign_in_failures: 'accounts: hashes, granted to the system alone',
  creations: 'ids that were used, and hashes: a used id is refused also for a record out of scope',
  kysely_migration: 'the migrator’s own',
  kysely_migration_lock: 'the migrator’s own',
}

/** Each was read: it narrows to the caller's scope and gives ids alone, or counts, or keeps the trail. */
const reviewedDefiners = [
  'counsel_cases',
  'count_appeals',
  'count_case_people',
  'count_effects',
  'helped_people',
  'ledger_attributes',
  'matching_appeals',
  'matching_members',
  'matching_names',
  'medadvokat_figures',
  'open_case_money',
  'record_audit',
  'recount',
  'recount_accepted_acts',
  'recount_case_money',
  'verify_audit',
]

const requestRoles = [
  'qorgan_request',
  'qorgan_union',
  'qorgan_unit',
  'qorgan_organisation',
  'qorgan_accountant',
  'qorgan_legal',
  'qorgan_lawyer',
  'qorgan_administrator',
  'qorgan_system',
  'qorgan_api',
]

/** Rows that may go: what is set anew, and what ends. Records are annulled or voided. */
const deletable = ['calendar_days', 'pending_files', 'refresh_tokens', 'sessions', 'sign_in_failures', 'unit_regions']

const base = test.extend('catalogue', { scope: 'file' }, async ({ database }, { onCleanup }) => {
  const db = connect({ url: withDatabase(inject('superuserUrl'), new URL(database.url).pathname.slice(1)), max: 2 })
  onCleanup(() => db.destroy())
  return async <Row>(text: string): Promise<Row[]> => (await sql.raw<Row>(text).execute(db)).rows
})

const ourTables = `from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')`

describe('row-level security', () => {
  base('stands on every table, is forced, and has a policy', async ({ catalogue }) => {
    const tables = await catalogue<{ name: string; holds: boolean }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as holds ${ourTables}`,
    )
    expect(tables.filter(({ name, holds }) => !holds && !(name in unprotected)).map(({ name }) => name)).toEqual([])
    expect(
      Object.keys(unprotected).filter((name) => !tables.some((table) => table.name === name)),
      'exempt, but gone',
    ).toEqual([])
  })

  base('nobody stands above it', async ({ catalogue }) => {
    const above = await catalogue<{ name: string }>(
      `select rolname as name from pg_roles where (rolbypassrls or rolsuper) and rolname like 'qorgan%'`,
    )
    expect(above).toEqual([])
  })

  base('a view would ask as its reader; no materialised view holds a copy', async ({ catalogue }) => {
    const views = await catalogue(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and (c.relkind = 'm' or c.relkind = 'v' and not coalesce('security_invoker=true' = any(c.reloptions) or 'security_invoker=on' = any(c.reloptions), false))`,
    )
    expect(views).toEqual([])
  })
})

base('who reads a restricted case is said once: policies ask its function', async ({ catalogue }) => {
  const repeated = await catalogue<{ policy: string }>(
    `select tablename || ' ' || policyname as policy from pg_policies
      where tablename <> 'legal_case_readers' and coalesce(qual, '') || coalesce(with_check, '') like '%legal_case_readers%'`,
  )
  expect(repeated).toEqual([])
})

describe('roles', () => {
  base('the API signs in as one who owns nothing and inherits nothing', async ({ catalogue }) => {
    expect(
      await catalogue(
        `select rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication, rolcanlogin from pg_roles where rolname = 'qorgan_api'`,
      ),
    ).toEqual([
      {
        rolsuper: false,
        rolinherit: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
        rolreplication: false,
        rolcanlogin: true,
      },
    ])
    expect(
      await catalogue(
        `select relname from pg_class where relowner <> 'qorgan_owner'::regrole and relnamespace = 'public'::regnamespace and relname not like 'kysely_migration%'`,
      ),
    ).toEqual([])
    expect(
      await catalogue(
        `select roleid::regrole::text as role from pg_auth_members where member = 'qorgan_api'::regrole and (inherit_option or admin_option or roleid = 'qorgan_owner'::regrole)`,
      ),
    ).toEqual([])
    expect(
      await catalogue(
        `select rolname from pg_roles where rolname like 'qorgan%' and rolcanlogin and rolname not in ('qorgan_api', 'qorgan_admin')`,
      ),
    ).toEqual([])
  })

  base('nothing is granted to everybody', async ({ catalogue }) => {
    expect(
      await catalogue(
        `select c.relname, a.privilege_type from pg_class c cross join aclexplode(c.relacl) a where a.grantee = 0 and c.relnamespace = 'public'::regnamespace`,
      ),
    ).toEqual([])
    expect(
      await catalogue(
        `select a.attname from pg_attribute a cross join aclexplode(a.attacl) g join pg_class c on c.oid = a.attrelid where g.grantee = 0 and c.relnamespace = 'public'::regnamespace`,
      ),
    ).toEqual([])
    expect(
      await catalogue(
        `select 1 from pg_namespace n cross join aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee = 0 and a.privilege_type = 'CREATE'`,
      ),
    ).toEqual([])
  })

  base('no request role deletes a record or empties a table', async ({ catalogue }) => {
    const granted = await catalogue<{ table: string; right: string; role: string }>(
      `select c.relname as table, p.privilege as right, r.rolname as role from pg_class c cross join (values ('DELETE'), ('TRUNCATE'), ('TRIGGER'), ('REFERENCES')) p (privilege) cross join pg_roles r
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and r.rolname in (${requestRoles.map((role) => `'${role}'`).join(', ')}) and has_table_privilege(r.oid, c.oid, p.privilege)`,
    )
    expect(granted.filter(({ table, right }) => right !== 'DELETE' || !deletable.includes(table))).toEqual([])
  })

  base('what an appeal is counted by is written once', async ({ catalogue }) => {
    const columns = `(values ('appeals', 'id'), ('appeals', 'branch_id'), ('appeals', 'received_level'), ('appeals', 'number'), ('appeals', 'number_year'), ('appeals', 'number_seq'), ('appeals', 'registered_by'),
      ('effects', 'id'), ('effects', 'appeal_id'), ('effects', 'branch_id'), ('effects', 'entered_by'), ('effects', 'computed')) f (t, c)`
    expect(
      await catalogue(
        `select f.t, f.c, r.rolname from ${columns} cross join pg_roles r where r.rolname in (${requestRoles.map((role) => `'${role}'`).join(', ')}) and has_column_privilege(r.oid, f.t, f.c, 'UPDATE')`,
      ),
    ).toEqual([])
  })

  base('passwords and tokens are the system’s', async ({ catalogue }) => {
    const readers = await catalogue<{ role: string }>(
      `select r.rolname as role from pg_roles r where r.rolname like 'qorgan%' and (has_column_privilege(r.oid, 'users', 'password_hash', 'SELECT') or has_any_column_privilege(r.oid, 'refresh_tokens', 'SELECT')) order by 1`,
    )
    expect(readers.map(({ role }) => role).filter((role) => requestRoles.includes(role))).toEqual([
      'qorgan_administrator',
      'qorgan_api',
      'qorgan_system',
    ])
  })
})

describe('functions', () => {
  base(
    'what runs with the owner’s rights was reviewed, finds only our names, and is not everybody’s',
    async ({ catalogue }) => {
      const definers = await catalogue<{ name: string; config: string[] | null; everybody: boolean }>(
        `select p.proname as name, p.proconfig as config, p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0) as everybody
        from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace order by 1`,
      )
      expect(definers.map(({ name }) => name)).toEqual(reviewedDefiners)
      // Without pg_temp at the end a caller's temporary table would stand before ours.
      expect(
        definers.filter(({ config }) => !config?.includes('search_path=public, pg_temp')).map(({ name }) => name),
      ).toEqual([])
      expect(definers.filter(({ everybody }) => everybody).map(({ name }) => name)).toEqual([])
    },
  )
})

describe('the trail', () => {
  base('is only added to, and only by its function', async ({ catalogue }) => {
    expect(
      await catalogue(
        `select t.name, r.rolname, p.right from (values ('audit_events'), ('audit_heads')) t (name) cross join (values ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE')) p ("right") cross join pg_roles r
          where r.rolname in (${requestRoles.map((role) => `'${role}'`).join(', ')}) and has_table_privilege(r.oid, t.name, p.right)`,
      ),
    ).toEqual([])
    for (const change of ['update audit_events set seq = 1', 'delete from audit_events', 'truncate audit_events'])
      await expect(catalogue(change), change).rejects.toThrow('append-only')
  })
})
