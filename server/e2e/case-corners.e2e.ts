import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { apiAs, settled, test } from './browser.ts'

const paper = (name: string, text: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`),
})

/** What the server would have answered to files, had it been asked. */
async function answering(page: Page, answer: 'lost' | number): Promise<() => Promise<void>> {
  const address = '**/attachments'
  await page.route(address, (route) =>
    route.request().method() !== 'POST'
      ? route.continue()
      : answer === 'lost'
        ? route.abort('connectionreset')
        : route.fulfill({ status: answer, contentType: 'text/html', body: '<h1>Too large</h1>' }),
  )
  return () => page.unroute(address)
}

test('a file that did not arrive waits on a phone, is not left by mistake, and is sent again', async ({ visit }) => {
  const officer = await apiAs('legal.officer')
  const [legalCase] = (await officer('GET', '/legal-cases?status=active&limit=1')).items
  const { page, context, signIn, complaints } = await visit({ viewport: { width: 390, height: 844 } })
  await signIn('legal.officer')
  await page.goto(`/cases/${legalCase.id}`)
  await settled(page)
  const card = page.getByRole('region', { name: 'Файлы' })
  const waiting = card.getByRole('list', { name: 'Отправка файлов' })
  const choose = (file: ReturnType<typeof paper>) => card.locator('input[type=file]').setInputFiles(file)
  const fault = (name: string) => waiting.getByRole('listitem').filter({ hasText: name }).getByRole('alert')

  const mark = String(Date.now())
  const heal = await answering(page, 'lost')
  await choose(paper('Справка.pdf', `${mark} 1`))
  await fault('Справка.pdf').getByText('Нет связи с сервером. Проверьте интернет и повторите.').waitFor()
  await page.getByRole('button', { name: 'Меню' }).click()
  await page.getByRole('link', { name: 'МедАдвокат', exact: true }).click()
  await page.getByText('Файлы ещё не дошли. Если уйти сейчас, они не приложатся.').waitFor()
  await page.getByRole('button', { name: 'Остаться' }).click()
  await heal()
  await waiting.getByRole('button', { name: 'Повторить' }).click()
  await card.getByRole('button', { name: 'Справка.pdf' }).first().waitFor()
  await waiting.waitFor({ state: 'detached' })

  await context.setOffline(true)
  await choose(paper('Письмо.pdf', `${mark} 2`))
  await fault('Письмо.pdf').waitFor()
  await waiting.getByRole('button', { name: 'Повторить' }).click()
  await fault('Письмо.pdf').getByText('Нет связи с сервером').waitFor()
  await context.setOffline(false)
  await waiting.getByRole('button', { name: 'Повторить' }).click()
  await card.getByRole('button', { name: 'Письмо.pdf' }).first().waitFor()

  // What would be refused again offers no second try, and is not forgotten when the next file is chosen.
  const open = await answering(page, 413)
  await choose(paper('Скан.pdf', `${mark} 3`))
  await fault('Скан.pdf').getByText('Файл больше 20 МБ. Разделите его или сохраните в меньшем размере.').waitFor()
  await open()
  await choose({ ...paper('Таблица.exe', mark), mimeType: 'application/octet-stream' })
  await fault('Таблица.exe').getByText('Такие файлы не принимаются.').waitFor()
  await choose({ ...paper('Снимок.pdf', mark), buffer: Buffer.from('MZ') })
  await fault('Снимок.pdf').getByText('Содержимое файла не соответствует его названию.').waitFor()
  expect(await waiting.getByRole('listitem').count()).toBe(3)
  expect(await waiting.getByRole('button', { name: 'Повторить' }).count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(complaints).toEqual([])
})

test('who cannot decide is told who does, and finds the parts of a case by their names', async ({ visit }) => {
  const auditor = await apiAs('auditor')
  const [undecided] = (await auditor('GET', '/legal-cases?status=screening&limit=1')).items
  const { items } = await auditor('GET', '/legal-cases?status=active&decision=fund&limit=20')
  const funded = items.find((one: { restricted: boolean }) => !one.restricted)
  const { page, signIn, complaints } = await visit()
  await signIn('auditor')
  await page.goto(`/cases/${undecided.id}`)
  await settled(page)
  await page.getByRole('heading', { name: 'Ждёт решения заведующего юридическим отделом' }).waitFor()
  expect(await page.getByText('Ниже: членство').count()).toBe(0)
  await page.goto(`/cases/${funded.id}`)
  await settled(page)
  for (const name of ['Адвокат и договор', 'Выделенные деньги', 'Акты', 'Платежи', 'Файлы'])
    await page.getByRole('region', { name }).first().waitFor()
  expect(complaints).toEqual([])
})

test('news leads to what it tells of, and a paper of one day is found by its code', async ({ visit }) => {
  const { page, signIn, complaints } = await visit()
  await signIn('council.head')
  await page.goto('/reports/membership?on=2026-06-30')
  await settled(page)
  await page.getByRole('button', { name: 'Зафиксировать' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Кому').fill('Министерство')
  await dialog.getByRole('button', { name: 'Зафиксировать' }).click()
  await page.getByRole('link', { name: 'К отправленным' }).click()
  await page.getByRole('heading', { name: 'Отправленные отчёты' }).waitFor()
  const row = page.getByRole('row', { name: /Численность.*30\.06\.2026.*Министерство/ })
  const code = await row.getByRole('code').textContent()
  await page.goto('/check')
  await page.getByLabel('Контрольный код').fill(code ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('definition').getByText('30 июня 2026 года', { exact: true }).waitFor()
  expect(complaints).toEqual([])
})
