import {
  changeBranch,
  changeEmployer,
  changePrimaryOrganisation,
  changeTopic,
  createBranch,
  createEmployer,
  createPrimaryOrganisation,
  createTopic,
  listEmployers,
} from '@qorgan/shared/organisation'
import { infiniteQueryOptions, mutationOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '../platform/api.ts'

export const employerList = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['organisation', 'employer-list', q] as const,
    queryFn: ({ signal, pageParam }) =>
      api(
        listEmployers,
        { query: { limit: 100, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  })

type BodyOf<R extends { body: z.ZodType }> = z.input<R['body']>
/** New without a version, changed with the one that was seen. */
export type Saved<Draft, Change> = { draft: Draft } | { change: { id: string; version: number; body: Change } }
const meta = { invalidates: [['organisation']] as const }

export const directoryMutations = {
  employer: mutationOptions({
    mutationFn: (saved: Saved<BodyOf<typeof createEmployer>, BodyOf<typeof changeEmployer>>) =>
      'change' in saved
        ? api(changeEmployer, {
            params: { id: saved.change.id },
            version: saved.change.version,
            body: saved.change.body,
          })
        : api(createEmployer, { body: saved.draft }),
    meta,
  }),
  organisation: mutationOptions({
    mutationFn: (saved: Saved<BodyOf<typeof createPrimaryOrganisation>, BodyOf<typeof changePrimaryOrganisation>>) =>
      'change' in saved
        ? api(changePrimaryOrganisation, {
            params: { id: saved.change.id },
            version: saved.change.version,
            body: saved.change.body,
          })
        : api(createPrimaryOrganisation, { body: saved.draft }),
    meta,
  }),
  topic: mutationOptions({
    mutationFn: (saved: Saved<BodyOf<typeof createTopic>, BodyOf<typeof changeTopic>>) =>
      'change' in saved
        ? api(changeTopic, { params: { id: saved.change.id }, version: saved.change.version, body: saved.change.body })
        : api(createTopic, { body: saved.draft }),
    meta,
  }),
  branch: mutationOptions({
    mutationFn: (saved: Saved<BodyOf<typeof createBranch>, BodyOf<typeof changeBranch>>) =>
      'change' in saved
        ? api(changeBranch, { params: { id: saved.change.id }, version: saved.change.version, body: saved.change.body })
        : api(createBranch, { body: saved.draft }),
    meta,
  }),
}
