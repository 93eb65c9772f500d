import { login, logout, type Me, refresh, SignedIn } from '@qorgan/shared/accounts'
import type { z } from 'zod'
import { exchange } from './http.ts'
import { isProblem } from './problem.ts'

/**
 * The access token lives in memory only; the refresh cookie, which scripts cannot read, brings it back after a reload.
 * Tabs share that cookie, so they take turns to rotate it and tell each other who is signed in.
 */
let token: string | undefined
let pending: Promise<Me | null> | undefined

type News = 'signed-in' | 'signed-out' | 'post-changed'
const channel = new BroadcastChannel('qorgan-session')
const listeners = new Set<(news: News) => void>()
channel.addEventListener('message', (event: MessageEvent<News>) => {
  if (event.data !== 'post-changed') token = undefined
  for (const listener of listeners) listener(event.data)
})

/** Called when another tab signs in or out or goes on in another post. */
export function onSessionNews(listener: (news: News) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const accessToken = () => token

function accept(answer: unknown): Me {
  const signedIn = SignedIn.parse(answer)
  token = signedIn.accessToken
  return signedIn.user
}

async function rotate(): Promise<Me | null> {
  try {
    return accept(await exchange({ method: refresh.method, path: refresh.path }))
  } catch (error) {
    if (isProblem(error, 'auth.required') || isProblem(error, 'auth.forbidden')) {
      token = undefined
      return null
    }
    throw error
  }
}

/** Null when nobody is signed in. One rotation at a time, in this tab and among the tabs. */
export function restoreSession(): Promise<Me | null> {
  pending ??= (navigator.locks ? navigator.locks.request('qorgan-refresh', rotate) : rotate()).finally(() => {
    pending = undefined
  })
  return pending
}

/** An expired token is renewed once, and the call repeated. */
export async function authorised<T>(call: (token: string | undefined) => Promise<T>): Promise<T> {
  try {
    return await call(token)
  } catch (error) {
    if (!isProblem(error, 'auth.required') || (await restoreSession()) === null) throw error
    return call(token)
  }
}

export async function signIn(body: z.input<typeof login.body>): Promise<Me> {
  const user = accept(await exchange({ method: login.method, path: login.path, body }))
  channel.postMessage('signed-in' satisfies News)
  return user
}

export async function signOut(): Promise<void> {
  await exchange({ method: logout.method, path: logout.path, token })
  token = undefined
  channel.postMessage('signed-out' satisfies News)
}

export const announcePostChange = () => channel.postMessage('post-changed' satisfies News)
