import {
  addAppealAttachments,
  listAppealAttachments,
  openAppealAttachment,
  removeAppealAttachment,
} from '@qorgan/shared/attachments'
import type { Day } from '@qorgan/shared/dates'
import type { FastifyInstance } from 'fastify'
import {
  type Added,
  addFiles,
  detailsOf,
  type Holder,
  listFiles,
  openFile,
  removeFile,
} from '../attachments/service.ts'
import { recordEvents } from '../audit/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { notFound } from '../platform/errors.ts'
import { download, upload } from '../platform/http/file-routes.ts'
import { command, query } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import { lockAbove } from './acting.ts'
import { log } from './log.ts'
import { appealCapabilities, refuseAction } from './policy.ts'
import { type AppealRow, findAppeal } from './queries.ts'

/** Files of appeals: who sees the appeal sees them. */
export function appealAttachmentRoutes(app: FastifyInstance): void {
  query(app, listAppealAttachments, async ({ db, actor, input }) =>
    listFiles(db, actor, await seenHolder(db, actor, input.params.id), input.query),
  )

  upload(app, addAppealAttachments, (call) => {
    const { actor, clock, input } = call
    return addFiles(call, {
      see: (db) => seenHolder(db, actor, input.params.id),
      lock: async (tx) => {
        const { appeal, holder, refuse } = await lockHolder(tx, actor, input.params.id)
        const trace = { kind: 'file_added', action: 'attachment.added' } as const
        return {
          holder,
          refuse,
          leaveTrace: (added) => leaveTrace({ tx, actor, today: clock.today() }, appeal, added, trace),
        }
      },
    })
  })

  download(app, openAppealAttachment, async ({ db, actor, input: { params } }) =>
    openFile(db, actor, await seenHolder(db, actor, params.id), params.itemId),
  )

  command(app, removeAppealAttachment, async ({ tx, actor, input: { params, body }, ifMatch, clock }) => {
    const { appeal, holder, refuse } = await lockHolder(tx, actor, params.id)
    const removed = { id: params.itemId, reason: body.reason }
    const file = await removeFile({ tx, actor, ifMatch }, { holder, refuse }, removed)
    const trace = { kind: 'file_removed', action: 'attachment.removed', text: body.reason } as const
    await leaveTrace({ tx, actor, today: clock.today() }, appeal, [file], trace)
    return file
  })
}

const holderOf = (actor: Actor, appeal: AppealRow): Holder => ({
  kind: 'appeal',
  id: appeal.id,
  unitId: appeal.branchId,
  restricted: appeal.restricted,
  takesFiles: appealCapabilities(actor, appeal).attachments,
})

async function seenHolder(db: Reader, actor: Actor, appealId: string): Promise<Holder> {
  const appeal = isUuid(appealId) ? await findAppeal(db, actor, appealId) : undefined
  if (!appeal) throw notFound()
  return holderOf(actor, appeal)
}

async function lockHolder(tx: Tx, actor: Actor, appealId: string) {
  const appeal = await lockAbove({ tx, actor, appealId })
  return { appeal, holder: holderOf(actor, appeal), refuse: () => refuseAction(actor, appeal, 'attachments') }
}

/** The appeal's log and the trail, an entry for each file. */
async function leaveTrace(
  { tx, actor, today }: { tx: Tx; actor: Actor; today: Day },
  { id: appealId, branchId }: AppealRow,
  files: readonly Added[],
  trace: { kind: 'file_added' | 'file_removed'; action: string; text?: string },
): Promise<void> {
  const { kind, action, text } = trace
  await log(
    tx,
    actor,
    files.map((file) => ({ appealId, branchId, kind, onDate: today, text, details: detailsOf(file) })),
  )
  await recordEvents(
    tx,
    actor,
    files.map(({ id }) => ({ unitId: branchId, action, entity: 'attachment', entityId: id })),
  )
}
