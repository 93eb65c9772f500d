import { type Day, addMonths, yearOf } from '@qorgan/shared/dates'
import { type DueEvent, dueDate } from '@qorgan/shared/due-dates'
import type { WorkingCalendar } from '@qorgan/shared/working-days'
import type { AppealRow, EffectRow, EventRow } from './rows.fixture.ts'

interface Story {
  appeal: AppealRow
  effects: readonly EffectRow[]
  events: readonly EventRow[]
}

const isSorted = (texts: readonly string[]) => texts.every((text, i) => i === 0 || texts[i - 1]! <= text)
const dating = new Set(['registered', 'extended', 'suspended', 'resumed', 'reopened'])

/** Every rule of the register that an appeal breaks, in words: none, for data that people could have entered. */
export function faultsOf({ appeal, effects, events }: Story, calendar: WorkingCalendar, today: Day): string[] {
  const { status, receivedOn, resolvedOn, subject, description, summary } = appeal
  const living = effects.filter(({ voidedAt }) => voidedAt === null)
  const extensions = events
    .filter(({ kind }) => kind === 'extended')
    .map(({ details, onDate }) => ({ from: String(details['from']), dueOn: String(details['dueOn']), onDate }))
  const log = events
    .filter(({ kind }) => dating.has(kind))
    .map(({ kind, onDate, details }) => ({ ...details, kind, on: onDate }) as DueEvent)
  const faults: Record<string, boolean> = {
    'numbered in another year': yearOf(receivedOn) !== appeal.numberYear,
    'received in the future': receivedOn > today,
    'its log does not begin with the registration': events[0]?.kind !== 'registered' || events[0].onDate !== receivedOn,
    'an entry of the log lies before the receipt or ahead': events.some(
      ({ onDate }) => onDate < receivedOn || onDate > today,
    ),
    'its log is not in order': !isSorted(events.map(({ at }) => at)),
    'a text is not filled in': /[{}|]|undefined|null|NaN/.test(`${subject} ${description ?? ''} ${summary ?? ''}`),
    'resolved without a day, or the other way round': (status === 'resolved') !== (resolvedOn !== null),
    'resolved before receipt or ahead': resolvedOn !== null && (resolvedOn < receivedOn || resolvedOn > today),
    'resolved without effect or reason': status === 'resolved' && living.length === 0 && appeal.noEffectReason === null,
    'its due date does not follow from its log': dueDate({ calendar, events: log }).dueOn !== appeal.dueOn,
    'extended by more than two months, or too late': extensions.some(
      (it) => it.dueOn <= it.from || it.dueOn > addMonths(it.from, 2) || it.onDate > it.from,
    ),
    'an effect is counted elsewhere': effects.some(
      (it) =>
        it.appealNumber !== appeal.number ||
        it.branchId !== appeal.branchId ||
        it.level !== appeal.level ||
        it.category !== appeal.category,
    ),
    'an effect occurred before receipt, or not yet': effects.some(
      ({ occurredOn }) => occurredOn < receivedOn || occurredOn >= today,
    ),
    'somebody confirmed what they entered': effects.some(({ confirmedBy, enteredBy }) => confirmedBy === enteredBy),
    'a voucher’s effect is not its discount': isOtherVoucher(appeal, living),
    'aid’s effect is not what was paid': isOtherAid(appeal, living),
  }
  return Object.keys(faults)
    .filter((fault) => faults[fault])
    .map((fault) => `${appeal.number} ${subject}: ${fault}`)
}

function isOtherVoucher({ voucher, receivedOn }: AppealRow, [effect, ...more]: readonly EffectRow[]): boolean {
  if (!voucher) return false
  if (voucher.returnedOn) return effect !== undefined
  const { fullPrice, memberPays, from, to, issuedOn, number } = voucher
  if (!effect || more.length > 0 || !effect.computed || memberPays < 0 || !from || !to || to < from) return true
  const occurredOn = effect.stage === 'received' ? (issuedOn ?? from) : receivedOn
  return effect.amount !== fullPrice - memberPays || effect.occurredOn !== occurredOn || effect.document !== number
}
function isOtherAid({ aid }: AppealRow, [effect, ...more]: readonly EffectRow[]): boolean {
  if (!aid?.paid) return false
  return (
    !effect ||
    more.length > 0 ||
    !effect.computed ||
    effect.amount !== aid.paid ||
    effect.occurredOn !== aid.paidOn ||
    effect.document !== aid.paymentDocument
  )
}
