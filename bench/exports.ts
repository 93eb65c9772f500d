import { readFileSync } from 'node:fs'
import path from 'node:path'
import { connect } from '@qorgan/server/src/platform/db/connect.ts'
import { createOwnDatabase, prepareDatabase } from '@qorgan/server/src/platform/db/prepare.ts'
import { loadSecrets } from '@qorgan/server/src/platform/secrets.ts'
import { growTo, makeWay } from './figures.ts'
import { residentMemory, type RunningServer, signIn } from './running-server.ts'

const LOOK_MS = 100

export interface ExportReach {
  rows: number
  bytes: number
  seconds: number
  /** MB of 2^20 bytes. */
  memory: { idle: number; most: number }
}

/**
 * All appeals as a workbook, over HTTP, as the council: how long, and how much more memory than the same server has idle. The appeals are
 * the demonstration's, copied into the running server's own database until there are so many.
 */
export async function measureExport(
  server: RunningServer,
  dataDirectory: string,
  wanted: number,
  format: 'xlsx' | 'csv',
): Promise<ExportReach> {
  await grow(dataDirectory, wanted)
  const { headers } = await signIn(server.url, 'council', 'demo-qorgan')
  const idle = await residentMemory(server.url)
  let most = idle
  const watching = setInterval(
    () => void residentMemory(server.url).then((now) => (most = Math.max(most, now))),
    LOOK_MS,
  )
  const started = performance.now()
  const answer = await fetch(`${server.url}/api/v1/appeals.${format}`, { headers })
  if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}`)
  let bytes = 0
  for await (const chunk of answer.body) bytes += (chunk as Uint8Array).length
  const seconds = (performance.now() - started) / 1000
  clearInterval(watching)
  return { rows: Number(answer.headers.get('x-total-count')), bytes, seconds, memory: { idle, most } }
}

/** Through the cluster of the running server, beside it. */
async function grow(dataDirectory: string, wanted: number): Promise<void> {
  const secrets = loadSecrets(dataDirectory)
  const port = readFileSync(path.join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8')
    .split('\n')[3]
    ?.trim()
  const superuserUrl = (database: string) =>
    `postgres://postgres:${encodeURIComponent(secrets.databasePassword)}@127.0.0.1:${port}/${database}`
  const ownerUrl = await createOwnDatabase(superuserUrl, 'qorgan', secrets.ownerPassword)
  const db = connect({ url: (await prepareDatabase(ownerUrl, secrets.apiPassword)).apiUrl, max: 2 })
  try {
    await makeWay(superuserUrl('qorgan'))
    await growTo(db, wanted)
  } finally {
    await db.destroy()
  }
}
