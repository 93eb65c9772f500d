import { type RunningServer, signIn } from './running-server.ts'

const PEOPLE = 40
const APPEALS_EACH = 10

export interface Crowd {
  appeals: number
  errors: string[]
  gaps: number
  seconds: number
  slowestMs: number
}

/** Forty specialists of one branch, each signed in, register appeals at the same moment; their numbers have to be a run without a gap. */
export async function measureCrowd(server: RunningServer): Promise<Crowd> {
  const admin = await signIn(server.url, 'admin', 'demo-qorgan')
  const { items: branches } = await admin.call<{ items: { id: string; code: string }[] }>('GET', '/branches')
  const branchId = branches.find(({ code }) => code === 'karaganda')?.id
  const suffix = Date.now().toString(36)
  const logins = Array.from({ length: PEOPLE }, (_, index) => `crowd.${suffix}.${index}`)
  for (const login of logins) {
    await admin.call('POST', '/users', {
      login,
      fullName: `Специалист ${login}`,
      password: `password-of-${login}`,
      posts: [{ role: 'branch_specialist', branchId, from: '2020-01-01' }],
    })
  }
  const people = []
  for (const login of logins) people.push(await signIn(server.url, login, `password-of-${login}`))

  const errors: string[] = []
  const numbers: string[] = []
  const times: number[] = []
  const started = performance.now()
  await Promise.all(
    people.map(async ({ call }, person) => {
      for (let index = 0; index < APPEALS_EACH; index++) {
        const sent = performance.now()
        const body = {
          receivedOn: '2026-03-02',
          channel: 'in_person',
          category: 'pay',
          subject: `Доплата за вредные условия, ${person}-${index}`,
          applicant: { fullName: 'Сериков Асхат Болатович', isMember: false },
        }
        await call<{ number: string }>('POST', '/appeals', body).then(
          ({ number }) => numbers.push(number),
          (error: unknown) => errors.push(String(error)),
        )
        times.push(performance.now() - sent)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  const sequence = numbers.map((number) => Number(number.split('-').at(-1))).toSorted((a, b) => a - b)
  const gaps = sequence.filter((number, index) => index > 0 && number !== (sequence[index - 1] ?? 0) + 1).length
  return { appeals: numbers.length, errors, gaps, seconds, slowestMs: Math.max(...times) }
}
