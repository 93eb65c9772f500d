const MOST_CHARACTERS = 200
/** What no name needs: controls, and marks that turn the direction of writing, behind which `exe.pdf` can hide. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
/** What Windows does not take. */
const forbidden = /[<>:"|?*]/g

/** A file's name as it is kept and given back: without its path, without what cannot be seen, of a length that every disk takes. */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const shown = last.normalize('NFC').replaceAll(hidden, '').replaceAll(forbidden, '_').replaceAll(/\s+/g, ' ')
  const whole = shown.replace(/[. ]+$/, '')
  const extension = /\.[^. ]{1,20}$/.exec(whole)?.[0] ?? ''
  const name = whole.slice(0, whole.length - extension.length).replaceAll(/^[. ]+|[. ]+$/g, '')
  const most = MOST_CHARACTERS - Array.from(extension).length
  return (Array.from(name).slice(0, most).join('').trimEnd() || 'file') + extension
}

/** In small letters, without its dot. */
export const extensionOf = (fileName: string): string => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
