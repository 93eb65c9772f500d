import type { Day } from '@qorgan/shared/dates'
import type { Hearing } from '@qorgan/shared/hearings'
import type { LegalCase, LegalStage } from '@qorgan/shared/legal-cases'
import type { Fact } from '../appeals/facts.ts'
import { dayOfInstant, timeOfInstant, type useFormat } from '../i18n/format.ts'
import type { useText } from '../i18n/i18n.ts'
import { uuidv7 } from '../platform/uuid.ts'

interface HearingText {
  id: string
  day: Day | null
  time: string
  court: string
  courtCaseNumber: string
  judge: string
  stage: LegalStage
  result: string
  nextStep: string
}

export const textOfHearing = (
  hearing: Hearing | undefined,
  legalCase: LegalCase,
  earlier: Hearing | undefined,
): HearingText =>
  hearing
    ? {
        id: hearing.id,
        day: dayOfInstant(hearing.startsAt),
        time: timeOfInstant(hearing.startsAt),
        court: hearing.court,
        courtCaseNumber: hearing.courtCaseNumber ?? '',
        judge: hearing.judge ?? '',
        stage: hearing.stage,
        result: hearing.result ?? '',
        nextStep: hearing.nextStep ?? '',
      }
    : {
        id: uuidv7(),
        day: null,
        time: '',
        court: earlier?.stage === legalCase.stage ? earlier.court : '',
        courtCaseNumber: earlier?.stage === legalCase.stage ? (earlier.courtCaseNumber ?? '') : '',
        judge: earlier?.stage === legalCase.stage ? (earlier.judge ?? '') : '',
        // Nobody is heard in a consultation.
        stage: legalCase.stage === 'consultation' ? 'first_instance' : legalCase.stage,
        result: '',
        nextStep: '',
      }

const orNull = (text: string) => (text.trim() === '' ? null : text)

export const bodyOfHearing = (text: HearingText) => ({
  // Without one of its halves it is missing, and the contract's schema says so.
  startsAt: (text.day && text.time ? `${text.day}T${text.time}:00+05:00` : undefined) as string,
  court: text.court,
  courtCaseNumber: orNull(text.courtCaseNumber),
  judge: orNull(text.judge),
  stage: text.stage,
  result: orNull(text.result),
  nextStep: orNull(text.nextStep),
})

/** A hearing in words, for saying what somebody else has changed. */
export const hearingFactsOf =
  ({ t, instant }: Pick<ReturnType<typeof useText>, 't'> & Pick<ReturnType<typeof useFormat>, 'instant'>) =>
  (hearing: Hearing): Fact[] => [
    { key: 'startsAt', name: t('legal.hearings.day'), value: instant(hearing.startsAt) },
    { key: 'court', name: t('legal.hearings.court'), value: hearing.court },
    { key: 'number', name: t('legal.hearings.courtCaseNumber'), value: hearing.courtCaseNumber ?? '' },
    { key: 'judge', name: t('legal.hearings.judge'), value: hearing.judge ?? '' },
    { key: 'stage', name: t('legal.form.stage'), value: t(`legal.stage.${hearing.stage}`) },
    { key: 'result', name: t('legal.hearings.result'), value: hearing.result ?? '' },
    { key: 'nextStep', name: t('legal.hearings.nextStep'), value: hearing.nextStep ?? '' },
  ]
