import type { Day } from '@qorgan/shared/dates'
import type { Locale } from '@qorgan/shared/fields'
import type { Paper } from './paper.ts'
import type { Sheets } from './reports/kinds.ts'
import { type PrintWords, signersOn } from './settings.ts'
import { filled, paperWordsOf } from './words/paper-words.ts'
import { longDay } from './written.ts'

export interface Framing {
  locale: Locale
  title: string
  subtitles: string[]
  /** Of the report: who signs it is who was in office then. */
  on: Day
  today: Day
  print: PrintWords
  /** In place of those of the settings. */
  signers?: { post: string; fullName: string }[]
  sha256: string
  issue?: {
    addressee: string
    letterNumber: string | null
    signedOn: Day | null
    controlCode: string
  }
}

/** What stands around the figures of any report: heading, letter, signatures, and by what the paper is known. */
export function framed(
  sheets: Sheets,
  { locale, title, subtitles, on, today, print, signers, sha256, issue }: Framing,
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
    signers:
      signers?.map(({ post, fullName }) => ({ post, fullName })) ??
      signersOn(print.signers, day).map(({ post, postKk, fullName }) => ({
        post: locale === 'kk' ? (postKk ?? post) : post,
        fullName,
      })),
    executor: print.executor && filled(words.executor, { name: print.executor.fullName, phone: print.executor.phone }),
    proof: [
      ...(issue ? [filled(words.controlCode, { code: withDash(issue.controlCode) })] : []),
      filled(words.sha256, { hash: sha256 }),
      filled(words.madeOn, { date: longDay(today, locale) }),
    ],
    pageWord: words.page,
  }
}

export const withDash = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`
