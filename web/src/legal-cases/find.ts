import { listLegalCases, lookUpAppeal } from '@qorgan/shared/legal-cases'
import { api } from '../platform/api.ts'

/** A record by its number, as on paper. */
export async function findAppeal(number: string) {
  return (await api(lookUpAppeal, { body: { number } })).items[0] ?? null
}
export async function findCase(number: string) {
  const { items } = await api(listLegalCases, { query: { q: number, limit: 5 } })
  return items.find((one) => one.number === number) ?? null
}
