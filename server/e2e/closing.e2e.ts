import { readFile } from 'node:fs/promises'
import type { Day } from '@qorgan/shared/dates'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { apiAs, settled, test } from './browser.ts'

type Api = Awaited<ReturnType<typeof apiAs>>
interface Report {
  id: string
  branchId: string | null
  status: string
  sha256: string | null
  version: number
}

/** The quarter that is over and not closed, and the one after it. */
async function quarters(council: Api): Promise<{ last: { key: string; to: Day }; running: { key: string } }> {
  const { items } = await council('GET', '/reporting-periods?limit=2')
  const [running, last] = items
  expect(last).toMatchObject({ status: 'open' })
  return { last, running }
}

/** Everybody but one unit hands in, and is accepted by another person: the road of that unit is walked in the browser. */
async function acceptTheRest(key: string, but: string): Promise<void> {
  const [council, head] = [await apiAs('council'), await apiAs('council.head')]
  const { items } = await council('GET', `/reporting-periods/${key}/branch-reports?limit=50`)
  for (const report of items as Report[]) {
    if (report.branchId === but || report.status === 'accepted') continue
    const act = (who: Api, action: string, { id, version }: Report, body: unknown): Promise<Report> =>
      who('POST', `/branch-reports/${id}/${action}`, body, { 'if-match': `"${version}"` })
    const [sends, accepts] = report.branchId ? [head, council] : [council, head]
    const reason = report.branchId ? 'Председатель в отпуске.' : null
    const sent = report.status === 'submitted' ? report : await act(sends, 'submit', report, { reason })
    await act(report.status === 'submitted' ? council : accepts, 'accept', sent, { sha256: sent.sha256 })
  }
}

const toast = (page: Page, words: string | RegExp) => page.getByRole('alert').filter({ hasText: words }).waitFor()

async function openQuarter(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Кварталы', exact: true }).first().click()
  await page.getByRole('table', { name: 'Кварталы' }).getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await settled(page)
}

async function submit(page: Page, analysis: string): Promise<void> {
  await page.getByLabel('Анализ причин').fill(analysis)
  await page.getByRole('button', { name: 'Сдать отчёт' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Сдать отчёт' }).click()
  await toast(page, 'Отчёт сдан.')
}

/** A file that the page gives out: its name and its first bytes. */
async function download(page: Page, start: () => Promise<void>): Promise<{ name: string; begins: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), start()])
  return { name: file.suggestedFilename(), begins: (await readFile(await file.path())).toString('latin1', 0, 5) }
}

describe('A quarter', () => {
  test(
    'goes from the chair over a return to the council, is closed for good and printed',
    { timeout: 180_000 },
    async ({ visit }) => {
      const api = await apiAs('council')
      const { last, running } = await quarters(api)
      const name = (await api('GET', `/reporting-periods/${last.key}`)).label.ru
      const branch = (await api('GET', '/branches?limit=100')).items.find(
        ({ code }: { code: string }) => code === 'mangystau',
      )
      const unit = branch.name.ru
      await acceptTheRest(last.key, branch.id)

      const chair = await visit()
      await chair.signIn('chair.mangystau')
      const bell = chair.page.getByRole('link', { name: /уведомлени/i }).first()
      await bell.click()
      await settled(chair.page)
      await openQuarter(chair.page, name)
      await submit(chair.page, 'Обращались по вопросам оплаты труда.')

      const council = await visit()
      await council.signIn('council')
      await openQuarter(council.page, name)
      // What waits for the council stands first.
      const first = council.page.getByRole('table', { name: 'Отчёты подразделений' }).getByRole('rowheader').first()
      expect(await first.textContent()).toBe(unit)
      await first.getByRole('link').click()
      await council.page.getByRole('button', { name: 'Вернуть с замечанием' }).click()
      await council.page.getByRole('dialog').getByLabel('Что исправить').fill('Назовите работодателей.')
      await council.page.keyboard.press('Control+Enter')
      await toast(council.page, 'Отчёт возвращён')

      // The list was read a moment ago, and has what came since.
      await bell.click()
      await chair.page.getByRole('link', { name: /верн/i }).first().click()
      await chair.page.getByText('Назовите работодателей.').waitFor()
      await submit(chair.page, 'Обращались по вопросам оплаты труда из областной больницы.')

      await council.page.reload()
      await council.page.getByText('из областной больницы').waitFor()
      await council.page.getByRole('button', { name: 'Принять' }).click()
      await toast(council.page, 'Отчёт принят')

      const head = await visit({ acceptDownloads: true })
      await head.signIn('council.head')
      await openQuarter(head.page, name)
      await head.page.getByRole('button', { name: 'Закрыть квартал' }).click()
      await head.page.getByRole('dialog').getByText('Приняты отчёты всех подразделений').waitFor()
      await head.page.keyboard.press('Enter')
      await toast(head.page, `Закрыт: ${name}`)
      const { sha256 } = await api('GET', `/reporting-periods/${last.key}`)
      const hash = head.page.locator('code', { hasText: sha256.match(/.{8}/g).join(' ') })
      await hash.waitFor()

      const paper = await download(head.page, async () => {
        await head.page.getByRole('button', { name: 'Скачать для печати' }).click()
        await head.page.getByRole('menuitem', { name: 'PDF на подпись: Қазақша' }).click()
      })
      expect(paper).toEqual({ name: expect.stringMatching(/\.pdf$/), begins: '%PDF-' })

      // What comes late changes no figure of it: it is a difference there, and a correction in the quarter that runs.
      const late = await apiAs('chair.mangystau')
      const member = (await late('GET', '/members?limit=1&kind=employed')).items[0]
      const appeal = await late('POST', '/appeals', {
        receivedOn: last.to,
        channel: 'in_person',
        category: 'pay',
        subject: 'Не оплатили сверхурочную работу',
        applicant: { memberId: member.id },
      })
      await head.page.reload()
      await head.page.getByRole('region', { name: 'Что изменилось с тех пор' }).getByText(appeal.number).waitFor()
      await hash.waitFor()
      await openQuarter(chair.page, (await api('GET', `/reporting-periods/${running.key}`)).label.ru)
      await chair.page.getByText('Исправления закрытых кварталов').waitFor()
      await chair.page.getByRole('listitem').filter({ hasText: name }).getByText('обращений +1').waitFor()

      expect([chair, council, head].flatMap(({ complaints }) => complaints)).toEqual([])
    },
  )
})
