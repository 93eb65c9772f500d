import type { Appeal } from '@qorgan/shared/appeals'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { organisationQueries } from '../organisation/queries.ts'

export interface Fact {
  key: string
  name: string
  value: string
}

/** An appeal in words: for the page, and for saying what somebody else has changed. */
export function useAppealFacts(appeal: Appeal): (appeal: Appeal) => Fact[] {
  const { t } = useText()
  const { day, label, number } = useFormat()
  const names = useUnitNames()
  const regions = useQuery(organisationQueries.regions).data
  const employer = useQuery({
    ...organisationQueries.employer(appeal.employerId ?? ''),
    enabled: appeal.employerId !== null,
  }).data
  const onDay = (value: string | null) => (value ? day(value) : '')
  const letter = (value: Appeal['letter']) =>
    value ? t('appeals.fact.letterText', { number: value.number, day: day(value.date) }) : ''
  const yes = (value: boolean) => (value ? t('state.yes') : '')
  return (one) => {
    const region = regions?.find((item) => item.code === one.regionCode)
    const values = {
      status: t(`status.${one.status}`),
      category: t(`category.${one.category}`),
      topic: names.topic(one.topicId),
      otherTopics: one.otherTopicIds.map(names.topic).join(', '),
      subject: one.subject,
      description: one.description ?? '',
      receivedOn: day(one.receivedOn),
      dueOn: day(one.dueOn),
      channel: t(`channel.${one.channel}`),
      letter: letter(one.letter),
      forwardedFrom: one.forwardedFrom ? `${one.forwardedFrom.body}, ${letter(one.forwardedFrom)}` : '',
      unit:
        one.level === 'primary_organisation'
          ? names.organisation(one.primaryOrganisationId) || names.unit(one.branchId)
          : names.unit(one.branchId),
      handling: names.unit(one.handlingBranchId),
      assignee: one.assignee?.fullName ?? '',
      organisation: names.organisation(one.primaryOrganisationId),
      employer: employer && employer.id === one.employerId ? label(employer.name) : '',
      region: region ? label(region.name) : '',
      representative: one.representative ? `${one.representative.fullName}, ${one.representative.relation}` : '',
      signatories: one.signatories > 1 ? number(one.signatories) : '',
      repeatOf: one.repeatOf?.number ?? '',
      language: one.language ? { ru: 'Русский', kk: 'Қазақша' }[one.language] : '',
      urgent: yes(one.urgent),
      consultation: yes(one.consultation),
      restricted: yes(one.restricted),
      outcome: one.outcome ? t(`outcome.${one.outcome}`) : '',
      resolvedOn: onDay(one.resolvedOn),
      registeredBy: one.registeredBy.fullName,
    }
    return Object.entries(values).map(([key, value]) => ({
      key,
      name: t(`appeals.fact.${key as keyof typeof values}`),
      value,
    }))
  }
}
