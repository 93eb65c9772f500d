import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Id, Instant, Text, Version } from './fields.ts'
import { page, pageQuery } from './pagination.ts'

/** What may be attached, by what the bytes are; an extension that says otherwise is refused. */
export const attachmentTypes = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/heic': ['heic', 'heif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/plain': ['txt'],
} as const satisfies Record<string, readonly string[]>
/** Bytes of one file, files of one request, files and bytes of one record. */
export const attachmentLimits = {
  fileBytes: 20 * 1_048_576,
  filesAtOnce: 25,
  recordFiles: 500,
  recordBytes: 200 * 1_048_576,
} as const

export const Attachment = z
  .object({
    id: Id,
    fileName: z.string(),
    mediaType: z.string(),
    size: z.int().meta({ description: 'Bytes.' }),
    sha256: z.string(),
    url: z.string().meta({ description: 'Where its bytes are; each opening is recorded.' }),
    uploadedBy: z.object({ id: Id, fullName: z.string() }),
    createdAt: Instant,
    version: Version,
    can: z.object({ open: z.boolean(), remove: z.boolean() }),
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.output<typeof Attachment>

const listing = { method: 'GET', query: z.strictObject({ ...pageQuery() }), response: page(Attachment) } as const
/** Multipart, field `file`, several at once: all or nothing. */
const upload = {
  method: 'POST',
  status: 201,
  multipart: true,
  response: z.object({ items: z.array(Attachment) }),
} as const
const opening = { method: 'GET', download: true, response: z.unknown() } as const
const removal = {
  method: 'POST',
  body: z.strictObject({ reason: Text(1000) }),
  response: Attachment,
} as const

export const listAppealAttachments = defineRoute({
  ...listing,
  path: '/appeals/:id/attachments',
  access: 'appeals:read',
  summary: 'Files of an appeal, newest first',
})
export const addAppealAttachments = defineRoute({
  ...upload,
  path: '/appeals/:id/attachments',
  access: 'appeals:attach',
  summary: 'Attach files to an appeal',
})
export const openAppealAttachment = defineRoute({
  ...opening,
  path: '/appeals/:id/attachments/:itemId/content',
  access: 'appeals:read',
  summary: 'The bytes of a file of an appeal; the opening is recorded',
})
export const removeAppealAttachment = defineRoute({
  ...removal,
  path: '/appeals/:id/attachments/:itemId/remove',
  access: 'appeals:attach',
  summary: 'Take a file off an appeal; the trail keeps that it was there',
})
export const listCaseAttachments = defineRoute({
  ...listing,
  path: '/legal-cases/:id/attachments',
  access: 'legalCases:inspect',
  summary: 'Files of a case, newest first',
})
export const addCaseAttachments = defineRoute({
  ...upload,
  path: '/legal-cases/:id/attachments',
  access: 'legalCases:attach',
  summary: 'Attach files to a case',
})
export const openCaseAttachment = defineRoute({
  ...opening,
  path: '/legal-cases/:id/attachments/:itemId/content',
  access: 'legalCases:inspect',
  summary: 'The bytes of a file of a case; the opening is recorded',
})
export const removeCaseAttachment = defineRoute({
  ...removal,
  path: '/legal-cases/:id/attachments/:itemId/remove',
  access: 'legalCases:attach',
  summary: 'Take a file off a case; the trail keeps that it was there',
})
