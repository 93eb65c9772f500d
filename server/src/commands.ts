import { parseArgs } from 'node:util'
import { createAdmin } from './accounts/create-admin.ts'
import { verifyAuditTrail } from './audit/verify-command.ts'
import { firstLoad } from './first-load.ts'
import { type Config, readConfig, readSecrets } from './platform/config.ts'
import { openDatabase } from './platform/database.ts'
import type { Db } from './platform/db/index.ts'

import type { ServerSecrets } from './platform/secrets.ts'
import { recount } from './reports/recount-command.ts'
import { serve } from './serve.ts'

interface Command {
  does: string
  usage: string
  run: (db: Db, args: string[], context: { config: Config; secrets: ServerSecrets }) => Promise<number>
}

const commands: Record<string, Command> = {
  'create-admin': {
    does: 'Opens the first administrator’s account; asks for the password, or reads it from standard input.',
    usage: '--login <login> --name "<full name>"',
    run: createAdmin,
  },
  'first-load': {
    does: 'Gives an empty database its directories and, beside an embedded one, the demonstration data. `npm start` does it by itself.',
    usage: '',
    run: firstLoad,
  },
  recount: {
    does: 'Counts every figure from the records and proves the kept totals equal to them.',
    usage: '',
    run: recount,
  },
  'verify-audit': {
    does: 'Recomputes the chains of the audit trail and names the first event that does not fit.',
    usage: '',
    run: verifyAuditTrail,
  },
}

const help = () =>
  [
    'Qorgan: `npm start` serves the app; `pnpm qorgan <command>` does one thing:',
    '',
    ...Object.entries(commands).map(([name, { does, usage }]) => `  ${`${name} ${usage}`.trim()}\n      ${does}`),
    '',
  ].join('\n')

/** Runs the program: without a command it serves. Answers the exit code. */
export async function runCommand(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'serve') return serve(environment)
  const command = commands[name]
  if (!command || parseArgs({ args: rest, strict: false }).values['help']) {
    process.stdout.write(help())
    return command || name === '--help' || name === 'help' ? 0 : 2
  }
  const config = readConfig(environment)
  const secrets = readSecrets(config, environment)
  const database = await openDatabase(config, secrets, { say: () => undefined, besideOthers: true })
  try {
    return await command.run(database.db, rest, { config, secrets })
  } finally {
    await database.close()
  }
}
