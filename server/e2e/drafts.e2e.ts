import { describe, expect } from 'vitest'
import { apiAs, test } from './browser.ts'

const subject = () => `Не выдали спецодежду, ${crypto.randomUUID().slice(0, 8)}`

describe('What is being written', () => {
  test('survives a reload, and is sent once however often it is sent', async ({ visit }) => {
    const text = subject()
    const { page, signIn, complaints } = await visit()
    await signIn('specialist.kostanay')
    await page.keyboard.press('n')
    await page.getByRole('radio', { name: 'Другой человек' }).check()
    await page.getByLabel('ФИО').fill('Серікбаева Гүлнар Қанатқызы')
    await page.getByRole('radio', { name: 'Охрана труда' }).check()
    await page.getByLabel('Суть одной строкой').fill(text)
    await page.getByLabel('Подробности').fill('Куртки и перчатки обещали в октябре.')
    // The draft follows the typing a moment later; the page says so by offering to begin anew.
    await page.waitForFunction(
      (words) => Object.values(sessionStorage).some((kept) => kept.includes(words)),
      'перчатки обещали в октябре.',
    )
    await page.reload()
    await page.getByText('Восстановлен черновик.').waitFor()
    expect(await page.getByLabel('ФИО').inputValue()).toBe('Серікбаева Гүлнар Қанатқызы')
    expect(await page.getByLabel('Суть одной строкой').inputValue()).toBe(text)
    expect(await page.getByLabel('Подробности').inputValue()).toBe('Куртки и перчатки обещали в октябре.')
    expect(await page.getByRole('radio', { name: 'Охрана труда' }).isChecked()).toBe(true)

    // The first answer is lost on its way; the person presses again, and again.
    let lost = 0
    await page.route('**/api/v1/appeals', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort('connectionreset')
    })
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').first().waitFor()
    await page.getByRole('button', { name: 'Зарегистрировать', exact: true }).dblclick()
    await page.getByRole('heading', { level: 1, name: /^KOS-/ }).waitFor()

    const specialist = await apiAs('specialist.kostanay')
    const { items } = await specialist('GET', `/appeals?q=${encodeURIComponent(text.slice(-8))}`)
    expect(items).toHaveLength(1)
    expect(lost).toBe(1)
    expect(complaints).toEqual([])
  })
})
