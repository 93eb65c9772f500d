import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInterrupted, run } from './child.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

const isWindows = process.platform === 'win32'
const read = (...names) => readFileSync(path.join(root, ...names), 'utf8')
const { packageManager, devDependencies } = JSON.parse(read('package.json'))
const stampFile = path.join(root, 'node_modules', '.qorgan-installed')

/** Installs the workspace unless exactly this lockfile was installed here before. Gives an exit code. */
export async function installOnce() {
  if (isInstalled()) return 0
  const seconds = secondsSince(Date.now())
  console.log('Installing what Qorgan needs. This happens once and takes a minute or two.')
  const { code, output, isOffline } = await pnpmInstall(seconds)
  if (isInterrupted()) return code || 130
  if (code !== 0) {
    explain(output, isOffline)
    return code
  }
  if (!hasNode24()) {
    console.error(
      `The package node@${devDependencies.node} was installed but does not run here. Qorgan needs Node 24: install it and start again.`,
    )
    return 1
  }
  writeFileSync(stampFile, stamp())
  console.log(`Installed in ${seconds()} s.`)
  return 0
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp() && hasNode24()
}

/** What the installed packages depend on. */
function stamp() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  const packages = readdirSync(root).filter((name) => existsSync(path.join(root, name, 'package.json')))
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...packages.toSorted().map((name) => `${name}/package.json`),
  ])
    hash.update(`\n${file}\n`).update(read(...file.split('/')))
  return hash.digest('hex')
}

/** Node 24: this process when it is one, otherwise the binary inside the package. */
export const node24 = process.versions.node.startsWith('24.')
  ? process.execPath
  : path.join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')

function hasNode24() {
  return (
    existsSync(path.join(root, 'server', 'node_modules')) &&
    spawnSync(node24, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v24.')
  )
}

/** For everything that is started from here: the workspace's tools and its Node come first. */
export const environment = () => ({
  ...process.env,
  PATH: [path.dirname(node24), path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
})

/** pnpm at the one version that the lockfile was made with. */
export function pnpm(args, options = {}) {
  return run('npx', ['--yes', packageManager, ...args], { cwd: root, shell: isWindows, ...options })
}

async function pnpmInstall(seconds) {
  let output = ''
  let packages = ''
  const isTerminal = process.stdout.isTTY
  const show = () => {
    const line = `  ${seconds()} s${packages && `, ${packages} packages`}`
    process.stdout.write(isTerminal ? `\r${line} ` : `${line}\n`)
  }
  const timer = setInterval(show, isTerminal ? 1000 : 15_000)
  // Without a network pnpm tries for minutes; told so, it fails at once, or takes everything from an earlier clone's store.
  const offline = (await isRegistryReachable()) ? [] : ['--offline']
  const code = await pnpm(['install', '--frozen-lockfile', '--reporter=append-only', ...offline], {
    // CI: nobody is asked anything.
    env: { ...process.env, CI: 'true', ...fewRetries },
    onOutput: (text) => {
      output = (output + text).slice(-20_000)
      packages = [...text.matchAll(/Progress: .*added (\d+)/g)].at(-1)?.[1] ?? packages
    },
  })
  clearInterval(timer)
  if (isTerminal) process.stdout.write('\r\x1b[K')
  return { code, output, isOffline: offline.length > 0 }
}

const fewRetries = { npm_config_fetch_retry_mintimeout: '500', npm_config_fetch_retry_maxtimeout: '2000' }

/** Asked of npm, which knows this machine's registry, proxy and certificates; with an empty cache, or it would answer from that. */
async function isRegistryReachable() {
  const cache = mkdtempSync(path.join(tmpdir(), 'qorgan-ask-'))
  const env = { ...process.env, ...fewRetries, npm_config_cache: cache }
  try {
    return (
      (await run('npm', ['view', packageManager, 'version'], {
        cwd: cache,
        shell: isWindows,
        env,
        onOutput: () => undefined,
      })) === 0
    )
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}

const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL/

function explain(output, isOffline) {
  console.error(output.trim().split('\n').slice(-15).join('\n'))
  console.error(
    isOffline || noNetwork.test(output)
      ? '\nQorgan could not fetch its packages: the npm registry did not answer. The first start needs a network connection; later ones do not. Check the connection (and the proxy) and start again.'
      : '\nQorgan could not install its packages; what pnpm said stands above. Start again when that is put right.',
  )
}

function secondsSince(start) {
  return () => Math.round((Date.now() - start) / 1000)
}
