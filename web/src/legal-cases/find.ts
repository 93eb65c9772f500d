import { listAppeals } from '@qorgan/shared/appeals'
import { listLegalCases } from '@qorgan/shared/legal-cases'
import { api } from '../platform/api.ts'

/** A record by its number, as on paper. */
export async function findAppeal(number: string) {
  const { items } = await api(listAppeals, { query: { q: number, limit: 5 } })
  return items.find((one) => one.number === number) ?? null
}
export async function findCase(number: string) {
  const { items } = await api(listLegalCases, { query: { q: number, limit: 5 } })
  return items.find((one) => one.number === number) ?? null
}
