import { attachmentLimits, attachmentTypes } from '@qorgan/shared/attachments'

const extensions = Object.values(attachmentTypes).flat()
/** What the file chooser offers. */
export const accepted = extensions.map((extension) => `.${extension}`).join(',')
/** What a sentence names: one word for a kind of file. */
export const offered = Object.values(attachmentTypes)
  .map(([extension]) => extension.toUpperCase())
  .join(', ')

export type FileFault = 'type' | 'size' | 'empty'

/** What is sure to be refused is said before anything is sent; what the bytes really are, the server looks at. */
export function fileFault(file: Pick<File, 'name' | 'size'>): FileFault | null {
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase()
  if (!extensions.some((one) => one === extension)) return 'type'
  if (file.size === 0) return 'empty'
  if (file.size > attachmentLimits.fileBytes) return 'size'
  return null
}

/** Null where the browser has no such means (a page that came over plain http from another machine). */
export async function fingerprint(file: Blob): Promise<string | null> {
  if (!globalThis.isSecureContext) return null
  try {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  } catch {
    return null
  }
}
