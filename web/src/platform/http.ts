import { clientProblem, refusal } from './problem.ts'

export const base = '/api/v1'

export interface Sent {
  method: string
  path: string
  body?: unknown
  version?: number | undefined
  token?: string | undefined
  signal?: AbortSignal | undefined
}

/** One exchange with the server: JSON out, JSON or an ApiError in. */
export async function exchange({ method, path, body, version, token, signal }: Sent): Promise<unknown> {
  const headers = new Headers({ accept: 'application/json' })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (version !== undefined) headers.set('if-match', `"${version}"`)
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  let response: Response
  try {
    response = await fetch(base + path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw clientProblem('client.offline')
  }
  if (response.status === 204) return null
  const answer = await readJson(response)
  if (response.ok) return answer
  throw refusal(answer, Number(response.headers.get('retry-after')) || undefined)
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw clientProblem('client.unreadable')
  }
}
