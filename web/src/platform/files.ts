import { fillPath, type Route } from '@qorgan/shared/contract'
import { queryString } from './api.ts'
import { base } from './http.ts'
import { type ApiError, clientProblem, refusal } from './problem.ts'
import { authorised } from './session.ts'

export type FileRoute = Route & { readonly download: true }

/** How far a file is: a list says beforehand how many rows are coming, a report how many bytes. */
export interface Progress {
  bytes: number
  totalBytes: number | null
  rows: number | null
}
export interface Received {
  blob: Blob
  name: string | null
}
interface Wanted {
  params?: Record<string, string> | undefined
  query?: Record<string, unknown> | undefined
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** The bytes need the token, so a plain link would not open them. */
export function receiveFile(route: FileRoute, { params, query, ...wanted }: Wanted): Promise<Received> {
  const path = base + fillPath(route.path, params) + queryString(query)
  return authorised((token) => read(path, token, wanted))
}

async function read(
  path: string,
  token: string | undefined,
  { signal, onProgress }: Pick<Wanted, 'signal' | 'onProgress'>,
): Promise<Received> {
  let response: Response
  try {
    response = await fetch(path, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      credentials: 'same-origin',
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw clientProblem('client.offline')
  }
  if (!response.ok || !response.body) throw refusal(await response.json().catch(() => null))
  const progress: Progress = {
    bytes: 0,
    // Pressed on the way, the length tells nothing of what is read here.
    totalBytes: response.headers.has('content-encoding') ? null : numberIn(response.headers.get('content-length')),
    rows: numberIn(response.headers.get('x-total-count')),
  }
  onProgress?.({ ...progress })
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    progress.bytes += value.length
    onProgress?.({ ...progress })
  }
  return {
    blob: new Blob(parts, { type: response.headers.get('content-type') ?? '' }),
    name: nameIn(response.headers.get('content-disposition')),
  }
}

function numberIn(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : null
}

/** RFC 6266: the encoded name says it in every alphabet. */
function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null
}

/** fetch tells nothing of how much has been sent; XMLHttpRequest does. */
export function sendFile(
  route: Route,
  params: Record<string, string>,
  file: File,
  onShare: (share: number) => void,
): Promise<void> {
  return authorised(
    (token) =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest()
        request.open(route.method, base + fillPath(route.path, params))
        request.setRequestHeader('accept', 'application/json')
        if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`)
        request.upload.addEventListener('progress', (event) => {
          if (event.lengthComputable) onShare(event.loaded / event.total)
        })
        request.addEventListener('load', () => {
          if (request.status >= 200 && request.status < 300) resolve()
          else reject(refusalOfFile(request))
        })
        for (const failure of ['error', 'timeout', 'abort'])
          request.addEventListener(failure, () => reject(clientProblem('client.offline')))
        const form = new FormData()
        form.append('file', file)
        request.send(form)
      }),
  )
}

/** A proxy in between may have a limit of its own, and says so in its own words. */
function refusalOfFile({ status, responseText }: XMLHttpRequest): ApiError {
  if (status === 413) return clientProblem('request.tooLarge', status)
  try {
    return refusal(JSON.parse(responseText))
  } catch {
    return refusal(null)
  }
}

export function saveAs(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
