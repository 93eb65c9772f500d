import { listLawyers } from '@qorgan/shared/lawyers'
import { searchOf } from '../platform/search-params.ts'

const { q, kind, regionCode, specialisation, language, active } = listLawyers.query.shape

export const lawyerSearch = searchOf({ q, kind, regionCode, specialisation, language, active })
