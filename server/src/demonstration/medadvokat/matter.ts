import type { EffectKind } from '@qorgan/shared/effects'
import type { CaseRole } from '@qorgan/shared/case-people'
import type { Conciliation, LegalCaseKind, LegalOutcome, LegalStage } from '@qorgan/shared/legal-cases'
import { administrativeMatters } from '../data/matters-administrative.ts'
import { civilMatters } from '../data/matters-civil.ts'
import { criminalMatters } from '../data/matters-criminal.ts'
import { type TopicTexts, topicTexts } from '../texts.ts'

/** How a case on a matter may end, and by which stages it comes there. */
export interface Ending {
  outcome: LegalOutcome
  weight: number
  ways: LegalStage[][]
  /** What the legal department writes when it closes the case. */
  said: string
  inMoney?: boolean
}

/** What people need counsel for: a topic of the legal appeals, told as a case. */
export interface Matter {
  key: string
  kind: LegalCaseKind
  weight: number
  topic: number
  /** Which of the topic's subjects tells of it; without a Kazakh one it was written in Russian. */
  words?: { ru: number; kk?: number }
  /** Words of its own, where the topic has none that fit. */
  own?: { ru: [subject: string, body: string, ask: string]; kk: [subject: string, body: string, ask: string] }
  role: CaseRole
  /** Part of the others, where it is not the same. */
  others?: CaseRole
  /** People in one case, at most. */
  most: number
  who: 'doctors' | 'medics' | 'anyone'
  needs: 'criminal' | 'administrative' | 'civil' | 'labour'
  /** Whether the member asks something of the court, answers, or is accused of an offence. */
  side: 'claims' | 'answers' | 'accused'
  article?: string
  /** `{employer}`, `{area}`, `{person}`: somebody outside the union. */
  against: string
  summary: string
  dispute?: Conciliation['dispute']
  effect?: EffectKind
  endings: Ending[]
}

export const matters: readonly Matter[] = [...criminalMatters, ...administrativeMatters, ...civilMatters]
export function matterOf(key: string): Matter {
  const found = matters.find((matter) => matter.key === key)
  if (!found) throw new RangeError(`no such matter: ${key}`)
  return found
}

/** The topic's texts narrowed to those that tell of the matter. */
export function textsOf({ topic, words, own }: Matter): { texts: TopicTexts; isRussianOnly: boolean } {
  const texts = topicTexts.legal.find((it) => it.topic === topic)!
  const only = (language: 'ru' | 'kk', at: number) => ({
    ...texts[language],
    subjects: [texts[language].subjects[at] ?? ''],
    bodies: [texts[language].bodies[at] ?? ''],
  })
  const written = (said: [string, string, string]) => ({
    subjects: [said[0]],
    bodies: [said[1]],
    asks: [said[2]],
    done: [],
  })
  if (own) return { texts: { ...texts, ru: written(own.ru), kk: written(own.kk) }, isRussianOnly: false }
  const { ru, kk } = words ?? { ru: 0 }
  return {
    texts: { ...texts, ru: only('ru', ru), kk: kk === undefined ? texts.kk : only('kk', kk) },
    isRussianOnly: kk === undefined,
  }
}
