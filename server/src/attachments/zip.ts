import type { FileHandle } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'

/** A ZIP that no program of ours unpacks, and that somebody's office program will: what its own directory says must be harmless. */
const MOST_ENTRIES = 2000
const MOST_BYTES = 300 * 1_048_576
const MOST_RATIO = 100
/** Below this a high ratio is a small file of spaces. */
const SMALL_BYTES = 102_400
const LONGEST_COMMENT = 65_535
const END_BYTES = 22
const HEAD_BYTES = 46
const LOCAL_BYTES = 30

export interface ZipEntry {
  name: string
  method: number
  packed: number
  size: number
  at: number
}

/** Its directory breaks a rule: it may be a bomb, hide something, or be two files in one. */
export class UnsafeZipError extends Error {
  override readonly name = 'UnsafeZipError'
}

const refuseIf = (isWrong: boolean, why: string): void => {
  if (isWrong) throw new UnsafeZipError(why)
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at)
  refuseIf(bytesRead !== length, 'ends too early')
  return buffer
}

/** Where the record stands that ends a ZIP, if the file ends with one. */
async function findEnd(file: FileHandle, size: number): Promise<{ at: number; record: Buffer } | undefined> {
  const length = Math.min(size, END_BYTES + LONGEST_COMMENT)
  if (length < END_BYTES) return undefined
  const tail = await bytesAt(file, size - length, length)
  for (let at = length - END_BYTES; at >= 0; at--)
    if (tail.readUInt32LE(at) === 0x06054b50 && at + END_BYTES + tail.readUInt16LE(at + 20) === length)
      return { at: size - length + at, record: tail.subarray(at, at + END_BYTES) }
  return undefined
}

/** Something else may be a ZIP at its end, too: two files in one, of which only the first was looked at. */
export const endsAsZip = async (file: FileHandle, size: number): Promise<boolean> =>
  (await findEnd(file, size)) !== undefined

/** The directory, once everything in it was found harmless; what it says of sizes and places was compared with the entries' own heads. */
export async function readDirectory(file: FileHandle, fileSize: number): Promise<ZipEntry[]> {
  const end = await findEnd(file, fileSize)
  if (!end) throw new UnsafeZipError('has no end')
  const count = end.record.readUInt16LE(10)
  const length = end.record.readUInt32LE(12)
  const start = end.record.readUInt32LE(16)
  refuseIf(end.at + END_BYTES !== fileSize, 'goes on after its end')
  refuseIf(end.record.readUInt32LE(4) !== 0 || end.record.readUInt16LE(8) !== count, 'is one of several')
  refuseIf(count > MOST_ENTRIES, 'has too many entries')
  // The sizes of ZIP64, too, fail here.
  refuseIf(start + length !== end.at, 'has something beside its directory')
  const entries = entriesOf(await bytesAt(file, start, length), count)
  refuseIf(new Set(entries.map(({ name }) => name.toLowerCase())).size !== entries.length, 'has a name twice')
  refuseIf(entries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES, 'becomes too large')
  await compareWithHeads(file, entries, start)
  return entries
}

function entriesOf(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < count) {
    refuseIf(at + HEAD_BYTES > directory.length || directory.readUInt32LE(at) !== 0x02014b50, 'has a broken directory')
    const nameLength = directory.readUInt16LE(at + 28)
    const next = at + HEAD_BYTES + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    refuseIf(next > directory.length, 'has a broken directory')
    const entry = {
      name: directory.toString('utf8', at + HEAD_BYTES, at + HEAD_BYTES + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    }
    refuseEntry(entry, directory.readUInt16LE(at + 8), directory.readUInt32LE(at + 38))
    entries.push(entry)
    at = next
  }
  refuseIf(at !== directory.length, 'has a broken directory')
  return entries
}

const ENCRYPTED = 0x2041
const FILE_KIND = 0xf000
const SYMBOLIC_LINK = 0xa000

function refuseEntry({ name, method, packed, size }: ZipEntry, flags: number, attributes: number): void {
  refuseIf((flags & ENCRYPTED) !== 0, 'is encrypted')
  refuseIf(method !== 0 && method !== 8, 'is packed in a strange way')
  refuseIf(method === 0 && packed !== size, 'is not as long as it says')
  refuseIf(size > SMALL_BYTES && size > packed * MOST_RATIO, 'becomes too large')
  refuseIf(((attributes >>> 16) & FILE_KIND) === SYMBOLIC_LINK, 'is a link')
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  refuseIf(name === '' || /^[/\\]|^[a-z]:|\\|[\x00-\x1f]/i.test(name), 'has a name that leads elsewhere')
  refuseIf(name.split('/').includes('..'), 'has a name that leads elsewhere')
}

/** Each entry has a head of its own in front of its bytes: of the same name, and none inside another. */
async function compareWithHeads(file: FileHandle, entries: readonly ZipEntry[], end: number): Promise<void> {
  let free = 0
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    refuseIf(entry.at < free || (free === 0 && entry.at !== 0), 'has entries inside others')
    const head = await bytesAt(file, entry.at, LOCAL_BYTES)
    refuseIf(head.readUInt32LE(0) !== 0x04034b50, 'has an entry without a head')
    refuseIf((head.readUInt16LE(6) & ENCRYPTED) !== 0, 'is encrypted')
    const nameLength = head.readUInt16LE(26)
    const name = await bytesAt(file, entry.at + LOCAL_BYTES, nameLength)
    refuseIf(name.toString('utf8') !== entry.name, 'names an entry in two ways')
    refuseIf(head.readUInt16LE(8) !== entry.method, 'packs an entry in two ways')
    free = entry.at + LOCAL_BYTES + nameLength + head.readUInt16LE(28) + entry.packed
    refuseIf(free > end, 'has entries inside others')
  }
}

/** The text of a small entry. One that becomes longer than it may is not read to its end. */
export async function readEntry(file: FileHandle, entry: ZipEntry, mostBytes: number): Promise<string> {
  refuseIf(entry.size > mostBytes || entry.packed > mostBytes, 'has a part that is too large')
  const head = await bytesAt(file, entry.at, LOCAL_BYTES)
  const start = entry.at + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = await bytesAt(file, start, entry.packed)
  if (entry.method === 0) return packed.toString('utf8')
  try {
    return inflateRawSync(packed, { maxOutputLength: mostBytes }).toString('utf8')
  } catch {
    throw new UnsafeZipError('has a part that is broken or too large')
  }
}
