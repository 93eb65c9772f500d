import { crc32, deflateRawSync } from 'node:zlib'

/** The smallest files that are what they say, and some that are not. */
export const pdf = (text = 'договор') => Buffer.from(`%PDF-1.7\n% ${text}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`)
export const jpeg = () => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
export const png = () =>
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082', 'hex')
export const heic = (brand = 'heic', others = 'mif1heic') => {
  const brands = Buffer.from(`ftyp${brand}\0\0\0\0${others}`, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(brands.length + 4)
  return Buffer.concat([length, brands, Buffer.from('....meta')])
}

export interface Part {
  name: string
  text: string | Buffer
  /** Packed unless told; the directory repeats what is given here, whatever the bytes are. */
  stored?: boolean
  size?: number
  flags?: number
  attributes?: number
  /** What the entry's own head calls it. */
  alias?: string
}

/** A ZIP of these parts, honest unless a part says otherwise. */
export function zip(parts: readonly Part[], { comment = '', prefix = '' } = {}): Buffer {
  const bodies: Buffer[] = [Buffer.from(prefix)]
  const directory: Buffer[] = []
  let at = bodies[0]?.length ?? 0
  for (const part of parts) {
    const text = Buffer.from(part.text)
    const packed = part.stored ? text : deflateRawSync(text)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(part.flags ?? 0, 2)
    fields.writeUInt16LE(part.stored ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(text), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.size ?? text.length, 18)
    const named = (name: string) => {
      const copy = Buffer.from(fields)
      copy.writeUInt16LE(Buffer.byteLength(name), 22)
      return copy
    }
    const [name, alias] = [part.name, part.alias ?? part.name]
    bodies.push(Buffer.from('PK\x03\x04'), named(alias), Buffer.from(alias), packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(part.attributes ?? 0, 6)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), named(name), rest, Buffer.from(name))
    at += 30 + Buffer.byteLength(alias) + packed.length
  }
  const whole = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(whole.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return Buffer.concat([...bodies, whole, end, Buffer.from(comment)])
}

const openXml = {
  docx: ['wordprocessingml.document', 'word/document.xml'],
  xlsx: ['spreadsheetml.sheet', 'xl/workbook.xml'],
}
export const partsOf = (kind: keyof typeof openXml, main = `${openXml[kind][0]}.main+xml`): Part[] => [
  {
    name: '[Content_Types].xml',
    text: `<Types><Override PartName="/${openXml[kind][1]}" ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`,
  },
  { name: openXml[kind][1] ?? '', text: '<w:document/>' },
]
export const docx = (...more: Part[]) => zip([...partsOf('docx'), ...more])
export const xlsx = (...more: Part[]) => zip([...partsOf('xlsx'), ...more])
export const odf = (kind: 'text' | 'spreadsheet' | 'presentation', ...more: Part[]) =>
  zip([
    { name: 'mimetype', text: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', text: '<office:document-content/>' },
    ...more,
  ])
