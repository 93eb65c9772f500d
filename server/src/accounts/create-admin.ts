import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { Login, Password } from '@qorgan/shared/accounts'
import { recordEvent } from '../audit/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import { hashPassword } from '../platform/auth/passwords.ts'
import { systemClock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { enterScope } from '../platform/db/scope.ts'
import { StartError } from '../platform/start-error.ts'

/** `pnpm qorgan create-admin --login admin --name "…"`: how the first account comes into an installation. */
export async function createAdmin(db: Db, args: string[]): Promise<number> {
  const { login, name } = parseArgs({ args, options: { login: { type: 'string' }, name: { type: 'string' } } }).values
  if (!login || !Login.safeParse(login).success)
    throw new StartError('Give --login: small letters, digits, dots and hyphens.')
  const password = await readPassword()
  if (!Password.safeParse(password).success) throw new StartError('The password needs at least 10 characters.')
  await db.transaction().execute(async (tx) => {
    await enterScope(tx, null)
    const council = await tx.selectFrom('units').select('id').where('id', '=', COUNCIL_ID).executeTakeFirst()
    if (!council) throw new StartError('Start Qorgan once before, so that the directories are there.')
    const taken = await tx.selectFrom('users').select('id').where('login', '=', login).executeTakeFirst()
    if (taken) throw new StartError(`There is already an account with the login ${login}.`)
    const user = await tx
      .insertInto('users')
      .values({ login, fullName: name ?? login, passwordHash: await hashPassword(password) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('posts')
      .values({ userId: user.id, role: 'administrator', unitId: COUNCIL_ID, fromOn: systemClock.today() })
      .execute()
    await recordEvent(tx, null, {
      unitId: COUNCIL_ID,
      action: 'user.created',
      entity: 'user',
      entityId: user.id,
      fields: ['login', 'posts'],
    })
  })
  process.stdout.write(`The administrator ${login} can sign in.\n`)
  return 0
}

/** Never an argument: those stand in the history of the shell and in the list of processes. */
async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) {
    const prompt = createInterface({ input: process.stdin, output: process.stdout })
    const answer = await prompt.question('Password (at least 10 characters; it is shown while you type): ')
    prompt.close()
    return answer
  }
  let text = ''
  for await (const chunk of process.stdin) text += String(chunk)
  return text.replace(/\r?\n$/, '')
}
