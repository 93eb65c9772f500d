import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from './child.mjs'
import { environment, node24, root } from './install.mjs'

const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')

/** Runs the tests and counts them, also when vitest dies on the way. */
export async function runTests(args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'qorgan-tests-'))
  const report = path.join(folder, 'report.json')
  try {
    const code = await run(
      node24,
      [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
      {
        cwd: root,
        env: environment(),
      },
    )
    return counted(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function counted(report, code) {
  const { passed, failed } = read(report)
  // An error outside any test, or a run without a report: vitest says so by its exit code alone.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function read(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const isBroken = ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
    return { passed: numPassedTests, failed: numFailedTests + testResults.filter(isBroken).length }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

/** The last line, for any CI to read. Gives the exit code. */
export function close({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
