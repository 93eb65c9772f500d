import { runCommand } from './commands.ts'
import { StartError } from './platform/start-error.ts'

try {
  process.exitCode = await runCommand(process.argv.slice(2), process.env)
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
