import { offeredSpecialisations } from '@qorgan/shared/lawyers'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { organisationQueries } from '../organisation/queries.ts'

const languages = ['ru', 'kk', 'en'] as const

/** Words of what the panel says; what somebody wrote themselves stands as it was written. */
export function useLawyerWords() {
  const { t } = useText()
  const { label } = useFormat()
  const regions = useQuery(organisationQueries.regions).data ?? []
  const field = (code: string) => {
    const known = offeredSpecialisations.find((one) => one === code)
    return known ? t(`counsel.lawyers.specialisation.${known}`) : code
  }
  const language = (code: string) => {
    const known = languages.find((one) => one === code)
    return known ? t(`counsel.lawyers.language.${known}`) : code
  }
  return {
    field,
    fieldCode: (word: string) => offeredSpecialisations.find((code) => field(code) === word) ?? word,
    fields: offeredSpecialisations.map((value) => ({ value: value as string, label: field(value) })),
    language,
    languages: languages.map((value) => ({ value: value as string, label: language(value) })),
    region: (code: string) => {
      const found = regions.find((one) => one.code === code)
      return found ? label(found.name) : code
    },
    regions: regions.map((one) => ({ value: one.code, label: label(one.name) })),
  }
}
