import { PaymentFilter } from '@qorgan/shared/case-money'
import { searchOf } from '../platform/search-params.ts'

export const paymentSearch = searchOf(PaymentFilter.shape)
