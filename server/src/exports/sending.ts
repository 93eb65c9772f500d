import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { asAttachment } from '../platform/http/disposition.ts'

export const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
} as const
export type Format = keyof typeof mediaTypes

/** The head of a file that is saved and never shown: a browser takes nothing in it for its own. */
export function announce(reply: FastifyReply, format: Format, name: string): void {
  reply
    .type(mediaTypes[format])
    .header('content-disposition', asAttachment(name))
    .header('content-security-policy', "sandbox; default-src 'none'")
}

/** A file that is whole already. */
export function wholeFile(reply: FastifyReply, bytes: Buffer): Readable {
  reply.header('content-length', bytes.length)
  return Readable.from([bytes])
}
