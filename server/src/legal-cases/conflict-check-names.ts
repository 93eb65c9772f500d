import { fold } from '../platform/fold.ts'

export interface NamedPerson {
  lastName: string
  firstName: string
  patronymic: string | null
}

interface Word {
  text: string
  /** A capital that stands alone: `И.` of `И.П. Иванов`. */
  isInitial: boolean
}

/** The words of a text in their order, folded. */
export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/\p{L}[\p{L}'’ʼ-]*/gu)].map(([word]) => ({
    text: fold(word),
    isInitial: word.length === 1 && word !== word.toLowerCase(),
  }))

const isPatronymic = ({ text, isInitial }: Word) => isInitial || /(вич|вна|чна|улы|кызы|оглы)$/.test(text)
const fits = (word: Word | undefined, name: string) =>
  word !== undefined && (word.isInitial ? name.startsWith(word.text) : word.text === name)

/**
 * Whether a text names a person: surname beside the given name or its initial, in either order, with no patronymic that says somebody
 * else. Rather once too often: a person decides what it means.
 */
export function names(text: string, person: NamedPerson): boolean {
  const [last, first, patronymic] = [person.lastName, person.firstName, person.patronymic ?? ''].map(fold)
  if (!last || !first) return false
  const words = wordsIn(text)
  const mayBe = (word: Word | undefined) =>
    word === undefined || !patronymic || !isPatronymic(word) || fits(word, patronymic)
  return words.some(({ text: word, isInitial }, at) => {
    if (isInitial || word !== last) return false
    const [twoBefore, before, after, twoAfter] = [words[at - 2], words[at - 1], words[at + 1], words[at + 2]]
    return (
      (fits(after, first) && mayBe(twoAfter)) ||
      (fits(before, first) && !(before?.isInitial && twoBefore?.isInitial)) ||
      (fits(twoBefore, first) && before !== undefined && isPatronymic(before) && mayBe(before))
    )
  })
}

/** A whole name as counsel bear it: surname first, or given name first. */
export function namesWhole(text: string, fullName: string): boolean {
  const [one = '', two = '', three = null] = fullName.split(/\s+/)
  return (
    names(text, { lastName: one, firstName: two, patronymic: three }) ||
    names(text, { lastName: two, firstName: one, patronymic: null })
  )
}

const bare = (text: string) =>
  ` ${fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
/** Shorter ones (`ГКП`) are words of many names. */
const TELLING = 7

/** Whether a text names an employer: the one name stands within the other, or the BIN is written. */
export function namesEmployer(text: string, employer: { names: (string | null)[]; bin: string | null }): boolean {
  if (employer.bin && text.includes(employer.bin)) return true
  const written = bare(text)
  return employer.names.some((name) => {
    const known = bare(name ?? '')
    return known.length >= TELLING && written.length >= TELLING && (written.includes(known) || known.includes(written))
  })
}
