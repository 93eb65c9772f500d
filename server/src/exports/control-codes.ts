import { randomBytes } from 'node:crypto'

/** Crockford's base32: without I, L, O and U, which are taken for others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight characters, forty bits: whoever guesses is stopped long before one of them is met. */
export const newControlCode = (): string => Array.from(randomBytes(8), (byte) => alphabet[byte % 32]).join('')

/** As people copy it: in lower case, with a dash or a space, with the letters that look like digits. */
export function readControlCode(text: string): string | undefined {
  const code = text
    .toUpperCase()
    .replaceAll(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return code.length === 8 && Array.from(code).every((sign) => alphabet.includes(sign)) ? code : undefined
}
