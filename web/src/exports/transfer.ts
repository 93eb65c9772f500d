import { fillPath, type Route } from '@qorgan/shared/contract'
import { Problem } from '@qorgan/shared/errors'
import { queryString } from '../platform/api.ts'
import { ApiError, clientProblem, isProblem } from '../platform/problem.ts'
import { accessToken, restoreSession } from '../platform/session.ts'

const base = '/api/v1'

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
  signal: AbortSignal
  onProgress: (progress: Progress) => void
}

/** The bytes need the token, so a plain link would not open them. An expired token is renewed once. */
export async function receiveFile(route: FileRoute, wanted: Wanted): Promise<Received> {
  const path = base + fillPath(route.path, wanted.params) + queryString(wanted.query)
  try {
    return await read(path, wanted)
  } catch (error) {
    if (!isProblem(error, 'auth.required') || (await restoreSession()) === null) throw error
    return read(path, wanted)
  }
}

async function read(path: string, { signal, onProgress }: Wanted): Promise<Received> {
  const token = accessToken()
  let response: Response
  try {
    response = await fetch(path, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      credentials: 'same-origin',
      signal,
    })
  } catch (error) {
    if (signal.aborted) throw error
    throw clientProblem('client.offline')
  }
  if (!response.ok || !response.body) {
    const problem = Problem.safeParse(await response.json().catch(() => null))
    throw problem.success ? new ApiError(problem.data) : clientProblem('client.unreadable')
  }
  const progress: Progress = {
    bytes: 0,
    // Pressed on the way, the length tells nothing of what is read here.
    totalBytes: response.headers.has('content-encoding') ? null : numberIn(response.headers.get('content-length')),
    rows: numberIn(response.headers.get('x-total-count')),
  }
  onProgress({ ...progress })
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    progress.bytes += value.length
    onProgress({ ...progress })
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

export function saveAs(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
