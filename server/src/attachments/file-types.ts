import { type FileHandle, open } from 'node:fs/promises'
import { attachmentTypes } from '@qorgan/shared/attachments'
import type { FieldErrorCode } from '@qorgan/shared/errors'
import { extensionOf } from './file-names.ts'
import { documentType } from './office.ts'
import { isPlainText } from './plain-text.ts'
import { endsAsZip, UnsafeZipError } from './zip.ts'

export type MediaType = keyof typeof attachmentTypes

const HEAD_BYTES = 64
const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'])

/** What the first bytes say. A ZIP is looked into by its directory, a text to its end. */
function typeOfHead(head: Buffer): MediaType | 'zip' | undefined {
  if (head.toString('latin1', 0, 5) === '%PDF-') return 'application/pdf'
  if (head.readUIntBE(0, 3) === 0xffd8ff && head.readUInt8(3) >= 0xc0) return 'image/jpeg'
  if (head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') return isPng(head) ? 'image/png' : undefined
  if (head.toString('latin1', 4, 8) === 'ftyp') return isHeic(head) ? 'image/heic' : undefined
  return head.readUInt32LE(0) === 0x04034b50 ? 'zip' : undefined
}

/** Its first chunk is its head, and the picture has a size. */
const isPng = (head: Buffer) =>
  head.readUInt32BE(8) === 13 &&
  head.toString('latin1', 12, 16) === 'IHDR' &&
  head.readUInt32BE(16) > 0 &&
  head.readUInt32BE(20) > 0

/** One of its brands is a picture in HEVC; without one it is a film, or AVIF. */
function isHeic(head: Buffer): boolean {
  const end = Math.min(head.readUInt32BE(0), HEAD_BYTES)
  const brands = [8, ...Array.from({ length: (HEAD_BYTES - 16) / 4 }, (_, n) => 16 + n * 4)]
  return brands.some((at) => at + 4 <= end && heifBrands.has(head.toString('latin1', at, at + 4)))
}

async function typeOf(file: FileHandle, size: number): Promise<MediaType | undefined> {
  const head = Buffer.alloc(HEAD_BYTES)
  await file.read(head, 0, HEAD_BYTES, 0)
  const type = typeOfHead(head)
  if (type === 'zip') return documentType(file, size)
  if (type === undefined) return (await isPlainText(file)) ? 'text/plain' : undefined
  if (await endsAsZip(file, size)) throw new UnsafeZipError('is two files in one')
  return type
}

/** What a file is, by its bytes and by its name, which must agree; or why it is not taken. */
export async function judgeFile(
  { path, size }: { path: string; size: number },
  fileName: string,
): Promise<{ mediaType: MediaType } | { refusal: FieldErrorCode }> {
  if (size === 0) return { refusal: 'field.emptyFile' }
  const extension = extensionOf(fileName)
  if (!Object.values(attachmentTypes).some((extensions: readonly string[]) => extensions.includes(extension)))
    return { refusal: 'field.unknownFileType' }
  const file = await open(path)
  try {
    const mediaType = await typeOf(file, size)
    if (!mediaType) return { refusal: 'field.unknownFileType' }
    const extensions: readonly string[] = attachmentTypes[mediaType]
    return extensions.includes(extension) ? { mediaType } : { refusal: 'field.wrongFileType' }
  } catch (error) {
    if (error instanceof UnsafeZipError) return { refusal: 'field.unsafeFile' }
    throw error
  } finally {
    await file.close()
  }
}
