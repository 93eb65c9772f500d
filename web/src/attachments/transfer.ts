import {
  addAppealAttachments,
  addCaseAttachments,
  openAppealAttachment,
  openCaseAttachment,
} from '@qorgan/shared/attachments'
import { fillPath } from '@qorgan/shared/contract'
import { Problem } from '@qorgan/shared/errors'
import { ApiError, clientProblem, isProblem } from '../platform/problem.ts'
import { accessToken, restoreSession } from '../platform/session.ts'
import type { Holder } from './queries.ts'

const base = '/api/v1'
const uploads = { appeal: addAppealAttachments, case: addCaseAttachments } as const
const openings = { appeal: openAppealAttachment, case: openCaseAttachment } as const

/** An expired token is renewed once, as everywhere. */
async function authorised<T>(act: (token: string | undefined) => Promise<T>): Promise<T> {
  try {
    return await act(accessToken())
  } catch (error) {
    if (!isProblem(error, 'auth.required') || (await restoreSession()) === null) throw error
    return act(accessToken())
  }
}

function refusal(text: string): ApiError {
  try {
    const problem = Problem.safeParse(JSON.parse(text))
    if (problem.success) return new ApiError(problem.data)
  } catch {
    // What is no JSON did not come from our server.
  }
  return clientProblem('client.unreadable')
}

/** fetch tells nothing of how much has been sent; XMLHttpRequest does. */
export function sendFile(holder: Holder, id: string, file: File, onShare: (share: number) => void): Promise<void> {
  return authorised(
    (token) =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest()
        request.open('POST', base + fillPath(uploads[holder].path, { id }))
        request.setRequestHeader('accept', 'application/json')
        if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`)
        request.upload.addEventListener('progress', (event) => {
          if (event.lengthComputable) onShare(event.loaded / event.total)
        })
        request.addEventListener('load', () => {
          if (request.status >= 200 && request.status < 300) resolve()
          else reject(refusal(request.responseText))
        })
        for (const failure of ['error', 'timeout', 'abort'])
          request.addEventListener(failure, () => reject(clientProblem('client.offline')))
        const form = new FormData()
        form.append('file', file)
        request.send(form)
      }),
  )
}

/** The bytes need the token, so a plain link would not open them. */
export function fetchFile(holder: Holder, id: string, itemId: string): Promise<Blob> {
  return authorised(async (token) => {
    let response: Response
    try {
      response = await fetch(base + fillPath(openings[holder].path, { id, itemId }), {
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        credentials: 'same-origin',
      })
    } catch {
      throw clientProblem('client.offline')
    }
    if (!response.ok) throw refusal(await response.text())
    return response.blob()
  })
}

export function saveAs(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
