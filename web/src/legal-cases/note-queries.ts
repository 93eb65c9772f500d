import {
  addPrivilegedNote,
  changePrivilegedNote,
  listPrivilegedNotes,
  listPrivilegedOpenings,
} from '@qorgan/shared/privileged-notes'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../platform/api.ts'

// Not below the case: what renews a case must not open its notes again, for every opening is on record.
const all = ['privileged-notes'] as const

export const noteQueries = {
  openings: (id: string) =>
    queryOptions({
      queryKey: [...all, 'openings', id] as const,
      queryFn: ({ signal }) => api(listPrivilegedOpenings, { params: { id }, query: { limit: 20 } }, signal),
      gcTime: 0,
    }),
}
const meta = { invalidates: [all, ['legal-cases', 'timeline']] as const }

export const noteMutations = {
  /** Reading is an act: asked for by a press, kept by nobody, gone with the page. */
  open: mutationOptions({
    mutationFn: (id: string) => allPages((page) => api(listPrivilegedNotes, { params: { id }, query: page })),
    gcTime: 0,
    meta: { invalidates: [all] as const },
  }),
  add: mutationOptions({
    mutationFn: ({ id, body }: { id: string; body: z.input<typeof addPrivilegedNote.body> }) =>
      api(addPrivilegedNote, { params: { id }, body }),
    gcTime: 0,
    meta,
  }),
  change: mutationOptions({
    mutationFn: ({
      body,
      version,
      ...params
    }: {
      id: string
      itemId: string
      version: number
      body: z.input<typeof changePrivilegedNote.body>
    }) => api(changePrivilegedNote, { params, version, body }),
    gcTime: 0,
    meta,
  }),
}
