import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StartError } from './start-error.ts'

const root = path.join(import.meta.dirname, '../../..')
export const webFolder = path.join(root, 'web/dist')
const stampFile = path.join(webFolder, '.stamp')
const sources = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'web/package.json',
  'shared/src',
  'pnpm-lock.yaml',
]

/** Builds the web app unless it was built from these very sources: a second start takes no time and no network. */
export async function buildWebOnce(say: (sentence: string) => void): Promise<void> {
  const stamp = await hashOfSources()
  if (
    existsSync(path.join(webFolder, 'index.html')) &&
    existsSync(stampFile) &&
    (await readFile(stampFile, 'utf8')) === stamp
  )
    return
  say('Building the web app')
  await runVite()
  await writeFile(stampFile, stamp)
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of await filesOf(path.join(root, source)))
      hash
        .update(path.relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
  }
  return hash.digest('hex')
}

async function filesOf(entry: string): Promise<string[]> {
  if (!existsSync(entry)) return []
  if (path.extname(entry) !== '' && !entry.endsWith('src')) return [entry]
  const entries = await readdir(entry, { recursive: true, withFileTypes: true })
  return entries
    .filter((file) => file.isFile() && !file.name.endsWith('.test.ts'))
    .map((file) => path.join(file.parentPath, file.name))
    .toSorted()
}

function runVite(): Promise<void> {
  const cwd = path.join(root, 'web')
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [path.join(cwd, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      // Whoever builds it, a test among them: what is built here is what is served from then on.
      { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } },
    )
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new StartError(`The web app could not be built:\n${output}`))
    })
  })
}
