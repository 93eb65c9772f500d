// The one way in: `npm start`, `npm test`, `pnpm dev` and .ci/run. Plain JavaScript without a dependency, because it runs on any
// Node from 20, before anything is installed; what it starts runs on the Node 24 that comes as a package.
import path from 'node:path'
import { run, runTogether } from './child.mjs'
import { environment, installOnce, node24, pnpm, root } from './install.mjs'
import { close, runTests } from './tests.mjs'

const [command, ...args] = process.argv.slice(2)
const server = path.join(root, 'server', 'src', 'main.ts')

// V8 takes what the machine has unless told: under load the heap grew to half a gigabyte of garbage, and no request was faster for it.
const lean = ['--max-semi-space-size=8', '--max-old-space-size=256']

const node = (given, options) => run(node24, given, { cwd: root, env: environment(), ...options })

/** Types, lint, format and generated files, then the tests; each of the two is counted. */
async function ci() {
  const checked = await pnpm(['run', 'check'], { env: environment() })
  const { passed, failed } = await runTests([])
  if (checked !== 0) console.log('`pnpm check` failed: see above')
  return close({ passed: passed + (checked === 0 ? 1 : 0), failed: failed + (checked === 0 ? 0 : 1) })
}

function dev() {
  const vite = path.join(root, 'web', 'node_modules', 'vite', 'bin', 'vite.js')
  return runTogether(
    () => node(['--watch', '--watch-preserve-output', server, ...args]),
    () => node([vite, '--clearScreen', 'false'], { cwd: path.join(root, 'web') }),
  )
}

const commands = {
  install: () => 0,
  start: () => node([...lean, server, ...args]),
  test: async () => close(await runTests(args)),
  check: () => pnpm(['run', 'check'], { env: environment() }),
  ci,
  dev,
}

const job = commands[command]
if (!job) {
  console.error(`Say what to do: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}
const installed = await installOnce()
process.exitCode = installed === 0 ? await job() : installed
if (installed !== 0 && (command === 'test' || command === 'ci')) close({ passed: 0, failed: 1 })
