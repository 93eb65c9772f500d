import {
  CaseAttention,
  FundingDecision,
  LegalCaseKind,
  LegalCaseStatus,
  LegalOutcome,
  LegalStage,
} from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../accounts/may.ts'
import { formatDay, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { lawyerQueries } from '../lawyers/queries.ts'
import { useUnitNames } from '../organisation/names.ts'
import type { Option } from '../ui/FilterMenu.tsx'
import type { Applied } from '../ui/FilterPills.tsx'
import type { CaseSearch } from './search.ts'

/** Options of the filters and the words of those in force. */
export function useCaseFilterWords() {
  const { t } = useText()
  const { label } = useFormat()
  const { branches } = useUnitNames()
  const may = useMay()
  const lawyers = useQuery({ ...lawyerQueries.names, enabled: may('lawyers:read') }).data ?? []
  const words = <V extends string>(values: readonly V[], word: (value: V) => string): Option<V>[] =>
    values.map((value) => ({ value, label: word(value) }))
  const options = {
    status: words(LegalCaseStatus.options, (value) => t(`legal.status.${value}`)),
    kind: words(LegalCaseKind.options, (value) => t(`legal.kind.${value}`)),
    stage: words(LegalStage.options, (value) => t(`legal.stage.${value}`)),
    outcome: words([...LegalOutcome.options, 'none'] as const, (value) => t(`legal.outcome.${value}`)),
    decision: words([...FundingDecision.options, 'none'] as const, (value) => t(`legal.decision.${value}`)),
    attention: words(CaseAttention.options, (value) => t(`legal.attention.${value}`)),
    branchId: branches.map((branch) => ({ value: branch.id, label: label(branch.name) })),
    lawyerId: [
      { value: 'none', label: t('legal.filter.noLawyer') },
      ...lawyers.map((lawyer) => ({ value: lawyer.id, label: lawyer.fullName })),
    ],
  } satisfies Partial<Record<keyof CaseSearch, Option[]>>

  const wordOf = (key: string, value: string): string => {
    const known: readonly Option[] = (options as Record<string, readonly Option[]>)[key] ?? []
    return known.find((option) => option.value === value)?.label ?? t('appeals.filter.one')
  }
  const sayValue = (key: string, value: unknown): string => {
    if (!Array.isArray(value))
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDay(String(value)) : String(value)
    const said = [...new Set(value.map((one) => wordOf(key, String(one))))]
    return said.length > 3 ? `${said.slice(0, 3).join(', ')}… (${value.length})` : said.join(', ')
  }
  /** Filters in force, except those whose own control shows them already. */
  const applied = (search: CaseSearch, hidden: readonly (keyof CaseSearch)[]): Applied[] =>
    (Object.keys(search) as (keyof CaseSearch)[])
      .filter((key) => key !== 'sort' && !hidden.includes(key) && search[key] !== undefined)
      .map((key) => ({ key, name: t(`legal.filter.${key}`), value: sayValue(key, search[key]) }))
  return { options, applied }
}
