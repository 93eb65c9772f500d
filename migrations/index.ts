import { readdir, readFile } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

// oxlint-disable-next-line typescript/no-explicit-any -- migrations make the schema, so none is known here
type AnySchema = Kysely<any>

const folder = new URL('.', import.meta.url)

async function sqlMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file)).toSorted()
  return Object.fromEntries(
    files.map((file) => [
      file.replace('.sql', ''),
      // The owner's tables are the owner's whoever runs the migration.
      {
        up: async (db) =>
          void (await sql
            .raw(`set local role qorgan_owner;\n${await readFile(new URL(file, folder), 'utf8')}\nreset role;`)
            .execute(db)),
      },
    ]),
  )
}

/** Creates the database roles where they are missing, and sets the password with which the API signs in. */
export async function prepareRoles(db: AnySchema, apiPassword: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7_206_174_726)`.execute(tx)
    await sql.raw(await readFile(new URL('roles.sql', folder), 'utf8')).execute(tx)
    await sql`alter role qorgan_api password ${sql.lit(apiPassword)}`.execute(tx)
  })
}

/** Applies every migration that has not run yet, each file once, in order of number. Several processes may do so at once. */
export async function migrateToLatest(db: AnySchema): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: sqlMigrations } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('a migration failed', { cause: error })
  return results.map((result) => result.migrationName)
}
