import { NoEffectReason } from '@qorgan/shared/appeals'
import { AppealLevel, AppealOutcome, AppealStatus, Channel } from '@qorgan/shared/effects'
import { AppealCategory } from '@qorgan/shared/organisation'
import { Membership } from '@qorgan/shared/appeals'
import { useQuery } from '@tanstack/react-query'
import { accountQueries } from '../accounts/queries.ts'
import { formatDay } from '../i18n/format.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { organisationQueries } from '../organisation/queries.ts'
import type { Option } from '../ui/FilterMenu.tsx'
import type { Applied } from '../ui/FilterPills.tsx'
import type { AppealSearch } from './queries.ts'

/** Options of the filters and the words of those in force. */
export function useFilterWords() {
  const { t } = useText()
  const { label } = useFormat()
  const names = useUnitNames()
  const colleagues = useQuery(accountQueries.colleagues).data ?? []
  const regions = useQuery(organisationQueries.regions).data ?? []
  const enumOptions = <V extends string>(values: readonly V[], word: (value: V) => string): Option<V>[] =>
    values.map((value) => ({ value, label: word(value) }))
  const units: Option[] = [
    { value: 'council', label: t('accounts.council') },
    ...names.branches.map((branch) => ({ value: branch.id, label: label(branch.name) })),
  ]
  const options = {
    category: enumOptions(AppealCategory.options, (value) => t(`categoryShort.${value}`)),
    status: enumOptions(AppealStatus.options, (value) => t(`status.${value}`)),
    outcome: enumOptions([...AppealOutcome.options, 'none'] as const, (value) => t(`outcome.${value}`)),
    channel: enumOptions(Channel.options, (value) => t(`channel.${value}`)),
    level: enumOptions(AppealLevel.options, (value) => t(`level.${value}`)),
    membership: enumOptions(Membership.options, (value) => t(`membership.${value}`)),
    due: enumOptions(['overdue', 'soon'] as const, (value) => t(`appeals.due.${value}`)),
    transfer: enumOptions(['incoming', 'outgoing'] as const, (value) => t(`appeals.transferFilter.${value}`)),
    noEffectReason: enumOptions(NoEffectReason.options, (value) => t(`noEffectReason.${value}`)),
    branchId: units,
    handling: [{ value: 'mine', label: t('appeals.filter.mine') }, ...units],
    regionCode: regions.map((region) => ({ value: region.code, label: label(region.name) })),
    topicId: names.topics.map((topic) => ({ value: topic.id, label: label(topic.name) })),
    primaryOrganisationId: names.organisations.map((one) => ({ value: one.id, label: label(one.name) })),
    assigneeId: [
      { value: 'me', label: t('appeals.filter.me') },
      { value: 'none', label: t('appeals.filter.nobody') },
      ...colleagues.map((user) => ({ value: user.id, label: user.fullName })),
    ],
  } satisfies Partial<Record<keyof AppealSearch, Option[]>>

  const wordOf = (key: string, value: string): string => {
    if (value === 'none') return t('appeals.filter.none')
    const known: readonly Option[] = (options as Record<string, readonly Option[]>)[key] ?? []
    return known.find((option) => option.value === value)?.label ?? t('appeals.filter.one')
  }
  const sayValue = (key: string, value: unknown): string => {
    if (typeof value === 'boolean') return value ? t('state.yes') : t('state.no')
    if (Array.isArray(value)) {
      const words = [...new Set(value.map((one) => wordOf(key, String(one))))]
      return words.length > 3 ? `${words.slice(0, 3).join(', ')}… (${value.length})` : words.join(', ')
    }
    const text = String(value)
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text
  }
  /** Filters in force, except those whose own control shows them already. */
  const applied = (search: AppealSearch, hidden: readonly (keyof AppealSearch)[]): Applied[] =>
    (Object.keys(search) as (keyof AppealSearch)[])
      .filter((key) => key !== 'sort' && !hidden.includes(key) && search[key] !== undefined)
      .map((key) => ({ key, name: t(`appeals.filter.${key}`), value: sayValue(key, search[key]) }))
  return { options, applied }
}
