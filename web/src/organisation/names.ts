import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { organisationQueries } from './queries.ts'

/** Names of units by id, in the reader's language. The council is the unit without an id. */
export function useUnitNames() {
  const { t } = useText()
  const { label } = useFormat()
  const branches = useQuery(organisationQueries.branches).data
  const organisations = useQuery(organisationQueries.primaryOrganisations).data
  const topics = useQuery(organisationQueries.topics).data
  const nameIn = (
    items: readonly { id: string; name: { ru: string; kk: string; en: string | null } }[] | undefined,
  ) => {
    const names = new Map(items?.map((item) => [item.id, item]))
    return (id: string | null): string => {
      const found = id === null ? undefined : names.get(id)
      return found ? label(found.name) : ''
    }
  }
  const branch = nameIn(branches)
  return {
    branches: branches ?? [],
    organisations: organisations ?? [],
    topics: topics ?? [],
    unit: (id: string | null) => (id === null ? t('accounts.council') : branch(id)),
    organisation: nameIn(organisations),
    topic: nameIn(topics),
  }
}
