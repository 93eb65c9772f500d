import type { WrittenName } from './queries.ts'

/** Twelve digits by themselves: people paste the IIN beside the name. */
export const iinIn = (text: string): string | undefined => /(?<!\d)\d{12}(?!\d)/.exec(text)?.[0]

/**
 * How a line of a list may be meant: surname first or given name first, `Ахметов Е.Б.` and `Е.Б. Ахметов`. Numbers, brackets and
 * all that follows them in the words (a post, a department) do no harm: of the rest only its beginning is compared.
 */
export function namesIn(text: string, row: number): WrittenName[] {
  const words = text
    .replace(/[.,;:()"«»\t]/g, ' ')
    .split(/\s+/)
    .filter((word) => /^[\p{L}'’ʼ-]+$/u.test(word))
    .slice(0, 6)
  const long = words.filter((word) => word.length > 1)
  const initials = words.filter((word) => word.length === 1)
  const [one, two, three] = long
  if (one === undefined) return []
  const name = (last: string, first: string, rest: readonly string[]): WrittenName => ({
    row,
    last,
    first,
    rest: rest.join(' '),
  })
  // With initials the surname is the first long word: what follows it is a post.
  const [firstInitial, ...restInitials] = initials
  if (firstInitial !== undefined && (long.length === 1 || words.indexOf(firstInitial) <= 1))
    return [name(one, firstInitial, restInitials.slice(0, 1))]
  if (two === undefined) return [name(one, '', [])]
  const orders = [name(one, two, long.slice(2)), name(two, one, long.slice(2))]
  if (three !== undefined) orders.push(name(three, one, [two]))
  return orders
}
