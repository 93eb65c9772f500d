import { fillPath, type Route, type RouteArgs } from '@qorgan/shared/contract'
import { Problem } from '@qorgan/shared/errors'
import { queryString } from './api.ts'
import { ApiError, clientProblem, isProblem } from './problem.ts'
import { accessToken, restoreSession } from './session.ts'

const base = '/api/v1'

/** A route whose answer is a file: the bytes need the token, so a plain link would not open them. */
export async function download<R extends Route & { download: true }>(
  route: R,
  args: RouteArgs<R>,
  fallbackName: string,
): Promise<void> {
  const given = args as { params?: Record<string, string>; query?: Record<string, unknown> }
  const path = base + fillPath(route.path, given.params) + queryString(given.query)
  const response = await authorised(path)
  const blob = await response.blob()
  saveAs(blob, nameIn(response.headers.get('content-disposition')) ?? fallbackName)
}

/** An expired token is renewed once, as everywhere. */
async function authorised(path: string): Promise<Response> {
  try {
    return await fetchBytes(path)
  } catch (error) {
    if (!isProblem(error, 'auth.required') || (await restoreSession()) === null) throw error
    return fetchBytes(path)
  }
}

async function fetchBytes(path: string): Promise<Response> {
  const token = accessToken()
  let response: Response
  try {
    response = await fetch(path, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      credentials: 'same-origin',
    })
  } catch {
    throw clientProblem('client.offline')
  }
  if (response.ok) return response
  const problem = Problem.safeParse(await response.json().catch(() => null))
  throw problem.success ? new ApiError(problem.data) : clientProblem('client.unreadable')
}

/** RFC 6266: the encoded name says it in every alphabet. */
function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null
}

function saveAs(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
