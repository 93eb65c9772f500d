// oxlint-disable-next-line no-control-regex -- these are the characters that XML cannot hold
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g
/** They turn what stands on paper round, so that a sum reads as another; the last one marks the beginning of a file. */
const turning = /[\u202A-\u202E\u2066-\u2069\uFEFF]/g
/** More than any language sets upon one letter: thousands of them would fill the memory of a typesetter. */
const piledUp = /(\p{M}{4})\p{M}+/gu
/** Syllables of some scripts join without an end: a space of no width ends them, before the typesetter gives up. */
const joined = /((?:\p{L}\p{M}+){32})/gu
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g

const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(lineEnds, '\n')
    .replaceAll(forbidden, '')
    .replaceAll(turning, '')
    .replaceAll(piledUp, '$1')
    .replaceAll(joined, '$1\u200B')

/** What somebody typed anywhere in a paper or a sheet, as every program that makes files can take it. */
export const printable = <T>(whole: T): T =>
  JSON.parse(JSON.stringify(whole), (_key, part: unknown) => (typeof part === 'string' ? clean(part) : part)) as T
