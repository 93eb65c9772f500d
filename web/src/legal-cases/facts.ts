import type { LegalCase } from '@qorgan/shared/legal-cases'
import type { Fact } from '../appeals/facts.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../accounts/may.ts'
import { accountQueries } from '../accounts/queries.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'

/** A case in words: for its page, and for saying what somebody else has changed. */
export function useCaseFacts(): (legalCase: LegalCase) => Fact[] {
  const { t } = useText()
  const { day } = useFormat()
  const names = useUnitNames()
  const may = useMay()
  const colleagues = useQuery({ ...accountQueries.colleagues, enabled: may('legalCases:work') }).data
  const onDay = (value: string | null) => (value ? day(value) : '')
  return (one) => {
    const { decision, conciliation } = one
    const values = {
      status: t(`legal.status.${one.status}`),
      kind: t(`legal.kind.${one.kind}`),
      stage: t(`legal.stage.${one.stage}`),
      outcome: one.outcome ? t(`legal.outcome.${one.outcome}`) : '',
      closedOn: onDay(one.closedOn),
      closingSummary: one.closingSummary ?? '',
      summary: one.summary ?? '',
      article: one.article ?? '',
      opposingParty: one.opposingParty ?? '',
      unit: one.branchId ? names.unit(one.branchId) : '',
      openedOn: onDay(one.openedOn),
      applicationOn: onDay(one.applicationOn),
      consentOn: onDay(one.consentOn),
      repeatOf: one.repeatOf?.number ?? '',
      decision: decision
        ? [t(`legal.decided.${decision.decision}`), decision.number && `№ ${decision.number}`, day(decision.decidedOn)]
            .filter(Boolean)
            .join(', ')
        : '',
      decisionReason: decision?.reason ?? '',
      conciliation: conciliation
        ? [
            t(`legal.conciliation.disputes.${conciliation.dispute}`),
            t(`legal.conciliation.said.${conciliation.commission}`),
            ...(['knownOn', 'createdOn', 'appliedOn', 'decidedOn'] as const).map((key) => {
              const on = conciliation[key]
              const served = key === 'knownOn' && conciliation.dispute === 'reinstatement'
              return on ? `${t(`legal.conciliation.short.${served ? 'servedOn' : key}`)} ${day(on)}` : ''
            }),
          ]
            .filter(Boolean)
            .join(' · ')
        : '',
      readers: one.readerIds
        .map((id) => colleagues?.find((user) => user.id === id)?.fullName ?? '')
        .filter(Boolean)
        .join(', '),
    }
    return Object.entries(values).map(([key, value]) => ({
      key,
      name: t(`legal.fact.${key as keyof typeof values}`),
      value,
    }))
  }
}
