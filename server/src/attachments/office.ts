import type { FileHandle } from 'node:fs/promises'
import type { MediaType } from './file-types.ts'
import { readDirectory, readEntry, UnsafeZipError, type ZipEntry } from './zip.ts'

/** Of the parts that say what a document is. */
const MOST_BYTES = 1_048_576

/** By the type of the main part, as `[Content_Types].xml` lists it. Templates and documents with macros have others. */
const mainParts = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"',
} as const
const openDocuments = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const

/** Where Microsoft's and LibreOffice's programs keep what runs. */
const macros = /(^|\/)(vbaproject(signature\w*)?\.bin|vbadata\.xml)$|^xl\/macrosheets\/|^(basic|scripts)\//i

/** What document a ZIP is; undefined when it is some other ZIP. One that could harm whoever opens it is refused. */
export async function documentType(file: FileHandle, size: number): Promise<MediaType | undefined> {
  const entries = await readDirectory(file, size)
  if (entries.some(({ name }) => macros.test(name))) throw new UnsafeZipError('has macros')
  const types = entries.find(({ name }) => name === '[Content_Types].xml')
  return types ? openXmlType(file, types) : openDocumentType(file, entries)
}

async function openXmlType(file: FileHandle, types: ZipEntry): Promise<MediaType | undefined> {
  const text = (await readEntry(file, types, MOST_BYTES)).replaceAll("'", '"')
  if (/macroenabled|vbaproject/i.test(text)) throw new UnsafeZipError('has macros')
  const found = Object.entries(mainParts).filter(([, part]) => text.includes(part))
  return found.length === 1 ? (found[0]?.[0] as MediaType) : undefined
}

/** Its first entry says what it is, in plain bytes. */
async function openDocumentType(file: FileHandle, entries: readonly ZipEntry[]): Promise<MediaType | undefined> {
  const first = entries.find(({ at }) => at === 0)
  if (first?.name !== 'mimetype' || first.method !== 0 || first.size > 200) return undefined
  const text = await readEntry(file, first, 200)
  return openDocuments.find((type) => type === text)
}
