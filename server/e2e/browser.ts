import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject, test as base } from 'vitest'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'

async function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-quic', '--disable-background-networking']
  // Without a locale of its own the browser names no file by letters beyond ASCII.
  process.env['LC_ALL'] ??= 'C.UTF-8'
  if (existsSync(SYSTEM_CHROMIUM)) return chromium.launch({ executablePath: SYSTEM_CHROMIUM, args, env: process.env })
  // The package unpacks its own libraries and fonts when it finds itself in a cloud function; read when it is imported.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packaged.executablePath(), args, env: process.env })
}

export interface Visitor {
  page: Page
  context: BrowserContext
  /** What no page may have: errors on the console, broken policies, requests to another origin, failed scripts. */
  complaints: string[]
  signIn: (login: string) => Promise<void>
}
type Visit = (options?: BrowserContextOptions) => Promise<Visitor>

/** A person at a browser of their own; several may meet in one test. */
export const test = base
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launch()
    onCleanup(() => browser.close())
    return browser
  })
  .extend('visit', async ({ browser }, { onCleanup }): Promise<Visit> => {
    const contexts: BrowserContext[] = []
    onCleanup(async () => {
      // Where to leave what each person saw last: for looking at a journey that fails.
      const pictures = process.env['QORGAN_E2E_PICTURES']
      for (const [index, context] of contexts.entries()) {
        if (pictures)
          await context.pages()[0]?.screenshot({ path: path.join(pictures, `${index}.png`), fullPage: true })
        await context.close()
      }
    })
    return async (options = {}) => {
      const context = await browser.newContext({
        baseURL: inject('origin'),
        locale: 'ru-RU',
        viewport: { width: 1280, height: 900 },
        ...options,
      })
      context.setDefaultTimeout(15_000)
      contexts.push(context)
      const page = await context.newPage()
      const complaints: string[] = []
      watch(page, complaints)
      return { page, context, complaints, signIn: (login) => signIn(page, login) }
    }
  })

function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    // A refused sign-in or a 404 that a test provokes is the network's line, not the page's.
    const isOfNetwork = message.text().startsWith('Failed to load resource')
    const isBroken = message.type() === 'error' || /Content Security Policy/i.test(message.text())
    if (isBroken && !isOfNetwork)
      complaints.push(
        `${new URL(page.url()).pathname}: ${message.text()} (${message.location().url}:${message.location().lineNumber})`,
      )
  })
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== inject('origin')) complaints.push(`request: ${url.origin}`)
  })
}

export const DEMONSTRATION_PASSWORD = 'demo-qorgan'

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Имя для входа').fill(login)
  await page.getByLabel(/^Пароль/).fill(DEMONSTRATION_PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('banner').waitFor()
}

/** The API as a program would call it: for what a test has to know beforehand, such as a name to look for. */
export async function apiAs(login: string) {
  const origin = inject('origin')
  const headers: Record<string, string> = {}
  const call = async (
    method: string,
    route: string,
    body?: unknown,
    extra: Record<string, string> = {},
    // oxlint-disable-next-line typescript/no-explicit-any -- a journey reads a field or two of answers that the contract's own tests check
  ): Promise<any> => {
    const response = await fetch(`${origin}/api/v1${route}`, {
      method,
      headers: { ...headers, ...extra, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`)
    return JSON.parse(text)
  }
  const { accessToken } = await call('POST', '/auth/login', { login, password: DEMONSTRATION_PASSWORD })
  headers['authorization'] = `Bearer ${accessToken}`
  return call
}

/** A figure as it is printed, without its spaces and signs. */
export const digitsOf = (text: string | null): number => Number((text ?? '').replaceAll(/\D/g, ''))

/** The page has arrived: its heading stands and nothing is being fetched for it. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(
    () => document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root, [aria-busy="true"]') === null,
  )
}
