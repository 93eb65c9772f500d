import { addHearing, changeHearing, listHearings } from '@qorgan/shared/hearings'
import { addCaseMember, changeCaseMember } from '@qorgan/shared/case-people'
import { listCaseTimeline } from '@qorgan/shared/case-timeline'
import {
  changeLegalCase,
  closeLegalCase,
  decideLegalCase,
  getLegalCase,
  type LegalCaseChange,
  type LegalCaseDraft,
  listLegalCases,
  mergeLegalCase,
  openLegalCase,
  reopenLegalCase,
  requestLegalCase,
  summariseLegalCases,
} from '@qorgan/shared/legal-cases'
import {
  addCaseDeadline,
  changeCaseDeadline,
  checkCaseDeadline,
  doneCaseDeadline,
  getScreening,
  listCaseDeadlines,
  listDeadlineRules,
} from '@qorgan/shared/legal-terms'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../platform/api.ts'
import type { CaseSearch } from './search.ts'

const all = ['legal-cases'] as const
const filterOf = ({ sort: _sort, ...filter }: CaseSearch) => filter

export const caseQueries = {
  all,
  list: (search: CaseSearch) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', search] as const,
      queryFn: ({ signal, pageParam }) =>
        api(listLegalCases, { query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor,
    }),
  summary: (search: CaseSearch) =>
    queryOptions({
      queryKey: [...all, 'summary', filterOf(search)] as const,
      queryFn: ({ signal }) => api(summariseLegalCases, { query: filterOf(search) }, signal),
    }),
  /** A few cases: of a member, of a number. */
  some: (search: CaseSearch) =>
    queryOptions({
      queryKey: [...all, 'some', search] as const,
      queryFn: ({ signal }) => api(listLegalCases, { query: { ...search, limit: 8 } }, signal),
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => api(getLegalCase, { params: { id } }, signal),
    }),
  timeline: (id: string) =>
    queryOptions({
      queryKey: [...all, 'timeline', id] as const,
      queryFn: ({ signal }) => allPages((page) => api(listCaseTimeline, { params: { id }, query: page }, signal)),
    }),
  screening: (id: string) =>
    queryOptions({
      queryKey: [...all, 'screening', id] as const,
      queryFn: ({ signal }) => api(getScreening, { params: { id } }, signal),
    }),
  hearings: (id: string) =>
    queryOptions({
      queryKey: [...all, 'hearings', id] as const,
      queryFn: ({ signal }) => allPages((page) => api(listHearings, { params: { id }, query: page }, signal)),
    }),
  terms: (id: string) =>
    queryOptions({
      queryKey: [...all, 'terms', id] as const,
      queryFn: ({ signal }) => allPages((page) => api(listCaseDeadlines, { params: { id }, query: page }, signal)),
    }),
  rules: queryOptions({
    queryKey: ['deadline-rules', 'active'] as const,
    queryFn: ({ signal }) => allPages((page) => api(listDeadlineRules, { query: { ...page, active: true } }, signal)),
    staleTime: 300_000,
  }),
}

type BodyOf<R extends { body: z.ZodType }> = z.input<R['body']>
export interface Versioned<B = undefined> {
  id: string
  version: number
  body: B
}
interface Beneath<B> {
  id: string
  body: B
}
interface Item<B = undefined> extends Versioned<B> {
  itemId: string
}

/** What a change of a case may move: it and everything beneath it, its appeal, its ledger, figures and what waits. */
const meta = {
  invalidates: [all, ['appeals'], ['effects'], ['signals'], ['reports'], ['search'], ['case-calendar']] as const,
}

export const caseMutations = {
  open: mutationOptions({ mutationFn: (body: z.input<typeof LegalCaseDraft>) => api(openLegalCase, { body }), meta }),
  request: mutationOptions({
    mutationFn: ({ id, body }: Beneath<BodyOf<typeof requestLegalCase>>) =>
      api(requestLegalCase, { params: { id }, body }),
    meta,
  }),
  change: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<z.input<typeof LegalCaseChange>>) =>
      api(changeLegalCase, { params: { id }, version, body }),
    meta,
  }),
  decide: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<BodyOf<typeof decideLegalCase>>) =>
      api(decideLegalCase, { params: { id }, version, body }),
    meta,
  }),
  close: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<BodyOf<typeof closeLegalCase>>) =>
      api(closeLegalCase, { params: { id }, version, body }),
    meta,
  }),
  reopen: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<BodyOf<typeof reopenLegalCase>>) =>
      api(reopenLegalCase, { params: { id }, version, body }),
    meta,
  }),
  merge: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<BodyOf<typeof mergeLegalCase>>) =>
      api(mergeLegalCase, { params: { id }, version, body }),
    meta,
  }),
  addMember: mutationOptions({
    mutationFn: ({ id, body }: Beneath<BodyOf<typeof addCaseMember>>) => api(addCaseMember, { params: { id }, body }),
    meta,
  }),
  changeMember: mutationOptions({
    mutationFn: ({ id, itemId, version, body }: Item<BodyOf<typeof changeCaseMember>>) =>
      api(changeCaseMember, { params: { id, itemId }, version, body }),
    meta,
  }),
  addHearing: mutationOptions({
    mutationFn: ({ id, body }: Beneath<BodyOf<typeof addHearing>>) => api(addHearing, { params: { id }, body }),
    meta,
  }),
  changeHearing: mutationOptions({
    mutationFn: ({ id, itemId, version, body }: Item<BodyOf<typeof changeHearing>>) =>
      api(changeHearing, { params: { id, itemId }, version, body }),
    meta,
  }),
  addTerm: mutationOptions({
    mutationFn: ({ id, body }: Beneath<BodyOf<typeof addCaseDeadline>>) =>
      api(addCaseDeadline, { params: { id }, body }),
    meta,
  }),
  changeTerm: mutationOptions({
    mutationFn: ({ id, itemId, version, body }: Item<BodyOf<typeof changeCaseDeadline>>) =>
      api(changeCaseDeadline, { params: { id, itemId }, version, body }),
    meta,
  }),
  checkTerm: mutationOptions({
    mutationFn: ({ id, itemId, version }: Item) => api(checkCaseDeadline, { params: { id, itemId }, version }),
    meta,
  }),
  doneTerm: mutationOptions({
    mutationFn: ({ id, itemId, version, body }: Item<BodyOf<typeof doneCaseDeadline>>) =>
      api(doneCaseDeadline, { params: { id, itemId }, version, body }),
    meta,
  }),
}
