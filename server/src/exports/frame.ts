import type { Day } from '@qorgan/shared/dates'
import type { Locale } from '@qorgan/shared/fields'
import type { Paper } from './paper.ts'
import type { Sheets } from './reports/kinds.ts'
import { type PrintWords, signersOn } from './settings.ts'
import { filled, type PaperWords, paperWordsOf } from './words/paper-words.ts'
import { longDay } from './written.ts'

export interface Framing {
  locale: Locale
  title: string
  subtitles: string[]
  /** Of the report: who signs it is who was in office then. */
  on: Day
  /** When its figures were: of what is closed for ever the day of that, so that it is the same paper ever after. */
  madeOn: Day
  print: PrintWords
  /** In place of those of the settings. */
  signers?: Paper['signers']
  sha256: string
  issue?: {
    addressee: string
    letterNumber: string | null
    signedOn: Day | null
    controlCode: string
    /** Of the page that checks it, where people reach this system under one address. */
    checkedAt: string | undefined
  }
}

/** What stands around the figures of any report: heading, letter, signatures, and by what the paper is known. */
export function framed(
  sheets: Sheets,
  { locale, title, subtitles, on, madeOn, print, signers, sha256, issue }: Framing,
): Paper {
  const words = paperWordsOf(locale)
  const day = issue?.signedOn ?? on
  return {
    locale,
    ...sheets,
    title,
    subtitles,
    addressee: issue?.addressee ?? null,
    letter: filled(words.letter, {
      number: issue?.letterNumber ?? words.noNumber,
      date: issue?.signedOn ? longDay(issue.signedOn, locale) : words.noDate,
    }),
    signers: signers ?? signersFor(print, day, locale),
    executor: print.executor && filled(words.executor, { name: print.executor.fullName, phone: print.executor.phone }),
    proof: [
      ...(issue ? [codeLine(issue, words)] : []),
      filled(words.sha256, { hash: sha256 }),
      filled(words.madeOn, { date: longDay(madeOn, locale) }),
    ],
    pageWord: words.page,
  }
}

/** Whoever was in office; a line for the head and a pen where the settings name nobody. */
function signersFor(print: PrintWords, day: Day, locale: Locale): Paper['signers'] {
  const known = signersOn(print.signers, day)
  if (known.length === 0) return [{ post: paperWordsOf(locale).chair, fullName: '' }]
  return known.map(({ post, postKk, fullName }) => ({ post: locale === 'kk' ? (postKk ?? post) : post, fullName }))
}

function codeLine({ controlCode, checkedAt }: NonNullable<Framing['issue']>, words: PaperWords): string {
  const code = `${controlCode.slice(0, 4)}-${controlCode.slice(4)}`
  return checkedAt === undefined
    ? filled(words.controlCode, { code })
    : filled(words.controlCodeAt, { code, address: checkedAt })
}
