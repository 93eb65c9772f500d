import { EffectFilter } from '@qorgan/shared/effects'
import { searchOf } from '../platform/search-params.ts'

export const effectSearch = searchOf(EffectFilter.shape)
