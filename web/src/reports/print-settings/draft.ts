import {
  type changePrintSettings,
  type IssuedReport,
  IssuedReportKind,
  type PrintSettings,
} from '@qorgan/shared/exports'
import type { Day } from '@qorgan/shared/dates'
import type { z } from 'zod'

export type ReportKind = IssuedReport['report']
export const reportKinds = IssuedReportKind.options

/** The same words in three languages; English may be empty. */
export interface Words {
  ru: string
  kk: string
  en: string
}
export interface SignerDraft {
  post: string
  /** Empty where a Kazakh paper carries the post as it is. */
  postKk: string
  fullName: string
  from: Day | null
}
export interface SettingsDraft {
  headings: Record<ReportKind, Words>
  footnote: Words
  signers: SignerDraft[]
  executor: { fullName: string; phone: string }
}

const wordsOf = (words: PrintSettings['footnote'] | undefined): Words => ({
  ru: words?.ru ?? '',
  kk: words?.kk ?? '',
  en: words?.en ?? '',
})

export function draftOf(settings: PrintSettings): SettingsDraft {
  const { headings, footnote, signers, executor } = settings
  return {
    headings: Object.fromEntries(reportKinds.map((kind) => [kind, wordsOf(headings[kind])])) as Record<
      ReportKind,
      Words
    >,
    footnote: wordsOf(footnote),
    signers: signers.map((signer) => ({ ...signer, postKk: signer.postKk ?? '' })),
    executor: executor ?? { fullName: '', phone: '' },
  }
}

const sent = ({ ru, kk, en }: Words) => ({ ru, kk, en: en.trim() === '' ? null : en })

export function bodyOf({
  headings,
  footnote,
  signers,
  executor,
}: SettingsDraft): z.input<typeof changePrintSettings.body> {
  const hasExecutor = executor.fullName.trim() !== '' || executor.phone.trim() !== ''
  return {
    headings: Object.fromEntries(reportKinds.map((kind) => [kind, sent(headings[kind])])),
    footnote: sent(footnote),
    signers: signers.map((signer) => ({ ...signer, postKk: signer.postKk.trim() || null, from: signer.from ?? '' })),
    executor: hasExecutor ? executor : null,
  }
}
