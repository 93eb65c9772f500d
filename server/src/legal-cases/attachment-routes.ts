import {
  addCaseAttachments,
  listCaseAttachments,
  openCaseAttachment,
  removeCaseAttachment,
} from '@qorgan/shared/attachments'
import type { FastifyInstance } from 'fastify'
import { addFiles, detailsOf, type Holder, listFiles, openFile, removeFile } from '../attachments/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { download, upload } from '../platform/http/file-routes.ts'
import { command, query } from '../platform/http/route.ts'
import { type CaseActing, leaveCaseTrace, lockCase, seenCase } from './acting.ts'
import { caseCapabilities, refuseCaseAction } from './policy.ts'
import type { CaseRow } from './queries.ts'
import { sightOf } from './scope.ts'

/** Files of cases: for whoever sees the case whole. */
export function caseAttachmentRoutes(app: FastifyInstance): void {
  query(app, listCaseAttachments, async ({ db, actor, input, clock }) => {
    const legalCase = await seenCase(db, actor, input.params.id, clock.today())
    return listFiles(db, actor, holderOf(actor, legalCase), input.query)
  })

  upload(app, addCaseAttachments, (call) => {
    const { actor, clock, input } = call
    return addFiles(call, {
      see: async (db) => holderOf(actor, await seenCase(db, actor, input.params.id, clock.today())),
      lock: async (tx) => {
        const today = clock.today()
        const { legalCase, ...locked } = await lockHolder({ tx, actor, caseId: input.params.id, today })
        const leaveTrace = async (added: Parameters<typeof detailsOf>[0][]) => {
          for (const file of added)
            await leaveCaseTrace({ tx, actor, today }, legalCase, {
              kind: 'file_added',
              details: detailsOf(file),
              action: 'attachment.added',
              entity: 'attachment',
              entityId: file.id,
            })
        }
        return { ...locked, leaveTrace }
      },
    })
  })

  download(app, openCaseAttachment, async ({ db, actor, input: { params }, clock }) => {
    const legalCase = await seenCase(db, actor, params.id, clock.today())
    return openFile(db, actor, holderOf(actor, legalCase), params.itemId)
  })

  command(app, removeCaseAttachment, async ({ tx, actor, input: { params, body }, ifMatch, clock }) => {
    const today = clock.today()
    const { legalCase, ...locked } = await lockHolder({ tx, actor, caseId: params.id, today })
    const removed = { id: params.itemId, reason: body.reason }
    const file = await removeFile({ tx, actor, ifMatch }, locked, removed)
    await leaveCaseTrace({ tx, actor, today }, legalCase, {
      kind: 'file_removed',
      text: body.reason,
      details: detailsOf(file),
      action: 'attachment.removed',
      entity: 'attachment',
      entityId: file.id,
    })
    return file
  })
}

const holderOf = (actor: Actor, legalCase: CaseRow): Holder => ({
  kind: 'case',
  id: legalCase.id,
  unitId: legalCase.branchId,
  restricted: legalCase.restricted,
  takesFiles: caseCapabilities(actor, sightOf(actor, legalCase), legalCase).attachments,
})

async function lockHolder(acting: CaseActing) {
  const legalCase = await lockCase(acting)
  const refuse = () => refuseCaseAction(legalCase, 'attachments')
  return { legalCase, holder: holderOf(acting.actor, legalCase), refuse }
}
