import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measureCrowd } from './crowd.ts'
import { measureExport } from './exports.ts'
import { allowedMs, measureFigures } from './figures.ts'
import { measureList } from './list.ts'
import { residentMemory, startServer } from './running-server.ts'

const LARGE = 1_000_000
const EXPORTED = 100_000
const parts = process.argv.slice(2)
const wants = (part: string) => parts.length === 0 || parts.includes(part)
const folder = mkdtempSync(path.join(process.env['QORGAN_BENCH_DIR'] ?? tmpdir(), 'qorgan-bench-'))
const data = path.join(folder, 'data')

const rows: { what: string; measured: string; goal: string; holds: boolean }[] = []
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

try {
  say('Starting for the first time, with the demonstration data')
  const first = await startServer(data)
  await first.stop()
  const server = await startServer(data)
  rows.push({
    what: 'start, empty data folder (installed already)',
    measured: `${first.startSeconds.toFixed(1)} s`,
    goal: '< 120 s',
    holds: first.startSeconds < 120,
  })
  rows.push({
    what: 'start, second time',
    measured: `${server.startSeconds.toFixed(1)} s`,
    goal: '< 10 s',
    holds: server.startSeconds < 10,
  })
  try {
    if (wants('list')) await list()
    if (wants('crowd')) await crowd()
    if (wants('report')) await report()
    if (wants('export')) await exported()
  } finally {
    await server.stop()
  }

  async function list() {
    say('Fifty appeals, against a bare route')
    const { bytes, perSecond, barePerSecond, ratio, memory } = await measureList(server)
    rows.push({
      what: `list of 50 appeals ÷ bare route (${bytes} bytes; ${perSecond.toFixed(0)} and ${barePerSecond.toFixed(0)} a second)`,
      measured: `${ratio.median.toFixed(3)} (${ratio.least.toFixed(3)} .. ${ratio.most.toFixed(3)})`,
      goal: '>= 0.10',
      holds: ratio.median >= 0.1,
    })
    rows.push({
      what: `memory of the API under load (before ${memory.before.toFixed(0)}, after ${memory.after.toFixed(0)})`,
      measured: `${memory.most.toFixed(0)} MB`,
      goal: '< 250 MB',
      holds: memory.most < 250,
    })
  }

  async function crowd() {
    say('Forty people register appeals in one branch')
    const { appeals, errors, gaps, seconds, slowestMs } = await measureCrowd(server)
    for (const error of errors.slice(0, 3)) say(`  ${error}`)
    rows.push({
      what: `40 people, ${appeals} appeals in one branch in ${seconds.toFixed(1)} s (the slowest ${slowestMs.toFixed(0)} ms)`,
      measured: `${errors.length} errors, ${gaps} gaps`,
      goal: 'none',
      holds: errors.length === 0 && gaps === 0,
    })
    const memory = await residentMemory(server.url)
    rows.push({
      what: 'memory of the API afterwards',
      measured: `${memory.toFixed(0)} MB`,
      goal: '< 250 MB',
      holds: memory < 250,
    })
  }

  async function exported() {
    for (const format of ['xlsx', 'csv'] as const) {
      say(`A list of ${EXPORTED} appeals as ${format}`)
      const { rows: found, bytes, seconds, memory } = await measureExport(server, data, EXPORTED, format)
      rows.push({
        what: `${found} appeals as ${format} (${(bytes / 2 ** 20).toFixed(1)} MB)`,
        measured: `${seconds.toFixed(1)} s`,
        goal: '< 15 s',
        holds: seconds < 15 && found >= EXPORTED,
      })
      rows.push({
        what: `  memory of the API meanwhile (idle ${memory.idle.toFixed(0)}, the most ${memory.most.toFixed(0)})`,
        measured: `+${(memory.most - memory.idle).toFixed(0)} MB`,
        goal: '< 80 MB',
        holds: memory.most - memory.idle < 80,
      })
    }
  }

  async function report() {
    say(`Loading ${LARGE} appeals into a second database`)
    const { appeals, times, loadSeconds } = await measureFigures(data, LARGE)
    say(`  took ${loadSeconds.toFixed(0)} s`)
    for (const { question, small, large } of times) {
      rows.push({
        what: `${question}, ${appeals.small} appeals: ${small.median.toFixed(1)} ms; ${appeals.large} (p95 ${large.p95.toFixed(1)} ms)`,
        measured: `${large.median.toFixed(1)} ms (x ${(large.median / small.median).toFixed(2)})`,
        goal: `< ${allowedMs(question)} ms`,
        holds: large.median < allowedMs(question),
      })
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const width = Math.max(...rows.map(({ what }) => what.length))
for (const { what, measured, goal, holds } of rows)
  process.stdout.write(
    `${what.padEnd(width)}  ${measured.padEnd(24)}  ${goal.padEnd(8)}  ${holds ? 'holds' : 'MISSED'}\n`,
  )
