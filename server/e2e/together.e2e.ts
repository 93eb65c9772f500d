import { describe, expect } from 'vitest'
import { apiAs, test } from './browser.ts'

/** An appeal with one unconfirmed effect, entered by the branch's chair. */
async function anAppealWithEffect() {
  const chair = await apiAs('chair.pavlodar')
  const today = new Date().toISOString().slice(0, 10)
  const appeal = await chair('POST', '/appeals', {
    receivedOn: `${today.slice(0, 4)}-01-12`,
    channel: 'written',
    category: 'pay',
    subject: 'Задержали зарплату за декабрь',
    applicant: { fullName: 'Ким Ольга Викторовна', isMember: false },
  })
  const effect = await chair('POST', `/appeals/${appeal.id}/effects`, {
    kind: 'recovered',
    stage: 'received',
    amount: 84_000,
    people: 1,
    occurredOn: `${today.slice(0, 4)}-01-15`,
  })
  return { chair, appeal, effect }
}

describe('Two people', () => {
  test('one enters an effect and can’t confirm it, the other can', async ({ visit }) => {
    const { appeal } = await anAppealWithEffect()
    const author = await visit()
    await author.signIn('chair.pavlodar')
    await author.page.goto(`/appeals/${appeal.id}`)
    await author.page.getByText('ждёт подтверждения').waitFor()
    expect(await author.page.getByRole('button', { name: 'Подтвердить' }).count()).toBe(0)

    const second = await visit()
    await second.signIn('specialist.pavlodar')
    await second.page.goto(`/appeals/${appeal.id}`)
    await second.page.getByRole('button', { name: 'Подтвердить' }).click()
    await second.page.getByText(/подтвердил: /).waitFor()

    await author.page.reload()
    await author.page.getByText(/подтвердил: /).waitFor()
    expect([...author.complaints, ...second.complaints]).toEqual([])
  })

  test('one answers while the other has changed the appeal: the text stays, and the page says what changed', async ({
    visit,
  }) => {
    const { chair, appeal } = await anAppealWithEffect()
    const { page, signIn, complaints } = await visit()
    await signIn('specialist.pavlodar')
    await page.goto(`/appeals/${appeal.id}`)
    await page.getByRole('button', { name: 'Ответить и закрыть' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Ответить и закрыть' })
    await dialog.getByRole('combobox', { name: 'Результат' }).click()
    await page.getByRole('option', { name: 'Удовлетворено', exact: true }).click()
    await dialog.getByLabel('Что ответили').fill('Зарплату выплатили 15 января.')

    await chair(
      'PATCH',
      `/appeals/${appeal.id}`,
      { subject: 'Задержали зарплату за декабрь и аванс' },
      { 'if-match': `"${appeal.version}"` },
    )

    await dialog.getByRole('button', { name: 'Ответить и закрыть' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByRole('alert').textContent()).toContain('Задержали зарплату за декабрь и аванс')
    expect(await dialog.getByLabel('Что ответили').inputValue()).toBe('Зарплату выплатили 15 января.')
    await dialog.getByRole('button', { name: 'Ответить и закрыть' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('main').getByText('Зарплату выплатили 15 января.').first().waitFor()
    expect(complaints).toEqual([])
  })
})
