import { fork } from 'node:child_process'
import path from 'node:path'
import autocannon from 'autocannon'
import { residentMemory, type RunningServer, signIn } from './running-server.ts'

const ROUNDS = 9
const SECONDS = 3
const CONNECTIONS = 10

export interface ListReach {
  bytes: number
  perSecond: number
  barePerSecond: number
  ratio: { median: number; least: number; most: number }
  memory: { before: number; most: number; after: number }
}

/** The first page of a branch chair's appeals, against a bare route that answers the same bytes: one round of each in turn. */
export async function measureList(server: RunningServer): Promise<ListReach> {
  const chair = await signIn(server.url, 'chair.karaganda', 'demo-qorgan')
  const list = await chair.call<{ items: unknown[] }>('GET', '/appeals')
  if (list.items.length !== 50) throw new Error(`a full page was expected, not ${list.items.length} appeals`)
  const bare = fork(path.join(import.meta.dirname, 'bare-route.ts'))
  try {
    const address = await new Promise<string>((resolve) => {
      bare.once('message', (given: string) => resolve(given))
      bare.send(list)
    })
    const bytes = Buffer.byteLength(await (await fetch(address)).text())
    if (bytes !== Buffer.byteLength(JSON.stringify(list)))
      throw new Error('the bare route does not answer the same bytes')
    const before = await residentMemory(server.url)
    let most = before
    const watching = setInterval(() => void residentMemory(server.url).then((now) => (most = Math.max(most, now))), 500)
    const rounds: { whole: number; bare: number }[] = []
    await load(`${server.url}/api/v1/appeals`, chair.headers, 2)
    await load(address, {}, 2)
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({
        whole: await load(`${server.url}/api/v1/appeals`, chair.headers, SECONDS),
        bare: await load(address, {}, SECONDS),
      })
    }
    clearInterval(watching)
    const ratios = rounds.map(({ whole, bare: alone }) => whole / alone)
    return {
      bytes,
      perSecond: median(rounds.map(({ whole }) => whole)),
      barePerSecond: median(rounds.map(({ bare: alone }) => alone)),
      ratio: { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) },
      memory: { before, most, after: await residentMemory(server.url) },
    }
  } finally {
    bare.kill()
  }
}

/** Requests a second. The caller works in a thread of its own; every answer must be a success. */
async function load(url: string, headers: Record<string, string>, duration: number): Promise<number> {
  const result = await autocannon({ url, headers, duration, connections: CONNECTIONS, workers: 1 })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were no success, ${result.errors} failed`)
  return result.requests.total / result.duration
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
