import { newId } from '../platform/ids.ts'
import { branchPlaces } from './data/places.ts'
import type { Organisation } from './employers.ts'
import { fullName, personName } from './names.ts'
import { seededRandom } from './random.ts'
import type { Reference, Unit } from './reference.ts'

export interface Account {
  id: string
  login: string
  fullName: string
}
/** Who works in a unit; in the council the head and the specialists of its office. */
export interface Staff {
  chair: Account
  specialist: Account
  accountant: Account
  organisation: { chair: Account; of: Organisation } | null
}
interface Post {
  account: Account
  role: string
  unit: Unit
  organisationId: string | null
}

/** Since the elections before the first appeals of the report. */
const IN_OFFICE_SINCE = '2020-01-13'

export function makeAccounts({ council, branches }: Reference, organisations: readonly Organisation[]) {
  const random = seededRandom('accounts')
  const accounts: Account[] = []
  const posts: Post[] = []
  const open = (login: string, ...its: Omit<Post, 'account'>[]): Account => {
    const kazakh = Math.min(0.9, 0.5 + (branchPlaces[its[0]?.unit.code ?? '']?.kazakh ?? 0.3) * 0.5)
    const name = personName(random, random.chance(0.75) ? 'female' : 'male', random.int(1965, 1992), kazakh)
    const account = { id: newId(), login, fullName: fullName(name) }
    accounts.push(account)
    for (const post of its) posts.push({ account, ...post })
    return account
  }
  const inCouncil = (role: string) => ({ role, unit: council, organisationId: null })
  open('admin', inCouncil('administrator'))
  const office: Staff = {
    specialist: open('council', inCouncil('council_specialist')),
    chair: open('council.head', inCouncil('council_head')),
    accountant: open('accountant', inCouncil('accountant')),
    organisation: null,
  }
  open('legal.head', inCouncil('legal_head'))
  open('legal.officer', inCouncil('legal_officer'))
  open('auditor', inCouncil('auditor'))
  open('lawyer.1', inCouncil('lawyer'))
  open('lawyer.2', inCouncil('lawyer'))
  const joint = branches.filter(({ code }) => code === 'karaganda' || code === 'ulytau')
  open('chair.joint', ...joint.map((unit) => ({ role: 'branch_chair', unit, organisationId: null })))
  const staff = new Map<string, Staff>([[council.code, office]])
  for (const unit of branches) {
    // The largest one that is not a college: it has appeals of its own in every year of its level.
    const of = organisations
      .filter((it) => it.unit === unit && !it.teachesStudents)
      .toSorted((a, b) => b.size - a.size)[0]!
    staff.set(unit.code, {
      chair: open(`chair.${unit.code}`, { role: 'branch_chair', unit, organisationId: null }),
      specialist: open(`specialist.${unit.code}`, { role: 'branch_specialist', unit, organisationId: null }),
      accountant: office.accountant,
      organisation: {
        chair: open(`organisation.${unit.code}`, { role: 'organisation_chair', unit, organisationId: of.id }),
        of,
      },
    })
  }
  return { accounts, posts, staff }
}

export const userRows = (accounts: readonly Account[], passwordHash: string): object[] =>
  accounts.map((account) => ({ ...account, passwordHash, locale: 'ru', demonstration: true }))
export const postRows = (posts: readonly Post[]): object[] =>
  posts.map(({ account, role, unit, organisationId }) => ({
    id: newId(),
    userId: account.id,
    role,
    unitId: unit.id,
    primaryOrganisationId: organisationId,
    fromOn: IN_OFFICE_SINCE,
  }))
