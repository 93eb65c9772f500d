import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { PostDraft, User, UserChange, UserDraft } from '@qorgan/shared/accounts'
import type { Day } from '@qorgan/shared/dates'
import type { FieldError } from '@qorgan/shared/errors'
import type { z } from 'zod'
import { type AuditEntry, changedFields, recordEvent, recordEvents } from '../audit/service.ts'
import { COUNCIL_ID, findBranch, findPrimaryOrganisation, toUnitId } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { hashPassword } from '../platform/auth/passwords.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { invalid, invalidAt, notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { wrongPost } from './posts-policy.ts'
import { endSessions, findPostsOfUsers, findUser, lockUser, presentUser, type UserRow } from './users-queries.ts'

type Post = z.output<typeof PostDraft>
/** An answer, and whether it is the first one to this creation. */
export interface Created {
  user: User
  isNew: boolean
}

export async function describeUser(db: Reader, actor: Actor, id: string, today: Day): Promise<User> {
  const row = isUuid(id) ? await findUser(db, id) : undefined
  if (!row) throw notFound()
  const posts = await findPostsOfUsers(db, actor, today, [row.id])
  return presentUser(actor, row, posts.get(row.id) ?? [])
}

async function lockUserOr404(tx: Tx, id: string): Promise<UserRow> {
  const row = isUuid(id) ? await lockUser(tx, id) : undefined
  if (!row) throw notFound()
  return row
}

export async function openAccount(
  tx: Tx,
  actor: Actor,
  draft: z.output<typeof UserDraft>,
  today: Day,
): Promise<Created> {
  const { id: chosenId, login, fullName, password, locale = 'ru', posts = [] } = draft
  const errors: FieldError[] = []
  for (const [i, post] of posts.entries()) errors.push(...(await wrongFieldsOfPost(tx, post, `/posts/${i}`)))
  refuse(errors)
  if (
    chosenId &&
    !(await claimId(tx, actor, 'user', chosenId, { ...draft, password: await slowHash(password, chosenId) }))
  )
    return { user: await describeUser(tx, actor, chosenId, today), isNew: false }
  const id = chosenId ?? newId()
  const passwordHash = await hashPassword(password)
  await tx.insertInto('users').values({ id, login, fullName, passwordHash, locale }).execute()
  const events: AuditEntry[] = [{ unitId: COUNCIL_ID, action: 'user.created', entity: 'user', entityId: id }]
  for (const post of posts) events.push(await insertPost(tx, id, post))
  const user = await describeUser(tx, actor, id, today)
  await recordEvents(tx, actor, events)
  return { user, isNew: true }
}

/** A creation is remembered by a hash of its body, and a password may not be guessable from that. */
async function slowHash(password: string, salt: string): Promise<string> {
  const hash = (await promisify(scrypt)(password.normalize('NFC'), salt, 32)) as Buffer
  return hash.toString('base64url')
}

/** A closed account, and one with another password, is signed in nowhere. */
export async function changeAccount(
  tx: Tx,
  actor: Actor,
  id: string,
  ifMatch: IfMatch,
  change: z.output<typeof UserChange>,
  today: Day,
): Promise<User> {
  // Nobody locks the union out by a slip: another administrator closes one's account.
  if (change.active === false && id.toLowerCase() === actor.userId) throw invalidAt('/active', 'field.notAllowed')
  const row = await lockUserOr404(tx, id)
  requireVersion(ifMatch, row.version)
  const before = await describeUser(tx, actor, row.id, today)
  const { password, ...fields } = change
  await tx
    .updateTable('users')
    .set({
      ...fields,
      ...(password !== undefined && { passwordHash: await hashPassword(password) }),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
  if (password !== undefined || change.active === false) await endSessions(tx, { userId: row.id })
  const user = await describeUser(tx, actor, row.id, today)
  await recordEvent(tx, actor, {
    unitId: COUNCIL_ID,
    action: 'user.changed',
    entity: 'user',
    entityId: row.id,
    fields: [...changedFields(before, user), ...(password === undefined ? [] : ['password'])],
  })
  return user
}

/** Adds beneath the account, whose version stays. */
export async function givePost(tx: Tx, actor: Actor, userId: string, draft: Post, today: Day): Promise<Created> {
  refuse(await wrongFieldsOfPost(tx, draft, ''))
  const row = await lockUserOr404(tx, userId)
  const isNew = !draft.id || (await claimId(tx, actor, 'post', draft.id, { ...draft, userId: row.id }))
  if (!isNew) return { user: await describeUser(tx, actor, row.id, today), isNew }
  const event = await insertPost(tx, row.id, draft)
  const user = await describeUser(tx, actor, row.id, today)
  await recordEvent(tx, actor, event)
  return { user, isNew }
}

interface PostChange {
  id: string
  from?: Day | undefined
  to?: Day | null | undefined
  acting?: boolean | undefined
}

/** Changes one post's dates. Whoever acts in a post that is not in force any more is signed out of it. */
export async function changePostDates(
  tx: Tx,
  actor: Actor,
  userId: string,
  ifMatch: IfMatch,
  change: PostChange,
  today: Day,
): Promise<User> {
  const row = await lockUserOr404(tx, userId)
  const post = (await findPostsOfUsers(tx, actor, today, [row.id])).get(row.id)?.find(({ id }) => id === change.id)
  if (!post) throw invalidAt('/id', 'field.absent')
  const fromOn = change.from ?? post.fromOn
  const toOn = change.to === undefined ? post.toOn : change.to
  if (toOn !== null && toOn < fromOn) throw invalidAt('/to', 'field.reversed')
  requireVersion(ifMatch, row.version)
  const after = { fromOn, toOn, acting: change.acting ?? post.acting }
  await tx.updateTable('posts').set(after).where('id', '=', post.id).execute()
  await tx
    .updateTable('users')
    .set({ version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  if (fromOn > today || (toOn !== null && toOn < today)) await endSessions(tx, { postId: post.id })
  const user = await describeUser(tx, actor, row.id, today)
  const was = { from: post.fromOn, to: post.toOn, acting: post.acting }
  const fields = changedFields(was, { from: fromOn, to: toOn, acting: after.acting })
  await recordEvent(tx, actor, { ...postEvent(post.id, post.unitId), action: 'post.changed', fields })
  return user
}

async function insertPost(tx: Tx, userId: string, draft: Post): Promise<AuditEntry> {
  const { id = newId(), role, branchId = null, primaryOrganisationId = null, from, to = null, acting = false } = draft
  const unitId = toUnitId(branchId)
  await tx
    .insertInto('posts')
    .values({ id, userId, role, unitId, primaryOrganisationId, fromOn: from, toOn: to, acting })
    .execute()
  return { ...postEvent(id, unitId), action: 'post.created' }
}

const postEvent = (id: string, unitId: string) => ({ unitId, entity: 'post', entityId: id })

async function wrongFieldsOfPost(db: Reader, draft: Post, path: string): Promise<FieldError[]> {
  const branch = draft.branchId ? await findBranch(db, draft.branchId) : undefined
  const organisation = draft.primaryOrganisationId
    ? await findPrimaryOrganisation(db, draft.primaryOrganisationId)
    : undefined
  return wrongPost(draft, { hasBranch: !!branch, organisationBranchId: organisation?.branchId }, path)
}

const refuse = (errors: FieldError[]) => {
  if (errors.length > 0) throw invalid(...errors)
}
