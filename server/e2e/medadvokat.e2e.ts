import { describe, expect } from 'vitest'
import { axe, rules } from './axe.ts'
import { apiAs, settled, test } from './browser.ts'
import {
  caseOfAppeal,
  closeWon,
  defend,
  ending,
  engage,
  fund,
  passOn,
  pay,
  readNote,
  screen,
  secret,
  seeOpening,
  summary,
  writeNote,
} from './case-path.ts'
import { casesInReport, lookAgain, openCase, openFromHome, readReport, typedDay } from './case-steps.ts'

const today = typedDay().split('.').toReversed().join('-')
const unit = 'Карагандинский областной филиал'

type Api = Awaited<ReturnType<typeof apiAs>>

/** A member of the branch whom MedAdvokat has not met, so that the report has one person more. */
async function aMember(head: Api) {
  const chair = await apiAs('chair.karaganda')
  const { items } = await chair('GET', '/members?limit=20&kind=employed')
  for (const member of items)
    if (member.joinedOn !== null && (await head('GET', `/legal-cases?memberId=${member.id}`)).items.length === 0)
      return { chair, member }
  throw new Error('everybody has a case')
}

/** An appeal that the branch's chair has just registered. */
async function anAppeal(head: Api) {
  const { chair, member } = await aMember(head)
  const appeal = await chair('POST', '/appeals', {
    receivedOn: today,
    channel: 'written',
    category: 'pay',
    subject: 'Не оплатили работу в выходные дни',
    applicant: { memberId: member.id },
  })
  return { appeal, name: `${member.lastName} ${member.firstName}` }
}

/** The counsel whose account it is. */
async function counselOf(login: string, head: Api): Promise<{ id: string; fullName: string }> {
  const { id } = await (await apiAs(login))('GET', '/auth/me')
  const { items } = await head('GET', '/lawyers?limit=100')
  return items.find((one: { userId: string | null }) => one.userId === id)
}

/** Numbers of the cases that have these counsel, and the id of one that has not. */
async function casesOf(lawyerId: string, head: Api) {
  const { items: theirs } = await head('GET', `/legal-cases?lawyerId=${lawyerId}&limit=100`)
  const own: string[] = theirs.map(({ number }: { number: string }) => number)
  const { items: all } = await head('GET', '/legal-cases?limit=100')
  return { own, foreign: all.find(({ number }: { number: string }) => !own.includes(number)).id as string }
}

describe('MedAdvokat', () => {
  const longest = { timeout: 300_000 }
  test('an appeal becomes a case that is screened, funded, defended, paid for and won', longest, async ({ visit }) => {
    const api = await apiAs('legal.head')
    const { appeal, name } = await anAppeal(api)
    const counsel = await counselOf('lawyer.1', api)

    const chair = await visit()
    await chair.signIn('chair.karaganda')
    await chair.page.goto(`/appeals/${appeal.id}`)
    const number = await passOn(chair.page)

    const head = await visit()
    await head.signIn('legal.head')
    const before = await readReport(head.page, unit)
    await head.page.getByRole('link', { name: 'Главная', exact: true }).click()
    await openFromHome(head.page, 'Дела на проверке', number)
    await screen(head.page, name)
    await fund(head.page)

    const council = await visit()
    await council.signIn('council.head')
    await openFromHome(council.page, 'Деньги на одобрение', number)
    await council.page.getByRole('button', { name: 'Одобрить' }).first().click()
    await council.page.getByText(/^одобрил: /).waitFor()

    await lookAgain(head.page, number)
    await engage(head.page, counsel.fullName)
    await writeNote(head.page)

    // Counsel see their own cases and no other, by whatever address.
    const lawyer = await visit()
    await lawyer.signIn('lawyer.1')
    await openCase(lawyer.page, number)
    await defend(lawyer.page)
    await readNote(lawyer.page, counsel.fullName)
    const { own, foreign } = await casesOf(counsel.id, api)
    await lawyer.page.getByRole('link', { name: 'МедАдвокат', exact: true }).click()
    const listed = lawyer.page.getByRole('table', { name: 'Список дел' }).getByRole('link', { name: /^MA-/ })
    await listed.first().waitFor()
    for (const one of await listed.allTextContents()) expect(own).toContain(one)
    await lawyer.page.goto(`/cases/${foreign}`)
    await lawyer.page.getByText('Такой страницы нет').waitFor()

    await lookAgain(head.page, number)
    await seeOpening(head.page, counsel.fullName)
    await head.page.getByRole('button', { name: 'Принять акт' }).click()
    await head.page.getByText(/^принял: /).waitFor()

    const accountant = await visit()
    await accountant.signIn('accountant')
    await openFromHome(accountant.page, 'Акты не оплачены', number)
    await pay(accountant.page, number, counsel.fullName)

    await lookAgain(head.page, number)
    await closeWon(head.page)
    const after = await readReport(head.page, unit)
    // People, cases, closed ones; allotted, committed, paid.
    const more = [1, 1, 1, 400_000, 300_000, 300_000]
    const plus = (figures: number[]) => figures.map((figure, i) => figure + (more[i] ?? 0))
    expect(after).toEqual({
      union: plus(before.union),
      unit: plus(before.unit),
      civil: (before.civil ?? 0) + 1,
      won: (before.won ?? 0) + 1,
      effect: (before.effect ?? 0) + 950_000,
    })
    await casesInReport(head.page, unit).click()
    await head.page.getByRole('table', { name: 'Список дел' }).getByRole('link', { name: number }).waitFor()

    // The branch is told who defended and how it ended, not what it was about.
    await chair.page.reload()
    await caseOfAppeal(chair.page).click()
    const told = chair.page.getByRole('main')
    await told.getByRole('heading', { name: 'Исход: выиграно' }).waitFor()
    await told.getByText(counsel.fullName).waitFor()
    for (const words of [summary, ending, secret, name]) expect(await told.textContent()).not.toContain(words)

    const everybody = [chair, head, council, lawyer, accountant]
    expect(everybody.flatMap(({ complaints }) => complaints)).toEqual([])
  })

  test('a restricted case shows its pseudonym to the council', async ({ visit }) => {
    const head = await apiAs('legal.head')
    const { member } = await aMember(head)
    const made = await head('POST', '/legal-cases', {
      kind: 'criminal',
      summary,
      openedOn: today,
      restricted: true,
      readerIds: [],
      members: [{ memberId: member.id, role: 'suspect' }],
    })
    const { page, signIn, complaints } = await visit()
    await signIn('council')
    await openCase(page, made.number)
    await page
      .getByRole('region', { name: 'Люди' })
      .getByText(`MA-${made.number.slice(-5)}/1`)
      .waitFor()
    const shown = await page.getByRole('main').textContent()
    for (const word of [member.lastName, summary]) expect(shown).not.toContain(word)
    expect(complaints).toEqual([])
  })

  test('axe finds nothing on its pages', async ({ visit }) => {
    const head = await apiAs('legal.head')
    const active = (await head('GET', '/legal-cases?status=active&sort=openedOn&limit=1')).items[0]
    const { page, signIn, complaints } = await visit({ reducedMotion: 'reduce' })
    await signIn('legal.head')
    const found: Record<string, string[]> = {}
    const project = (from: string, to: string) => `${from}=2021-11-01&${to}=2024-09-30`
    for (const address of [
      '/cases',
      `/cases/${active.id}`,
      '/lawyers',
      `/payments?${project('paidFrom', 'paidTo')}`,
      '/case-calendar',
      `/reports/medadvokat?${project('from', 'to')}`,
    ]) {
      await page.goto(address)
      await settled(page)
      const problems = await axe(page, (builder) => builder.withTags(rules))
      if (problems.length > 0) found[address] = problems
    }
    expect([found, complaints]).toEqual([{}, []])
  })
})
