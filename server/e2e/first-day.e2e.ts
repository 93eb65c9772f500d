import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { apiAs, digitsOf, test } from './browser.ts'

interface Published {
  appeals: {
    rows: { category: string; label_ru: string; cells: Record<string, [number, number]>; total: [number, number] }[]
    column_totals: Record<string, [number, number]>
    total: [number, number]
  }
}
const published = JSON.parse(
  readFileSync(new URL('../src/demonstration/data/congress-report.json', import.meta.url), 'utf8'),
) as Published
const periods = ['2021', '2022', '2023', '2024H1']

/** The first number of a cell is the count, the second the effect. */
async function readTable(page: Page): Promise<Map<string, [number, number][]>> {
  const rows = await page.getByRole('table').getByRole('row').all()
  const table = new Map<string, [number, number][]>()
  for (const row of rows.slice(1)) {
    const name = (await row.getByRole('rowheader').textContent()) ?? ''
    const cells: [number, number][] = []
    for (const cell of await row.getByRole('cell').all()) {
      const [count = '', effect = ''] = await cell.locator('> span').allTextContents()
      cells.push([digitsOf(count), digitsOf(effect)])
    }
    table.set(name.replaceAll(/\s+/g, ' ').trim(), cells)
  }
  return table
}

describe('The first day', () => {
  test('a branch chair logs an appeal by keyboard, answers it, enters its effect and a list of vouchers; the council sees all of it', async ({
    visit,
  }) => {
    const chairApi = await apiAs('chair.karaganda')
    const councilApi = await apiAs('council')
    const year = new Date().getFullYear()
    const thisYear = `/reports/appeals?from=${year}-01-01&to=${year}-12-31&columns=year`
    const before = await councilApi('GET', thisYear)
    const { items: members } = await chairApi('GET', '/members?limit=60&kind=employed')
    const people = members
      .filter((one: { patronymic: string | null; cardNumber: string | null }) => one.patronymic && one.cardNumber)
      .slice(0, 3)

    const { page, signIn, complaints } = await visit()
    await signIn('chair.karaganda')

    // One screen, by the keyboard alone: who, what about, in one line.
    await page.keyboard.press('n')
    const picker = page.getByLabel('Найти члена профсоюза')
    await picker.and(page.locator(':focus')).waitFor()
    await page.keyboard.type(people[0].cardNumber)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    const firstCategory = page.getByRole('radio', { name: 'Оплата труда' })
    await firstCategory.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Space')
    for (
      let field = 0;
      field < 12 && !(await page.getByLabel('Суть одной строкой').evaluate((one) => one === document.activeElement));
      field++
    )
      await page.keyboard.press('Tab')
    await page.keyboard.type('Не доплатили за ночные дежурства')
    await page.keyboard.press('Control+Enter')
    const number = await page.getByRole('heading', { level: 1, name: /^KAR-/ }).textContent()
    expect(number).toMatch(new RegExp(`^KAR-${year}-\\d{5}$`))

    // What it brought, then the answer.
    await page.getByRole('link', { name: 'Открыть обращение' }).click()
    await page.getByRole('button', { name: 'Внести эффект' }).first().click()
    const effect = page.getByRole('dialog', { name: 'Внести эффект' })
    await effect.getByRole('combobox', { name: 'Вид' }).click()
    await page.getByRole('option').first().click()
    await effect.getByLabel('Сумма').fill('125 000')
    await effect.getByLabel('Людей').fill('1')
    await effect.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Эффект внесён.').waitFor()
    await page.getByRole('button', { name: 'Ответить и закрыть' }).first().click()
    const answer = page.getByRole('dialog', { name: 'Ответить и закрыть' })
    await answer.getByRole('combobox', { name: 'Результат' }).click()
    await page.getByRole('option', { name: 'Удовлетворено', exact: true }).click()
    await answer.getByLabel('Что ответили').fill('Больница доплатила за четыре дежурства.')
    await answer.getByRole('button', { name: 'Ответить и закрыть' }).click()
    await answer.waitFor({ state: 'hidden' })
    await page.getByRole('main').getByText('Больница доплатила за четыре дежурства.').first().waitFor()

    // A list of vouchers, pasted from a sheet: name, price, what the member pays.
    await page.getByRole('link', { name: 'Ввод списком' }).click()
    await page.getByLabel('Суть одной строкой').fill('Путёвка в санаторий')
    await page.getByLabel('Санаторий').fill('Санаторий «Жосалы»')
    await page.getByRole('textbox', { name: 'Выдана' }).fill(`15.01.${year}`)
    await page.getByRole('textbox', { name: /^Поступило/ }).fill(`15.01.${year}`)
    const lines = people
      .map((one: Record<string, string>) =>
        [`${one['lastName']} ${one['firstName']} ${one['patronymic']}`, one['cardNumber'], '210 000', '63 000'].join(
          '\t',
        ),
      )
      .join('\n')
    await page.getByLabel('Вставьте строки из Excel').evaluate((field, text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, lines)
    await page.getByRole('table', { name: 'Люди списка' }).getByText('найден', { exact: true }).nth(2).waitFor()
    expect(
      digitsOf(
        await page
          .getByText(/^441.000/)
          .first()
          .textContent(),
      ),
    ).toBe(441_000)
    await page.getByRole('button', { name: 'Зарегистрировать список' }).click()
    await page.getByRole('heading', { level: 1, name: 'Список зарегистрирован' }).waitFor()

    await page.getByRole('banner').getByRole('button').last().click()
    await page.getByRole('button', { name: 'Выйти' }).click()
    await page.getByRole('heading', { level: 1, name: 'Вход' }).waitFor()

    // The council: the published table, every number, and the new records in their place.
    await page.getByLabel('Имя для входа').fill('council')
    await page.getByLabel(/^Пароль/).fill('demo-qorgan')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Что ждёт вас' }).waitFor()
    await page.getByRole('link', { name: 'Отчёт', exact: true }).click()
    await page.goto('/reports?from=2021-01-01&to=2024-06-30&columns=year')
    await page.getByRole('rowheader', { name: 'Итого' }).waitFor()
    const table = await readTable(page)
    for (const row of published.appeals.rows)
      expect(table.get(row.label_ru), row.label_ru).toEqual([...periods.map((period) => row.cells[period]), row.total])
    expect(table.get('Итого')).toEqual([
      ...periods.map((period) => published.appeals.column_totals[period]),
      published.appeals.total,
    ])

    await page.goto(`/reports?from=${year}-01-01&to=${year}-12-31&columns=year`)
    await page.getByRole('rowheader', { name: 'Итого' }).waitFor()
    const now = await readTable(page)
    const had = (category: string) =>
      before.rows.find(({ key }: { key: string }) => key === category).total as { count: number; effect: number }
    expect(now.get('По вопросам оплаты труда')?.[0]).toEqual([had('pay').count + 1, had('pay').effect + 125_000])
    expect(now.get('Санаторно-курортное обслуживание и отдых')?.[0]).toEqual([
      had('sanatorium').count + 3,
      had('sanatorium').effect + 3 * 147_000,
    ])
    expect(complaints).toEqual([])
  })
})
