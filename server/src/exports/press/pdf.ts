import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper } from '../paper.ts'

const { resolve } = createRequire(import.meta.url)
/** With ә ғ қ ң ө ұ ү һ і and ₸. */
const fonts = [
  '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf',
]

const workspace = import.meta.dirname
const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(resolve(font))) }],
})

/**
 * A tagged PDF (PDF/UA-1), or a plain one where somebody typed a sign that no font has: the standard refuses the whole paper for it, people
 * see an empty box. The data are read as data: nothing that anybody typed is markup.
 */
export function pdfOf(paper: Paper, madeAt: Date): Uint8Array {
  compiler.mapShadow(path.join(workspace, 'data.json'), Buffer.from(JSON.stringify(paper)))
  const set = compiler.compile({ mainFilePath: path.join(workspace, 'paper.typ') })
  const document = set.result
  if (!document) throw new Error(JSON.stringify(set.takeDiagnostics()?.shortDiagnostics ?? 'nothing was set'))
  const creationTimestamp = Math.floor(madeAt.getTime() / 1000)
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
  } catch {
    return compiler.pdf(document, { creationTimestamp })
  } finally {
    compiler.evictCache(5)
  }
}
