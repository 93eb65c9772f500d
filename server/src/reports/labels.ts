import type { AppealOutcome, Channel } from '@qorgan/shared/effects'
import type { Label } from '@qorgan/shared/fields'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { terms as en } from '@qorgan/shared/terms/en'
import { terms as kk } from '@qorgan/shared/terms/kk'
import { terms as ru } from '@qorgan/shared/terms/ru'

/** The same words in each language, code by code. */
const labelled = <Code extends string>(
  inRussian: Readonly<Record<Code, string>>,
  inKazakh: Readonly<Record<Code, string>>,
  inEnglish: Readonly<Record<Code, string>>,
): Record<Code, Label> => {
  const codes = Object.keys(inRussian) as Code[]
  return Object.fromEntries(
    codes.map((code) => [code, { ru: inRussian[code], kk: inKazakh[code], en: inEnglish[code] }]),
  ) as Record<Code, Label>
}

/** The wording that the union prints. */
export const categoryLabels: Record<AppealCategory, Label> = labelled(ru.category, kk.category, en.category)
export const channelLabels: Record<Channel, Label> = labelled(ru.channel, kk.channel, en.channel)
export const outcomeLabels: Record<AppealOutcome, Label> = labelled(ru.outcome, kk.outcome, en.outcome)

export const nothingLabel: Label = { ru: 'Не указано', kk: 'Көрсетілмеген', en: 'Not given' }
