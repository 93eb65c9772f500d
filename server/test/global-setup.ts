import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { seedDirectories } from '../src/organisation/seed.ts'
import { connect } from '../src/platform/db/connect.ts'
import { createOwnDatabase, prepareDatabase } from '../src/platform/db/prepare.ts'
import { enterScope } from '../src/platform/db/scope.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { scratchFolder } from '../src/platform/scratch-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the role that owns the databases, and of the one that the API signs in with. Neither is a superuser. */
    adminUrl: string
    apiUrl: string
    superuserUrl: string
  }
}

/** One PostgreSQL for the run, and one migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(scratchFolder(), 'qorgan-test-'))
  const cluster = await startEmbeddedPostgres({
    directory: path.join(folder, 'cluster'),
    password: 'superuser',
    temporary: true,
  })
  const adminUrl = await createOwnDatabase(cluster.superuserUrl, 'qorgan_template', 'owner')
  const { apiUrl } = await prepareDatabase(adminUrl, 'api')
  const db = connect({ url: apiUrl, max: 1 })
  await db.transaction().execute(async (tx) => {
    await enterScope(tx, null)
    await seedDirectories(tx)
  })
  await db.destroy()
  project.provide('adminUrl', adminUrl)
  project.provide('apiUrl', apiUrl)
  project.provide('superuserUrl', cluster.superuserUrl('postgres'))
  return async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
