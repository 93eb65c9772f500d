import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipPart {
  path: string
  chunks: AsyncIterable<Buffer | string> | Iterable<Buffer | string>
}

const LARGEST = 0xff_ff_ff_ff
/** Sizes stand behind the data, names are UTF-8. */
const FLAGS = 0x08_08
const DEFLATED = 8
/** Sheets are mostly the same again: more work makes them hardly smaller. */
const LEVEL = 4
/** A file says when it was made in its own words; the archive says the first day that it can. */
const FIRST_DAY = 0x00_21

interface Written {
  name: Buffer
  crc: number
  packed: number
  size: number
  offset: number
}

/** An archive as it is made: nothing of it is kept but a line for each part. A part is read to its end before the next one is asked for. */
export async function* zipped(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const { path, chunks } of parts) {
    const part: Written = { name: Buffer.from(path), crc: 0, packed: 0, size: 0, offset }
    const head = localHeader(part)
    yield head
    for await (const bytes of deflated(part, chunks)) yield bytes
    const tail = descriptor(part)
    yield tail
    offset += head.length + part.packed + tail.length
    if (part.size > LARGEST || offset > LARGEST) throw new Error('the workbook is larger than four gigabytes')
    written.push(part)
  }
  const directory = Buffer.concat(written.map(centralHeader))
  yield directory
  yield endOf(written.length, directory.length, offset)
}

async function* deflated(part: Written, chunks: ZipPart['chunks']): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: LEVEL })
  const feeding = pipeline(async function* () {
    for await (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      part.crc = crc32(bytes, part.crc)
      part.size += bytes.length
      yield bytes
    }
  }, deflate)
  // Whoever reads `deflate` hears of it, and is told again below.
  feeding.catch(() => undefined)
  for await (const bytes of deflate as AsyncIterable<Buffer>) {
    part.packed += bytes.length
    yield bytes
  }
  await feeding
}

function localHeader({ name }: Written): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04_03_4b_50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(DEFLATED, 8)
  header.writeUInt16LE(FIRST_DAY, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08_07_4b_50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(size, 12)
  return bytes
}

function centralHeader({ name, crc, packed, size, offset }: Written): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02_01_4b_50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt16LE(DEFLATED, 10)
  header.writeUInt16LE(FIRST_DAY, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}

function endOf(parts: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06_05_4b_50, 0)
  end.writeUInt16LE(parts, 8)
  end.writeUInt16LE(parts, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
