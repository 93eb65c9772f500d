import { type Day, addDays, yearOf } from '@qorgan/shared/dates'
import { newId } from '../../platform/ids.ts'
import type { Account } from '../accounts.ts'
import { type PanelEntry, panel } from '../data/panel.ts'
import type { Organisation } from '../employers.ts'
import { aPhone } from '../members.ts'
import { fullName, personName } from '../names.ts'
import { type Random, seededRandom } from '../random.ts'
import type { Unit } from '../reference.ts'
import type { Matter } from './matter.ts'

/** One of the panel, as cases know them. */
export interface Counsel extends PanelEntry {
  id: string
  fullName: string
  account: Account | null
  phone: string
  licenceNumber: string | null
  active: boolean
  contractUntil: Day
  employerIds: string[]
}

export function makePanel(accounts: readonly Account[], organisations: readonly Organisation[], today: Day): Counsel[] {
  const random = seededRandom('panel')
  return panel.map((entry) => {
    const name = personName(
      random,
      random.chance(0.4) ? 'female' : 'male',
      random.int(1968, 1990),
      entry.languages[0] === 'kk' ? 0.95 : 0.6,
    )
    const account = accounts.find(({ login }) => login === entry.login) ?? null
    const left = entry.until === '2024-03-29'
    const largest = organisations
      .filter(({ unit }) => unit.code === entry.advises)
      .toSorted((a, b) => b.size - a.size)[0]
    return {
      ...entry,
      id: newId(),
      fullName: account?.fullName ?? fullName(name),
      account,
      phone: aPhone(random),
      licenceNumber: entry.kind === 'advocate' ? String(random.int(1_000_000, 9_999_999)).padStart(8, '0') : null,
      active: !left,
      contractUntil: left ? '2024-03-29' : entry.until === 'expired' ? addDays(today, -40) : `${yearOf(today)}-12-31`,
      employerIds: largest ? [largest.employer.id] : [],
    }
  })
}

/** Those whose contract was about to end were given no new cases. */
const lastTaken = { expired: '2025-06-01', '2024-03-29': '2023-07-01' }

/** Who of the panel takes a case: of the region and good at it. An expert is nobody's counsel, nor is who advises an employer. */
export function counselFor(
  random: Random,
  counsels: readonly Counsel[],
  { unit, matter, on, not }: { unit: Unit; matter: Matter; on: Day; not?: Counsel | undefined },
): Counsel {
  const free = counsels.filter(
    (it) => it !== not && it.kind !== 'expert' && !it.advises && (!it.until || on < lastTaken[it.until]),
  )
  const near = free.filter(({ regions }) => regions.includes(unit.regionCode))
  const fit = near.filter(({ specialisations }) => specialisations.includes(matter.needs))
  return random.pick([fit, near, free].find((among) => among.length > 0) ?? [])
}

export const counselRows = (counsels: readonly Counsel[]): object[] =>
  counsels.map((it, i) => ({
    id: it.id,
    fullName: it.fullName,
    kind: it.kind,
    licenceNumber: it.licenceNumber,
    specialisations: it.specialisations,
    regions: it.regions,
    languages: it.languages,
    phone: it.phone,
    email: `counsel${i + 1}@example.org`,
    userId: it.account?.id ?? null,
    active: it.active,
    contractUntil: it.contractUntil,
    employerIds: it.employerIds,
  }))
