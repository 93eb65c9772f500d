import type { FileHandle } from 'node:fs/promises'

const CHUNK_BYTES = 65_536
/** All controls but tab, line feed, form feed and carriage return; also those of the eighth bit. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]/

/** UTF-8 from the first byte to the last, and nothing in it that a printer would not print. */
export async function isPlainText(file: FileHandle): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const buffer = Buffer.alloc(CHUNK_BYTES)
  try {
    for (let at = 0; ;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, at)
      if (controls.test(decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 }))) return false
      if (bytesRead === 0) return true
      at += bytesRead
    }
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
