import { randomBytes } from 'node:crypto'
import type { Role } from '@qorgan/shared/permissions'
import { sql } from 'kysely'
import { COUNCIL_ID } from '../src/organisation/units.ts'
import type { Db } from '../src/platform/db/index.ts'
import { system } from './harness.ts'

let made = 0
const letters = (n: number) => Array.from(String(n), (digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')

export interface TestBranch {
  id: string
  prefix: string
}
export interface TestUser {
  id: string
  login: string
  sessionId: string
  unitId: string
}

/** A branch of the test's own: nothing else in the database belongs to it. */
export async function aBranch(db: Db): Promise<TestBranch> {
  const prefix = `T${letters(made++)}`
  const { id } = await system(db, (tx) =>
    tx
      .insertInto('units')
      .values({
        kind: 'branch',
        code: `test-${prefix.toLowerCase()}`,
        numberPrefix: prefix,
        nameRu: `Филиал ${prefix}`,
        nameKk: `${prefix} филиалы`,
        nameEn: `Branch ${prefix}`,
        activeFrom: '2000-01-01',
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  await system(db, (tx) => tx.insertInto('unitRegions').values({ unitId: id, regionCode: 'KZ-35' }).execute())
  return { id, prefix }
}

export async function anEmployer(db: Db): Promise<{ id: string }> {
  return system(db, (tx) =>
    tx
      .insertInto('employers')
      .values({ nameRu: `Больница № ${made++}`, nameKk: `№ ${made} аурухана`, regionCode: 'KZ-35' })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
}

export async function anOrganisation(db: Db, branch: TestBranch): Promise<{ id: string; employerId: string }> {
  const employer = await anEmployer(db)
  const { id } = await system(db, (tx) =>
    tx
      .insertInto('primaryOrganisations')
      .values({
        branchId: branch.id,
        nameRu: `ППО № ${made++}`,
        nameKk: `№ ${made} БКҰ`,
        employerId: employer.id,
        regionCode: 'KZ-35',
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return { id, employerId: employer.id }
}

/** A signed-in person with one post in force; of the council when no branch is given. */
export async function aUser(
  db: Db,
  role: Role,
  branch?: TestBranch | null,
  organisation?: { id: string },
): Promise<TestUser> {
  const login = `user.${made++}.${randomBytes(3).toString('hex')}`
  const unitId = branch?.id ?? COUNCIL_ID
  return system(db, async (tx) => {
    const user = await tx
      .insertInto('users')
      .values({ login, fullName: `Сотрудник ${made}`, passwordHash: 'unused' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const post = await tx
      .insertInto('posts')
      .values({ userId: user.id, role, unitId, primaryOrganisationId: organisation?.id ?? null, fromOn: '2020-01-01' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const session = await tx
      .insertInto('sessions')
      .values({ userId: user.id, postId: post.id, expiresAt: sql`now() + interval '1 day'` })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id: user.id, login, sessionId: session.id, unitId }
  })
}

export async function aMember(
  db: Db,
  branch: TestBranch,
  organisation?: { id: string },
  names: { lastName?: string; firstName?: string } = {},
): Promise<{ id: string }> {
  const n = made++
  return system(db, (tx) =>
    tx
      .insertInto('members')
      .values({
        branchId: branch.id,
        primaryOrganisationId: organisation?.id ?? null,
        lastName: names.lastName ?? `Ахметова${letters(n)}`,
        firstName: names.firstName ?? 'Айгуль',
        patronymic: 'Сериковна',
        kind: 'employed',
        phone: '+77010001122',
        cardNumber: `C-${n}`,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
}
