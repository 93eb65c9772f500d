import { inflateRawSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { extractText, getDocumentProxy } from 'unpdf'
import type { TestUser } from './factories.ts'

/** What a person gets when they save a file: its bytes as they came. */
export async function saved(app: FastifyInstance, user: TestUser, path: string) {
  const answer = await app.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${app.jwt.sign({ sub: user.id, sid: user.sessionId })}` },
  })
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload }
}

/** The text of one part of an archive. */
export function partOf(archive: Buffer, name: string): string {
  for (let at = archive.indexOf('PK\u0001\u0002', 0, 'latin1'); at !== -1;) {
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const local = archive.readUInt32LE(at + 42)
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const begins = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      const bytes = archive.subarray(begins, begins + archive.readUInt32LE(at + 20))
      return (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
    }
    at = archive.indexOf('PK\u0001\u0002', at + 46 + nameLength + extra + comment, 'latin1')
  }
  throw new Error(`the archive has no ${name}`)
}

/** The words of a PDF, page by page, with every kind of white space as one space. */
export async function wordsOfPdf(bytes: Buffer): Promise<{ text: string; pages: number }> {
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return { text: text.replaceAll(/\s+/g, ' '), pages: totalPages }
}

/** Where a word of the first page of a PDF begins and ends, in points from the left. */
export async function placeInPdf(bytes: Buffer, word: string): Promise<{ left: number; right: number } | undefined> {
  const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1)
  const { items } = await page.getTextContent()
  const found = items.find((item) => 'str' in item && item.str === word)
  if (!found || !('str' in found)) return undefined
  const left: number = found.transform[4]
  return { left, right: left + found.width }
}

/** Paragraphs of a document. */
export const paragraphsOfDocx = (bytes: Buffer): string[] =>
  [...partOf(bytes, 'word/document.xml').matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '').join(''),
  )
