import { expect } from 'vitest'
import { apiAs, settled, test } from './browser.ts'

test('a reminder that came a moment ago is in the list as in its heading', async ({ visit }) => {
  const { page, signIn, complaints } = await visit()
  await signIn('chair.joint')
  const bell = page.getByRole('link', { name: /уведомлени/i }).first()
  await bell.click()
  await settled(page)
  const all = page.getByRole('button', { name: 'Отметить все прочитанными' })
  if (await all.count()) await all.click()
  await page.getByText('Всё прочитано').waitFor()
  await page.getByRole('link', { name: 'Главная' }).click()
  await settled(page)

  const council = await apiAs('council')
  const chair = await apiAs('chair.joint')
  const { items } = await chair('GET', '/notifications')
  const reminded = items.find(({ kind }: { kind: string }) => kind === 'branchReport.reminded')
  await council('POST', `/branch-reports/${reminded.entityId}/remind`, {})
  await bell.click()
  await page.getByText('1 непрочитанное уведомление').waitFor()
  await page.getByText('новое', { exact: true }).waitFor({ timeout: 5000 })
  expect(complaints).toEqual([])
})
