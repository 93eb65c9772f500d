import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { choose, fillIn, typedDay } from './case-steps.ts'

// The way of a case, as each person goes their part of it.

export const summary = 'Не оплатили работу в выходные дни за сентябрь и октябрь.'
export const secret = 'Доверитель опасается давления: главный врач звонил его жене.'
export const ending = 'Суд взыскал оплату и пеню.'
const akt = { name: 'Акт А-77.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n% акт\n%%EOF\n') }

/** A branch asks the legal department to take its appeal; the page then names the case. */
export async function passOn(page: Page): Promise<string> {
  await fillIn(page, { button: 'Передать в МедАдвокат', send: 'Передать' }, async (dialog) => {
    await dialog.getByRole('radio', { name: 'Гражданское' }).check()
    await dialog.getByLabel('Суть').fill(summary)
  })
  return (await caseOfAppeal(page).textContent()) ?? ''
}
export const caseOfAppeal = (page: Page) => page.getByRole('main').getByRole('link', { name: /^MA-\d{4}-\d{5}$/ })

/** Membership, what the commission has done, and the term that runs because of it. */
export async function screen(page: Page, name: string): Promise<void> {
  const screening = page.getByRole('region', { name: 'Проверка' })
  await screening.getByText(name).waitFor()
  await screening.getByText(/^Член профсоюза с /).waitFor()
  const labour = { button: 'Отметить трудовой спор', title: 'Трудовой спор', send: 'Сохранить' }
  await fillIn(page, labour, async (dialog) => {
    await dialog.getByRole('radio', { name: 'Другой спор' }).check()
    await dialog.getByRole('radio', { name: 'Есть', exact: true }).check()
    await dialog.getByRole('textbox', { name: 'Узнал о нарушении' }).fill(typedDay(20))
  })
  await screening.getByRole('button', { name: 'Добавить срок' }).click()
  await screening.getByText('на контроле').waitFor()
  const terms = page.getByRole('region', { name: 'Сроки' })
  await terms.getByText('человек её не проверил').waitFor()
  await terms.getByRole('button', { name: 'Проверено' }).click()
  await terms.getByText(/^Проверил\(а\)/).waitFor()
}

/** Decides to fund and asks for the money, which another person gives. */
export async function fund(page: Page): Promise<void> {
  const decide = { button: 'Принять решение', title: 'Решение по делу', send: 'Записать решение' }
  await fillIn(page, decide, async (dialog) => {
    await dialog.getByRole('radio', { name: 'Финансировать' }).check()
    await dialog.getByLabel('Номер решения').fill('П-77')
  })
  await fillIn(page, { button: 'Запросить деньги', send: 'Запросить' }, async (dialog) => {
    await dialog.getByLabel('Сумма').fill('400 000')
    expect(await dialog.getByLabel('Номер решения').inputValue()).toBe('П-77')
  })
  await page.getByText('ждёт одобрения', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: 'Одобрить' }).count(), 'one’s own request').toBe(0)
}

/** In one window: who fits stands first, the check of conflicts, its question, the contract. */
export async function engage(page: Page, counsel: string): Promise<void> {
  await page.getByRole('button', { name: 'Выбрать адвоката' }).click()
  const dialog = page.getByRole('dialog', { name: 'Назначить адвоката' })
  const first = dialog.getByRole('radio').first()
  await first
    .and(dialog.getByRole('radio', { checked: true, name: /свой регион.*своя тема.*договор действует/ }))
    .waitFor()
  await dialog.getByRole('radio', { name: counsel }).check()
  await dialog.getByRole('button', { name: 'Проверить конфликт' }).click()
  await dialog.getByText('Совпадений не найдено.').waitFor()
  const question = dialog.getByRole('group', { name: 'Работает ли ответственный председатель' })
  await question.getByRole('radio', { name: 'Нет' }).check()
  // Nothing was found and the answer is no: the decision suggests itself.
  await dialog.getByRole('radio', { name: 'Конфликта нет', checked: true }).waitFor()
  await dialog.getByRole('button', { name: 'Решить и продолжить' }).click()
  await dialog.getByLabel('Номер договора').fill('Д-77')
  await dialog.getByLabel('Гонорар по договору').fill('300 000')
  await dialog.getByRole('button', { name: 'Заключить договор' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(/^Договор № Д-77 от /).waitFor()
}

export const writeNote = (page: Page) =>
  fillIn(page, { button: 'Написать', send: 'Сохранить' }, (dialog) => dialog.getByLabel('Текст').fill(secret))

/** Counsel’s own part: what the court said, the act with its sheet. */
export async function defend(page: Page): Promise<void> {
  await fillIn(page, { button: 'Добавить заседание', send: 'Сохранить' }, async (dialog) => {
    await dialog.getByRole('textbox', { name: 'День' }).fill(typedDay())
    // The first minute of the day is behind at any hour.
    await dialog.getByLabel('Время').fill('00:00')
    await dialog.getByRole('textbox', { name: 'Суд', exact: true }).fill('Казыбекбийский районный суд')
    await dialog.getByLabel('Что было').fill('Ответчик признал часть требований.')
    await dialog.getByLabel('Что дальше').fill('Ждать решения.')
  })
  const hearings = page.getByRole('region', { name: 'Заседания' })
  await hearings.getByText('Ответчик признал часть требований.').waitFor()
  await hearings.getByText('Ждать решения.').waitFor()
  await fillIn(page, { button: 'Внести акт', title: 'Акт выполненных работ', send: 'Внести' }, async (dialog) => {
    await dialog.getByLabel('Номер акта').fill('А-77')
    await dialog.getByLabel('Сумма акта').fill('300 000')
  })
  await page.getByText(/^ждёт приёмки/).waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Добавить файлы' }).click()
  await (await chooser).setFiles(akt)
  await page.getByRole('button', { name: `Скачать: ${akt.name}` }).waitFor()
}

/** A note opens when its reader says so, not before, and that stands in the list of openings. */
export async function readNote(page: Page, reader: string): Promise<void> {
  const open = page.getByRole('button', { name: 'Открыть (будет записано)' })
  await open.waitFor()
  expect(await page.getByText(secret).count()).toBe(0)
  await open.click()
  await page.getByText(secret).waitFor()
  await seeOpening(page, reader)
}

export async function seeOpening(page: Page, reader: string): Promise<void> {
  const notes = page.getByRole('region', { name: 'Закрытые заметки' })
  await notes.getByText('Кто открывал').click()
  await notes.getByRole('listitem').filter({ hasText: reader }).waitFor()
}

/** Pays the act, whose sum is there already, and finds the payment in the statement. */
export async function pay(page: Page, number: string, counsel: string): Promise<void> {
  const order = `ПП-${crypto.randomUUID().slice(0, 8)}`
  await fillIn(page, { button: 'Внести платёж' }, async (dialog) => {
    await expect.poll(() => dialog.getByLabel('Сумма').inputValue()).toMatch(/^300\s000$/)
    await dialog.getByLabel('Документ').fill(order)
  })
  await page.getByRole('link', { name: 'Платежи', exact: true }).click()
  const line = page.getByRole('table', { name: 'Платежи по датам' }).getByRole('row', { name: order })
  await line.getByRole('link', { name: number }).waitFor()
  await line.getByText(counsel).waitFor()
}

/** How it ended, and what it brought. */
export async function closeWon(page: Page): Promise<void> {
  await fillIn(page, { button: 'Закрыть дело' }, async (dialog) => {
    await choose(dialog, 'Исход', 'Выиграно')
    await dialog.getByLabel('Чем кончилось').fill(ending)
  })
  await fillIn(page, { button: 'Внести эффект', send: 'Сохранить' }, async (dialog) => {
    await dialog.getByRole('combobox', { name: 'Вид' }).click()
    await page.getByRole('option').first().click()
    await dialog.getByLabel('Сумма').fill('950 000')
  })
  await page.getByRole('heading', { name: 'Дело закрыто: выиграно' }).waitFor()
}
