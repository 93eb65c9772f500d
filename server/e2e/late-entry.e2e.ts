import { describe, expect } from 'vitest'
import { axe, rules } from './axe.ts'
import { apiAs, test } from './browser.ts'

const roman = ['I', 'II', 'III', 'IV']

describe('A late entry', () => {
  test('is announced before it is saved, and shows what it changed in the closed quarter', async ({ visit }) => {
    const chair = await apiAs('chair.kostanay')
    const { items } = await chair('GET', '/closed-periods')
    const { key, to } = items[0] as { key: string; to: string }
    const name = `${roman[Number(key.slice(5)) - 1]} квартал ${key.slice(0, 4)}\u00a0г.`
    const day = `${to.slice(8)}.${to.slice(5, 7)}.${to.slice(0, 4)}`

    const { page, signIn, complaints } = await visit()
    await signIn('chair.kostanay')
    await page.keyboard.press('n')
    await page.getByRole('radio', { name: 'Анонимно' }).check()
    await page.getByRole('radio', { name: 'Оплата труда' }).check()
    await page.getByLabel('Суть одной строкой').fill('Нашли в журнале приёмной')
    const hint = page.getByRole('status').filter({ hasText: `${name} закрыт. Запись примут` })
    expect(await hint.count()).toBe(0)
    await page.getByRole('textbox', { name: /^Поступило/ }).fill(day)
    await hint.waitFor()
    expect(await axe(page, (builder) => builder.withTags(rules))).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axe(page, (builder) => builder.withRules(['color-contrast']))).toEqual([])
    await page.keyboard.press('Control+Enter')
    const number = await page.getByRole('heading', { level: 1, name: /^KOS-/ }).textContent()

    // What it changed stands below the figures that it does not change.
    await page.getByRole('link', { name: `${name} закрыт` }).click()
    await page.getByRole('heading', { name: 'Что изменилось с тех пор' }).waitFor()
    await page.getByRole('row', { name: `${number} обращение добавлено` }).waitFor()
    await page.getByRole('link', { name: number ?? '' }).click()

    await page.getByRole('button', { name: 'Внести эффект' }).click()
    const effect = page.getByRole('dialog', { name: 'Внести эффект' })
    await effect.getByRole('combobox', { name: 'Вид' }).click()
    await page.getByRole('option').first().click()
    await effect.getByLabel('Сумма').fill('40 000')
    await effect.getByRole('textbox', { name: /^Дата/ }).fill(day)
    await effect.getByText('Запись примут').waitFor()
    // What is only claimed is counted nowhere.
    await effect.getByRole('combobox', { name: 'Стадия' }).click()
    await page.getByRole('option', { name: 'Заявлено' }).click()
    await effect.getByText('Запись примут').waitFor({ state: 'hidden' })
    await effect.getByRole('button', { name: 'Отмена' }).click()

    await page.getByRole('button', { name: 'Аннулировать' }).click()
    const annulment = page.getByRole('dialog', { name: 'Аннулировать' })
    await annulment.getByText(`${name} закрыт. Закрытые цифры не изменятся`).waitFor()
    await annulment.getByLabel('Причина').fill('Записано дважды')
    await annulment.getByRole('button', { name: 'Аннулировать' }).click()
    await annulment.waitFor({ state: 'hidden' })
    expect(complaints).toEqual([])
  })
  test('is taken out by the accountant where they read it, and the keyboard stays on the page', async ({ visit }) => {
    const accountant = await apiAs('accountant')
    const { items } = await accountant('GET', '/closed-periods')
    const { from, to } = items[0] as { from: string; to: string }
    const { page, signIn, complaints } = await visit({ viewport: { width: 390, height: 800 } })
    await signIn('accountant')
    await page.goto(`/effects?occurredFrom=${from}&occurredTo=${to}&confirmed=false&stage=received`)
    const open = page.getByRole('button', { name: /^Аннулировать: / }).first()
    const name = await open.getAttribute('aria-label')
    await open.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Аннулировать запись' })
    await dialog.getByText('Закрытые цифры не изменятся').waitFor()
    const reason = dialog.getByLabel('Причина')
    await page.keyboard.press('Control+Enter')
    await dialog.getByText('Заполните это поле').waitFor()
    expect(await reason.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('Внесено дважды')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.locator('h1:focus').waitFor()
    expect(await page.getByRole('button', { name: name ?? '' }).count()).toBe(0)
    expect(complaints).toEqual([])
  })
})
