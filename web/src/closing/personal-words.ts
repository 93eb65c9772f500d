/**
 * What in a text for print looks like a person: only a hint, a person decides. Two capitalised words of which one ends like a surname,
 * a patronymic, initials, an IIN, a telephone number.
 */
const surname = '(?:ов|ев|ёв|ин|ын|ск(?:ий|ого|ому|им|ая|ой|ую)|баев|беков|улы|ұлы|кызы|қызы)'
const cases = '(?:а|у|ым|ой|е|ых)?'
const capital = '\\p{Lu}\\p{Ll}+'
const patterns = [
  /\b\d{12}\b/g,
  /(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}\b/g,
  /\p{Lu}\p{Ll}+\s+\p{Lu}\.(?:\s?\p{Lu}\.)?/gu,
  /\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}{2,}/gu,
  new RegExp(`${capital}${surname}${cases}\\s+${capital}(?:\\s+${capital})?`, 'gu'),
  new RegExp(`${capital}\\s+${capital}${surname}${cases}(?!\\p{L})`, 'gu'),
  /\p{Lu}\p{Ll}+(?:ович|евич|овна|евна|ичн)(?:а|у|ем|ой|ы|е)?(?!\p{L})/gu,
  /\p{Lu}\p{Ll}+(?:ұлы|улы|қызы|кызы)(?!\p{L})/gu,
]

export function personalWords(text: string, names: readonly string[] = []): string[] {
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([match]) => match.trim()))
  const known = names.flatMap((name) => name.split(/\s+/)).filter((word) => word.length > 3)
  const lower = text.toLowerCase()
  // Without its ending: "Ахметовой" is Ахметова too.
  const told = known.filter((word) => {
    const at = lower.indexOf(word.toLowerCase().slice(0, Math.max(4, word.length - 1)))
    return at === 0 || (at > 0 && !/\p{L}/u.test(lower[at - 1] ?? ''))
  })
  // The first of overlapping finds says enough.
  const kept: string[] = []
  for (const one of new Set([...found, ...told]))
    if (!kept.some((other) => one.split(/\s+/).some((word) => other.includes(word)))) kept.push(one)
  return kept.slice(0, 5)
}
