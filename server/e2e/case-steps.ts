import type { Locator, Page } from 'playwright-core'
import { digitsOf, settled } from './browser.ts'

/** A day as it is typed, so many days before today in Kazakhstan. */
export const typedDay = (ago = 0) =>
  new Date(Date.now() - ago * 86_400_000).toLocaleDateString('ru-RU', {
    timeZone: 'Asia/Almaty',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })

/** Opens a window, fills it in and sends it; it closes when the server has agreed. */
export async function fillIn(
  page: Page,
  { button, title = button, send = button }: { button: string; title?: string; send?: string },
  fill: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: title })
  await fill(dialog)
  await dialog.getByRole('button', { name: send, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** A list of choices that opens beneath its field. */
export async function choose(within: Locator, field: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: field }).click()
  await within.page().getByRole('option', { name: option, exact: true }).click()
}

/** By the rail to the list of cases, and by its number to the case. */
export async function openCase(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: 'МедАдвокат', exact: true }).click()
  await page.getByRole('table', { name: 'Список дел' }).getByRole('link', { name: number }).click()
  await atCase(page, number)
}

/** From what waits on the home page to the list of it, and to the case. */
export async function openFromHome(page: Page, bucket: string, number: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: bucket }).click()
  await page.getByRole('table', { name: 'Список дел' }).getByRole('link', { name: number }).click()
  await atCase(page, number)
}

/** The page of the case as it is now, whatever others have done meanwhile. */
export async function lookAgain(page: Page, number: string): Promise<void> {
  await page.reload()
  await atCase(page, number)
}

async function atCase(page: Page, number: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: number }).waitFor()
  await settled(page)
}

/** What the report says of the union and of one unit since the project began, and how many civil cases were won. */
export async function readReport(page: Page, unit: string) {
  await page.getByRole('link', { name: 'Отчёт МедАдвоката' }).click()
  await page.getByRole('button', { name: 'С начала проекта' }).click()
  await settled(page)
  const figures = async (table: Locator, row: string | RegExp) => {
    const cells = table.getByRole('row', { name: row }).getByRole('cell')
    await cells.first().waitFor()
    return (await cells.allTextContents()).map(digitsOf)
  }
  const rowsOf = (name: string) => page.getByRole('table', { name })
  const units = unitsInReport(page)
  return {
    union: await figures(units, /^Итого/),
    unit: await figures(units, unit),
    civil: (await figures(rowsOf('Дела по видам'), /^Гражданское/))[0],
    won: (await figures(rowsOf('Чем закончились'), /^Выиграно \d/))[0],
    effect: (await figures(rowsOf('Деньги'), /^Принесли дела/))[0],
  }
}

const unitsInReport = (page: Page) => page.getByRole('region', { name: 'По подразделениям' })

/** The number of a unit's cases, which opens their list; the people stand before it. */
export const casesInReport = (page: Page, unit: string) =>
  unitsInReport(page).getByRole('row', { name: unit }).getByRole('link').nth(1)
