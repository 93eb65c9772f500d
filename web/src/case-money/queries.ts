import {
  acceptAct,
  addAct,
  addAddendum,
  addAllotment,
  addAssignment,
  addPayment,
  approveAllotment,
  changeAct,
  changeAllotment,
  changeAssignment,
  changePayment,
  endAssignment,
  listActs,
  listAllotments,
  listAssignments,
  listCasePayments,
  listPayments,
  type Payment,
  refundPayment,
  summarisePayments,
  voidPayment,
} from '@qorgan/shared/case-money'
import type { RouteOutput } from '@qorgan/shared/contract'
import { addDays } from '@qorgan/shared/dates'
import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../platform/api.ts'
import type { PaymentSearch } from './search.ts'
import { refundedWithin } from './statement-lines.ts'

const payments = ['payments'] as const
/** Beneath the case, so that whatever changes the case asks for its money anew. */
const ofCase = (id: string, what: string) => ['legal-cases', 'money', id, what] as const

export const caseMoneyQueries = {
  allotments: (id: string) =>
    queryOptions({
      queryKey: ofCase(id, 'allotments'),
      queryFn: ({ signal }) => allPages((page) => api(listAllotments, { params: { id }, query: page }, signal)),
    }),
  assignments: (id: string) =>
    queryOptions({
      queryKey: ofCase(id, 'assignments'),
      queryFn: ({ signal }) => allPages((page) => api(listAssignments, { params: { id }, query: page }, signal)),
    }),
  acts: (id: string) =>
    queryOptions({
      queryKey: ofCase(id, 'acts'),
      queryFn: ({ signal }) => allPages((page) => api(listActs, { params: { id }, query: page }, signal)),
    }),
  payments: (id: string) =>
    queryOptions({
      queryKey: ofCase(id, 'payments'),
      queryFn: ({ signal }) => allPages((page) => api(listCasePayments, { params: { id }, query: page }, signal)),
    }),
  /** Payments of any case by the same document on the same day: paid twice? */
  sameDocument: (document: string, paidOn: string) =>
    queryOptions({
      queryKey: [...payments, 'same', document, paidOn] as const,
      queryFn: ({ signal }) => api(listPayments, { query: { q: document, paidFrom: paidOn, paidTo: paidOn } }, signal),
    }),
  statement: (search: PaymentSearch) =>
    infiniteQueryOptions({
      queryKey: [...payments, 'list', search] as const,
      queryFn: ({ signal, pageParam }) =>
        api(listPayments, { query: { ...search, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor,
      placeholderData: keepPreviousData,
    }),
  /** Payments from before the period of which money came back in it: read backwards until all that came back is found. */
  refundedLater: ({ paidFrom = '', paidTo, ...filter }: PaymentSearch, sum: number) =>
    queryOptions({
      queryKey: [...payments, 'refunded-later', filter, paidFrom, paidTo, sum] as const,
      queryFn: async ({ signal }) => {
        const found: Payment[] = []
        let cursor: string | null = ''
        for (let missing = sum; missing > 0 && cursor !== null;) {
          const query = { ...filter, paidTo: addDays(paidFrom, -1), limit: 200, ...(cursor ? { cursor } : {}) }
          const page: RouteOutput<typeof listPayments> = await api(listPayments, { query }, signal)
          for (const payment of page.items) {
            const back = refundedWithin(payment, { paidFrom, paidTo })
            if (back > 0) found.push(payment)
            missing -= back
          }
          cursor = page.nextCursor
        }
        return found
      },
    }),
  summary: (search: PaymentSearch) =>
    queryOptions({
      queryKey: [...payments, 'summary', search] as const,
      queryFn: ({ signal }) => api(summarisePayments, { query: search }, signal),
      placeholderData: keepPreviousData,
    }),
}

type BodyOf<R extends { body: z.ZodType }> = z.input<R['body']>
interface InCase<B> {
  id: string
  body: B
}
/** Something beneath a case, as it was seen: another's change in between is a conflict, not overwritten. */
export interface Item<B = undefined> extends InCase<B> {
  itemId: string
  version: number
}
const meta = { invalidates: [['legal-cases'], payments, ['lawyers'], ['signals'], ['reports']] as const }

export const caseMoneyMutations = {
  addAllotment: mutationOptions({
    mutationFn: ({ id, body }: InCase<BodyOf<typeof addAllotment>>) => api(addAllotment, { params: { id }, body }),
    meta,
  }),
  changeAllotment: mutationOptions({
    mutationFn: ({ body, version, ...params }: Item<BodyOf<typeof changeAllotment>>) =>
      api(changeAllotment, { params, version, body }),
    meta,
  }),
  approveAllotment: mutationOptions({
    mutationFn: ({ id, itemId, version }: Omit<Item, 'body'>) =>
      api(approveAllotment, { params: { id, itemId }, version }),
    meta,
  }),
  assign: mutationOptions({
    mutationFn: ({ id, body }: InCase<BodyOf<typeof addAssignment>>) => api(addAssignment, { params: { id }, body }),
    meta,
  }),
  changeAssignment: mutationOptions({
    mutationFn: ({ body, version, ...params }: Item<BodyOf<typeof changeAssignment>>) =>
      api(changeAssignment, { params, version, body }),
    meta,
  }),
  addAddendum: mutationOptions({
    mutationFn: ({ body, version, ...params }: Item<BodyOf<typeof addAddendum>>) =>
      api(addAddendum, { params, version, body }),
    meta,
  }),
  endAssignment: mutationOptions({
    mutationFn: ({ body, version, ...params }: Item<BodyOf<typeof endAssignment>>) =>
      api(endAssignment, { params, version, body }),
    meta,
  }),
  addAct: mutationOptions({
    mutationFn: ({ id, body }: InCase<BodyOf<typeof addAct>>) => api(addAct, { params: { id }, body }),
    meta,
  }),
  changeAct: mutationOptions({
    mutationFn: ({ body, version, ...params }: Item<BodyOf<typeof changeAct>>) =>
      api(changeAct, { params, version, body }),
    meta,
  }),
  acceptAct: mutationOptions({
    mutationFn: ({ id, itemId, version }: Omit<Item, 'body'>) => api(acceptAct, { params: { id, itemId }, version }),
    meta,
  }),
  pay: mutationOptions({
    mutationFn: ({ id, body }: InCase<BodyOf<typeof addPayment>>) => api(addPayment, { params: { id }, body }),
    meta,
  }),
  changePayment: mutationOptions({
    mutationFn: ({ body, version, ...params }: Item<BodyOf<typeof changePayment>>) =>
      api(changePayment, { params, version, body }),
    meta,
  }),
  voidPayment: mutationOptions({
    mutationFn: ({ body, version, ...params }: Item<BodyOf<typeof voidPayment>>) =>
      api(voidPayment, { params, version, body }),
    meta,
  }),
  refund: mutationOptions({
    mutationFn: ({ body, version, ...params }: Item<BodyOf<typeof refundPayment>>) =>
      api(refundPayment, { params, version, body }),
    meta,
  }),
}
