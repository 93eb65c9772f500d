import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { AppError, fieldError, invalid } from '../errors.ts'
import type { WaitingFile } from '../file-store.ts'
import { allowBodyTime, REFUSED_MS, UPLOAD_MS } from './body-time.ts'
import { pointer } from './input.ts'

export interface ArrivalLimits {
  fileBytes: number
  files: number
  allBytes: number
}

export interface ArrivedFile extends WaitingFile {
  /** As the client calls it. */
  fileName: string
}

/** The one field of an upload. */
const FIELD = 'file'
/** Beside the files: a part too many, which is refused by its name. */
const headLimits = { fields: 1, fieldNameSize: 100, fieldSize: 1024, headerPairs: 20 }

/** Streams the files of a request into a folder of its own, counted and hashed on the way; a file is never whole in memory. */
export async function receiveFiles(
  request: FastifyRequest,
  folder: string,
  limits: ArrivalLimits,
): Promise<ArrivedFile[]> {
  allowBodyTime(request, UPLOAD_MS)
  const arrived: ArrivedFile[] = []
  try {
    const most = { ...headLimits, files: limits.files + 1, parts: limits.files + 2, fileSize: Infinity }
    let left = limits.allBytes
    for await (const part of request.parts({ limits: most })) {
      if (part.type !== 'file' || part.fieldname !== FIELD)
        throw invalid(fieldError(pathOf(part.fieldname), 'field.unknown', 'unknown field'))
      if (arrived.length === limits.files) throw invalid(fieldError(`/${FIELD}`, 'too_big'))
      const place = path.join(folder, String(arrived.length))
      const tooLarge = () =>
        new AppError('request.tooLarge', {}, [fieldError(`/${FIELD}/${arrived.length}`, 'too_big')])
      const file = await spool(part.file, place, Math.min(limits.fileBytes, left), tooLarge)
      left -= file.size
      arrived.push({ ...file, fileName: part.filename ?? '' })
    }
  } catch (error) {
    // What is still on its way is read and forgotten, or the client would never come to the answer.
    request.raw.unpipe()
    request.raw.resume()
    allowBodyTime(request, REFUSED_MS)
    throw asRefusal(error, request)
  }
  if (arrived.length === 0) throw invalid(fieldError(`/${FIELD}`, 'field.required'))
  return arrived
}

/** A name as programs give it; anything else is not repeated. */
const pathOf = (name: string) => (/^\w{1,40}$/.test(name) ? pointer([name]) : '')

async function spool(source: Readable, place: string, mostBytes: number, tooLarge: () => AppError) {
  const hash = createHash('sha256')
  let size = 0
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > mostBytes) throw tooLarge()
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(source, counted, createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true }))
  return { path: place, size, sha256: hash.digest() }
}

/** A disk of ours that fails is our failure; everything else is a body that is no form, or a client that has gone. */
function asRefusal(error: unknown, { raw }: FastifyRequest): unknown {
  if (error instanceof AppError) return error
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall === undefined || raw.destroyed) return new AppError('request.malformed', {}, undefined, { cause: error })
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new AppError('server.diskFull', {}, undefined, { cause: error })
    : error
}
