import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { axe, rules } from './axe.ts'
import { apiAs, settled, test } from './browser.ts'

const colours = ['color-contrast', 'link-in-text-block']
/** What a translation can break; the rest of a page is the same in every language. */
const words = [
  'aria-command-name',
  'aria-input-field-name',
  'aria-toggle-field-name',
  'button-name',
  'document-title',
  'html-has-lang',
  'html-lang-valid',
  'image-alt',
  'input-button-name',
  'label',
  'label-content-name-mismatch',
  'link-name',
  'select-name',
  'svg-img-alt',
  'target-size',
  'valid-lang',
]

/** Who opens what; each page is the whole of what the role has there. */
async function pagesOf(): Promise<Record<string, string[]>> {
  const chair = await apiAs('chair.astana')
  const appeal = (await chair('GET', '/appeals?limit=1&category=sanatorium')).items[0]
  const member = (await chair('GET', '/members?limit=1')).items[0]
  // The quarter that is being handed in, or has just been closed.
  const quarter = (await chair('GET', '/reporting-periods?limit=2')).items[1]
  const report = (await chair('GET', `/reporting-periods/${quarter.key}/branch-reports`)).items[0]
  return {
    'chair.astana': [
      '/',
      '/appeals',
      '/appeals/new',
      '/appeals/batch',
      `/appeals/${appeal.id}`,
      `/appeals/${appeal.id}/edit`,
      '/effects',
      '/members',
      `/members/${member.id}`,
      '/directories',
      '/calendar',
      '/notifications',
      '/account',
    ],
    council: ['/reports?from=2021-01-01&to=2024-06-30&columns=year'],
    'council.head': [
      '/settings',
      '/quarters',
      `/quarters/${quarter.key}`,
      `/quarters/${quarter.key}/${report.id}`,
      ...['pictures', 'movement', 'ministry', 'membership', 'digests', 'printed', 'issued', 'print-settings'].map(
        (page) => `/reports/${page}`,
      ),
      '/check',
    ],
    admin: ['/users'],
    auditor: ['/audit'],
  }
}

/** A page that is turned lays itself out anew; what is still too wide after that is. */
async function overflow(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 })
  const fits = await page
    .waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, {
      timeout: 2000,
    })
    .then(() => true)
    .catch(() => false)
  return fits ? [] : [`${width} px: ${await page.evaluate(() => document.documentElement.scrollWidth)} px wide`]
}

describe('Every page', () => {
  for (const locale of ['ru', 'kk', 'en'] as const) {
    test(`in ${locale}: fits a desk and a phone, asks nobody else, and axe finds nothing in the light and in the dark`, async ({
      visit,
    }) => {
      const found: Record<string, string[]> = {}
      for (const [login, addresses] of Object.entries(await pagesOf())) {
        const person = await apiAs(login)
        await person('PATCH', '/auth/me', { locale })
        const { page, signIn, complaints } = await visit({ colorScheme: 'light', reducedMotion: 'reduce' })
        await signIn(login)
        for (const address of addresses) {
          await page.goto(address)
          await settled(page)
          const problems = await axe(page, (builder) =>
            locale === 'ru' ? builder.withTags(rules) : builder.withRules(words),
          )
          problems.push(...(await overflow(page, 390)), ...(await overflow(page, 1280)))
          if ((await page.getAttribute('html', 'lang')) !== locale) problems.push('another language')
          if (locale === 'ru') {
            await page.emulateMedia({ colorScheme: 'dark' })
            problems.push(
              ...(await axe(page, (builder) => builder.withRules(colours))).map((problem) => `dark: ${problem}`),
            )
            await page.emulateMedia({ colorScheme: 'light' })
          }
          if (problems.length > 0) found[`${login} ${address}`] = problems
        }
        if (complaints.length > 0) found[login] = complaints
        await person('PATCH', '/auth/me', { locale: 'ru' })
      }
      expect(found).toEqual({})
    })
  }

  test('the sign-in too', async ({ visit }) => {
    const { page, complaints } = await visit()
    await page.goto('/sign-in')
    await settled(page)
    const problems = [
      ...(await axe(page, (builder) => builder.withTags(rules))),
      ...(await overflow(page, 390)),
      ...complaints,
    ]
    expect(problems).toEqual([])
  })
})
