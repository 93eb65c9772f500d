import {
  addAppealAttachments,
  addCaseAttachments,
  listAppealAttachments,
  listCaseAttachments,
  openAppealAttachment,
  openCaseAttachment,
  removeAppealAttachment,
  removeCaseAttachment,
} from '@qorgan/shared/attachments'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { allPages, api } from '../platform/api.ts'

/** What files hang on. */
export type Holder = 'appeal' | 'case'

const lists = { appeal: listAppealAttachments, case: listCaseAttachments } as const
const removals = { appeal: removeAppealAttachment, case: removeCaseAttachment } as const
export const uploadRoutes = { appeal: addAppealAttachments, case: addCaseAttachments } as const
export const openingRoutes = { appeal: openAppealAttachment, case: openCaseAttachment } as const
export const attachmentsChanged = [['attachments'], ['appeals'], ['legal-cases']] as const

export const attachmentQueries = {
  of: (holder: Holder, id: string) =>
    queryOptions({
      queryKey: ['attachments', holder, id] as const,
      queryFn: ({ signal }) => allPages((page) => api(lists[holder], { params: { id }, query: page }, signal)),
    }),
}

export const attachmentMutations = {
  remove: mutationOptions({
    mutationFn: ({
      holder,
      body,
      version,
      ...params
    }: {
      holder: Holder
      id: string
      itemId: string
      version: number
      body: { reason: string }
    }) => api(removals[holder], { params, version, body }),
    meta: { invalidates: attachmentsChanged },
  }),
}
