import { branchPlaces } from './data/places.ts'
import { seededRandom } from './random.ts'
import type { Reference, Unit } from './reference.ts'

/** What stands on the desks now: a situation, and how many appeals are in it. */
const everywhere: Record<string, number> = {
  ownRegistered: 4,
  registered: 8,
  inProgress: 14,
  dueSoon: 18,
  overdue: 16,
  extended: 9,
  suspended: 11,
  resumed: 5,
  toCouncil: 8,
  fromOrganisation: 7,
  acceptedByCouncil: 9,
  raised: 6,
  rejected: 3,
  consultation: 18,
  paid: 34,
  answered: 18,
  expectedLater: 10,
  claimedOrAgreed: 13,
  unconfirmed: 14,
  reopened: 4,
  annulled: 6,
  repeat: 12,
  collective: 8,
  outsider: 8,
  anonymous: 4,
  restricted: 3,
  urgent: 5,
  forwarded: 5,
  onWeb: 2,
}
/** Lists of vouchers and of aid, each of several people. */
const lists: Record<string, number> = { voucherList: 2, aidList: 1, voucherAhead: 2, voucherReturned: 2 }
/** In each branch, so that no desk is empty. */
const inEachBranch = ['registered', 'inProgress', 'ownInProgress', 'ownResolved']
/** What the council does not do: a transfer to itself, and appeals of organisations. */
const onlyInBranches = new Set([
  'toCouncil',
  'fromOrganisation',
  'acceptedByCouncil',
  'raised',
  'rejected',
  'ownRegistered',
])

/** Which unit has which situations. Two of one kind go to two units as long as there are others. */
export function recentPlan({ council, branches }: Reference): Map<Unit, string[]> {
  const random = seededRandom('recent')
  const plan = new Map<Unit, string[]>([council, ...branches].map((unit) => [unit, []]))
  for (const unit of branches) plan.get(unit)!.push(...inEachBranch)
  for (const [situation, howMany] of Object.entries({ ...everywhere, ...lists }))
    for (let i = 0; i < howMany; i++) {
      const units = onlyInBranches.has(situation) ? branches : [council, ...branches]
      const share = (unit: Unit) => (unit === council ? 7 : Math.min(12, branchPlaces[unit.code]?.appeals ?? 3))
      // Everyone who looks into the demonstration looks at the largest branch first: it has one of each.
      const unit =
        i === 0 && onlyInBranches.has(situation)
          ? (branches.find(({ code }) => code === 'karaganda') ?? random.pick(branches))
          : random.weighted(units, share)
      plan.get(unit)!.push(situation)
    }
  return plan
}
