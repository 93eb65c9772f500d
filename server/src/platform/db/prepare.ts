import { migrateToLatest, prepareRoles } from '@qorgan/migrations'
import { sql } from 'kysely'
import { StartError } from '../start-error.ts'
import { connect } from './connect.ts'

/**
 * Makes a database ready: roles, migrations, and the password of the API's own sign-in. `url` is of a role that owns the database
 * and may create roles, but is no superuser. Answers the URL with which the pool signs in, as a role that owns nothing.
 */
export async function prepareDatabase(
  url: string,
  apiPassword: string,
): Promise<{ apiUrl: string; applied: string[] }> {
  const admin = connect({ url, max: 1, statementTimeoutMs: 120_000 })
  try {
    const { rows } = await sql<{ isSuper: boolean; version: number }>`
      select rolsuper as is_super, current_setting('server_version_num')::int as version from pg_roles where rolname = current_user`.execute(
      admin,
    )
    if (rows[0]?.isSuper)
      throw new StartError(
        'DATABASE_URL signs in as a superuser. Give a role that owns the database and may create roles (createrole), but is no superuser.',
      )
    if ((rows[0]?.version ?? 0) < 180_000) throw new StartError('Qorgan needs PostgreSQL 18 or later.')
    await prepareRoles(admin, apiPassword)
    const applied = await migrateToLatest(admin)
    const apiUrl = new URL(url)
    apiUrl.username = 'qorgan_api'
    apiUrl.password = apiPassword
    return { apiUrl: apiUrl.href, applied }
  } finally {
    await admin.destroy()
  }
}

/** On a cluster of our own: the role that owns the database, and the database. Answers the URL of that role. */
export async function createOwnDatabase(
  superuserUrl: (database: string) => string,
  database: string,
  password: string,
): Promise<string> {
  const superuser = connect({ url: superuserUrl('postgres'), max: 1, statementTimeoutMs: 60_000 })
  try {
    const { rows: roles } = await sql`select from pg_roles where rolname = 'qorgan_admin'`.execute(superuser)
    await sql`${sql.raw(roles.length > 0 ? 'alter' : 'create')} role qorgan_admin login createrole createdb password ${sql.lit(password)}`.execute(
      superuser,
    )
    const { rows: databases } = await sql`select from pg_database where datname = ${database}`.execute(superuser)
    if (databases.length === 0) await sql`create database ${sql.id(database)} owner qorgan_admin`.execute(superuser)
  } finally {
    await superuser.destroy()
  }
  const url = new URL(superuserUrl(database))
  url.username = 'qorgan_admin'
  url.password = password
  return url.href
}
