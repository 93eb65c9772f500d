import { randomBytes, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { docx, heic, jpeg, odf, partsOf, pdf, png, xlsx, zip } from '../../test/sample-files.ts'
import { cleanFileName } from './file-names.ts'
import { judgeFile } from './file-types.ts'

async function judge(name: string, bytes: Buffer | string): Promise<string> {
  const place = path.join(tmpdir(), `qorgan-judged-${randomUUID()}`)
  onTestFinished(() => rm(place))
  await writeFile(place, bytes)
  const judgement = await judgeFile({ path: place, size: Buffer.byteLength(bytes) }, name)
  return 'refusal' in judgement ? judgement.refusal : judgement.mediaType
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe('what a file is', () => {
  test.each<[string, Buffer | string, string]>([
    ['a.pdf', pdf(), 'application/pdf'],
    ['a.PDF', pdf(), 'application/pdf'],
    ['a.jpg', jpeg(), 'image/jpeg'],
    ['a.jpeg', jpeg(), 'image/jpeg'],
    ['a.png', png(), 'image/png'],
    ['a.heic', heic(), 'image/heic'],
    ['a.heif', heic('mif1'), 'image/heic'],
    ['a.docx', docx(), word],
    ['a.xlsx', xlsx(), excel],
    ['a.odt', odf('text'), 'application/vnd.oasis.opendocument.text'],
    ['a.ods', odf('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['a.txt', 'Қорған — договор\r\n\tи ещё', 'text/plain'],
    ['a.txt', '\ufeffс меткой', 'text/plain'],
    // A character that two readings of the file share.
    ['a.txt', `${'x'.repeat(65_535)}ы${'x'.repeat(10)}`, 'text/plain'],
    ['a.txt', '<script>alert(1)</script>', 'text/plain'],
  ])('%s', async (name, bytes, expected) => expect(await judge(name, bytes)).toBe(expected))

  test.each<[string, Buffer | string, string]>([
    ['a.pdf', '', 'field.emptyFile'],
    ['a.exe', 'MZ', 'field.unknownFileType'],
    ['a.html', '<p>', 'field.unknownFileType'],
    ['a.svg', '<svg/>', 'field.unknownFileType'],
    ['noextension', pdf(), 'field.unknownFileType'],
    ['a.docm', docx(), 'field.unknownFileType'],
    ['a.jpg', Buffer.from('524946460000000057454250', 'hex'), 'field.unknownFileType'],
    ['a.heic', heic('avif', 'mif1avif'), 'field.unknownFileType'],
    ['a.heic', heic('isom', 'isommp42'), 'field.unknownFileType'],
    ['a.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'field.unknownFileType'],
    ['a.odt', odf('presentation'), 'field.unknownFileType'],
    ['a.docx', zip([{ name: 'readme.txt', text: 'x' }]), 'field.unknownFileType'],
    ['a.docx', zip(partsOf('docx', 'wordprocessingml.template.main+xml')), 'field.unknownFileType'],
    ['a.txt', randomBytes(500), 'field.unknownFileType'],
    ['a.txt', 'a\0b', 'field.unknownFileType'],
    ['a.txt', '\u001b[2J', 'field.unknownFileType'],
    ['a.txt', Buffer.from('cfebe0f2e5e6', 'hex'), 'field.unknownFileType'],
    ['a.txt', Buffer.from('x\xd0'), 'text/plain'],
    ['a.txt', Buffer.from('78d0', 'hex'), 'field.unknownFileType'],
    ['a.pdf', png(), 'field.wrongFileType'],
    ['a.jpg', png(), 'field.wrongFileType'],
    ['a.pdf', '<script>alert(1)</script>', 'field.wrongFileType'],
    ['a.txt', pdf(), 'field.wrongFileType'],
    ['a.docx', xlsx(), 'field.wrongFileType'],
    ['a.xlsx', odf('spreadsheet'), 'field.wrongFileType'],
  ])('%s is refused', async (name, bytes, expected) => expect(await judge(name, bytes)).toBe(expected))
})

describe('a document that could harm', () => {
  const spaces = Buffer.alloc(2_000_000, 32)
  test.each<[string, Buffer]>([
    ['macros', docx({ name: 'word/vbaProject.bin', text: 'x' })],
    [
      'macros by type',
      zip(
        partsOf(
          'docx',
          'wordprocessingml.document.main+xml" x="application/vnd.ms-word.document.macroEnabled.main+xml',
        ),
      ),
    ],
    ['macros of old tables', xlsx({ name: 'xl/macrosheets/sheet1.xml', text: 'x' })],
    ['a bomb', docx({ name: 'word/big.xml', text: spaces })],
    ['a bomb that says so', docx({ name: 'word/big.xml', text: 'x', size: 4_000_000_000 })],
    [
      'many large parts',
      docx(...Array.from({ length: 400 }, (_, n) => ({ name: `${n}`, text: randomBytes(20_000), size: 1_000_000 }))),
    ],
    [
      'too many entries',
      docx(...Array.from({ length: 2000 }, (_, n) => ({ name: `word/${n}`, text: 'x', stored: true }))),
    ],
    ['a way out', docx({ name: '../../etc/passwd', text: 'x' })],
    ['a place', docx({ name: '/etc/passwd', text: 'x' })],
    ['a drive', docx({ name: 'C:/x', text: 'x' })],
    ['a backslash', docx({ name: 'word\\x', text: 'x' })],
    ['a link', docx({ name: 'word/x', text: 'x', attributes: 0xa1ff0000 })],
    ['a password', docx({ name: 'word/x', text: 'x', flags: 1 })],
    ['two names', docx({ name: 'word/x', text: 'x', alias: 'word/vbaProject.bin' })],
    ['a name twice', docx({ name: 'word/DOCUMENT.xml', text: 'x' })],
    ['something in front', zip(partsOf('docx'), { prefix: 'PK\x03\x04'.padEnd(64, '.') })],
    ['something behind', zip(partsOf('docx'), { comment: 'PK' })],
    ['no end', docx().subarray(0, 200)],
    ['a cut directory', Buffer.concat([docx().subarray(0, -60), docx().subarray(-22)])],
    ['a broken list of types', zip([{ name: '[Content_Types].xml', text: 'x'.repeat(2_000_000), stored: true }])],
  ])('by %s', async (_, bytes) => expect(await judge('a.docx', bytes)).toBe('field.unsafeFile'))

  test('or an open document, by its macros', async () => {
    expect(await judge('a.odt', odf('text', { name: 'Basic/Standard/Module1.xml', text: 'x' }))).toBe(
      'field.unsafeFile',
    )
  })

  test('or two files in one', async () => {
    for (const [name, bytes] of [
      ['a.pdf', pdf()],
      ['a.jpg', jpeg()],
      ['a.png', png()],
    ] as const)
      expect(await judge(name, Buffer.concat([bytes, zip([{ name: 'x.class', text: 'x' }])]))).toBe('field.unsafeFile')
  })
})

test.each([
  ['Договор № 7.pdf', 'Договор № 7.pdf'],
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Users\\chair\\скан.PDF', 'скан.PDF'],
  ['Шаги\u0306.pdf', 'Шагй.pdf'],
  ['a\u202efdp.exe.pdf', 'afdp.exe.pdf'],
  ['a\0\n\u200bb.pdf', 'ab.pdf'],
  ['a"<b>:|?*.pdf', 'a__b_____.pdf'],
  ['  . .pdf', 'file.pdf'],
  ['.pdf', 'file.pdf'],
  ['', 'file'],
  ['a.pdf. . ', 'a.pdf'],
  ['a\ud800.txt', 'a\ufffd.txt'],
  [`${'я'.repeat(300)}.docx`, `${'я'.repeat(195)}.docx`],
  [`${'😀'.repeat(300)}.txt`, `${'😀'.repeat(196)}.txt`],
])('%j is called %j', (given, expected) => expect(cleanFileName(given)).toBe(expected))
