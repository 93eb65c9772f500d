/** The most characters of one cell. */
const LONGEST = 32_767

// oxlint-disable-next-line no-control-regex -- these are the characters that XML cannot hold
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
/** A spreadsheet reads `_x0041_` as the letter A. */
const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g
// oxlint-disable-next-line no-control-regex -- the same, and the signs of XML; a surrogate may be alone
const needsCare = /[&<>"_\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text of people as XML of a spreadsheet: whatever they typed stays text. */
export function xmlText(text: string): string {
  if (text.length <= LONGEST && !needsCare.test(text)) return text
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text
  return cut
    .toWellFormed()
    .replaceAll(forbidden, '')
    .replaceAll(looksEscaped, '_x005F_')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
