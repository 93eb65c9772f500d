import { type Day, addDays } from '@qorgan/shared/dates'
import type { CaseAttention } from '@qorgan/shared/legal-cases'
import { type WorkingCalendar, isWorkingDay } from '@qorgan/shared/working-days'
import { type CaseTables, type WholeCase, moneyOf, netOf } from './case-rows.fixture.ts'

const dayOf = (instant: string): Day => new Date(Date.parse(instant) + 5 * 3_600_000).toISOString().slice(0, 10)

export interface Around {
  calendar: WorkingCalendar
  today: Day
  lawyers: ReadonlyMap<string, CaseTables['lawyers'][number]>
  /** Of each member. */
  branchIds: ReadonlyMap<string, string>
  appeal: { branchId: string; category: string; receivedOn: Day; restricted: boolean; employerId: string | null }
}

/** Every rule of MedAdvokat that a case breaks, in words: none, for cases that people could have led. */
export function faultsOfCase(its: WholeCase, around: Around): string[] {
  const faults = { ...faultsOfLife(its, around), ...faultsOfWork(its, around), ...faultsOfMoney(its) }
  return Object.entries(faults)
    .filter(([, isSo]) => isSo)
    .map(([fault]) => `${its.row.number}: ${fault}`)
}

function faultsOfLife({ row, content, memberIds, events }: WholeCase, { today, branchIds, appeal }: Around) {
  const { openedOn, decidedOn, closedOn, status, decision } = row
  const texts = [content.summary, content.opposingParty, content.closingSummary ?? ''].join(' ')
  return {
    'its appeal is of another unit, or not a legal one':
      appeal.branchId !== row.branchId || appeal.category !== 'legal',
    'it was opened before its appeal, or ahead': openedOn < appeal.receivedOn || openedOn > today,
    'it is restricted, its appeal is not': row.restricted !== appeal.restricted,
    'somebody in it is of another branch': memberIds.some((id) => branchIds.get(id) !== row.branchId),
    'it is about nobody': memberIds.length === 0,
    'decided before it was opened, or ahead': decidedOn !== null && (decidedOn < openedOn || decidedOn > today),
    'closed before it was decided, or ahead': closedOn !== null && (closedOn < decidedOn! || closedOn > today),
    'its status does not follow from its decision': (status === 'screening') !== (decision === null),
    'a text is not filled in': /[{}|]|undefined|NaN/.test(texts),
    'its log does not begin with the opening': events[0]?.kind !== 'opened' || events[0].onDate !== openedOn,
    'its log is not in order, or ahead': events.some(
      ({ at, onDate }, i) => onDate > today || (i > 0 && at < events[i - 1]!.at),
    ),
  }
}

function faultsOfWork({ row, hearings, contracts, checks, terms, allotments }: WholeCase, around: Around) {
  const { calendar, today, lawyers, appeal } = around
  const heldOn = hearings.filter(({ result }) => result !== null).map(({ startsAt }) => dayOf(startsAt))
  const checkOf = (id: string) => checks.find((check) => check.id === id)
  const isOpen = row.status !== 'closed'
  const first = allotments
    .filter(({ approvedAt }) => approvedAt !== null)
    .map(({ approvedAt }) => dayOf(approvedAt!))
    .toSorted()[0]
  return {
    'a hearing before it was opened, or on a day off': hearings.some(
      ({ startsAt }) => dayOf(startsAt) < row.openedOn || !isWorkingDay(calendar, dayOf(startsAt)),
    ),
    'a result of a hearing that is to come': heldOn.some((day) => day >= today),
    'closed before its last hearing':
      row.closedOn !== null && hearings.some(({ startsAt }) => dayOf(startsAt) >= row.closedOn!),
    'counsel without a cleared check of their own': contracts.some(({ conflictCheckId, lawyerId, contractDate }) => {
      const check = checkOf(conflictCheckId)
      return (
        check?.lawyerId !== lawyerId ||
        !['clear', 'waived'].includes(check.decision ?? '') ||
        dayOf(check.decidedAt!) > contractDate
      )
    }),
    'counsel of the other side': contracts.some(({ lawyerId }) =>
      lawyers.get(lawyerId)!.employerIds.includes(appeal.employerId ?? ''),
    ),
    'counsel who had left': contracts.some(({ lawyerId, contractDate }) => {
      const { active, contractUntil } = lawyers.get(lawyerId)!
      return (!active && (isOpen || contractDate > contractUntil)) || contractDate > contractUntil
    }),
    'a contract before there was money': contracts.some(
      ({ contractDate }) => first === undefined || contractDate < first,
    ),
    'active without counsel, or the other way round':
      row.decision === 'fund' &&
      (row.status === 'awaiting_lawyer') !== (isOpen && !contracts.some(({ endedOn }) => endedOn === null)),
    'a term by a rule and of its own': terms.some(({ ruleId, title }) => (ruleId === null) !== (title !== null)),
    'a term was met ahead': terms.some(({ doneOn }) => doneOn !== null && doneOn > today),
    'a term of a closed case still runs': !isOpen && terms.some(({ doneOn }) => doneOn === null),
  }
}

function faultsOfMoney(its: WholeCase) {
  const { row, allotments, contracts, acts, payments } = its
  const { allotted, committed, paid } = moneyOf(its)
  const living = payments.filter(({ voidedAt }) => voidedAt === null)
  const isClosed = row.status === 'closed'
  return {
    'more is promised than was allotted': committed > allotted,
    'more is paid than was promised': paid > committed,
    'something is left to pay after the end': isClosed && paid !== committed,
    'somebody approved what they asked for': allotments.some((it) => it.approvedBy === it.requestedBy),
    'somebody accepted the act that they entered': acts.some((it) => it.acceptedBy === it.enteredBy),
    'money of a case that is not funded': row.decision !== 'fund' && allotments.length + payments.length > 0,
    'counsel are paid above their fee': contracts.some(
      ({ id, fee }) => netOf(living.filter(({ assignmentId }) => assignmentId === id)) > fee,
    ),
    'the acts of a contract say more than its fee': contracts.some(
      ({ id, fee }) => acts.filter((act) => act.assignmentId === id).reduce((all, act) => all + act.amount, 0) > fee,
    ),
    'an act is paid above its sum, or before it was accepted': acts.some(({ id, amount, acceptedAt }) => {
      const byAct = living.filter(({ actId }) => actId === id)
      return netOf(byAct) > amount || byAct.some(({ paidOn }) => acceptedAt === null || dayOf(acceptedAt) > paidOn)
    }),
    'counsel are paid without an act, and not in advance': living.some(
      ({ assignmentId, actId, advance }) => assignmentId !== null && (actId === null) !== advance,
    ),
    'a payment is for two things, or for nothing': payments.some(
      ({ assignmentId, purpose }) => (assignmentId === null) === (purpose === null),
    ),
  }
}

/** What needs a person in a case, as the home page counts it. */
export function attentionOf(its: WholeCase, today: Day): CaseAttention[] {
  const { row, terms, hearings, checks, allotments, acts, payments } = its
  const { allotted, committed } = moneyOf(its)
  const running = terms.filter(({ doneOn }) => doneOn === null)
  const last = hearings.at(-1)
  const open: Partial<Record<CaseAttention, boolean>> = {
    term_missed: running.some(({ dueOn }) => dueOn < today),
    term_near: running.some(({ dueOn }) => dueOn >= today && dueOn <= addDays(today, 7)),
    term_unchecked: running.some(({ checkedAt }) => checkedAt === null),
    hearing_near: hearings.some(
      ({ startsAt, result }) => result === null && dayOf(startsAt) >= today && dayOf(startsAt) <= addDays(today, 7),
    ),
    no_next_step: last?.result != null && last.nextStep === null,
    no_counsel: row.status === 'awaiting_lawyer',
    conflict_undecided: checks.some(({ decision }) => decision === null),
    allotment_unapproved: allotments.some(({ approvedAt }) => approvedAt === null),
    money_near_limit: allotted > 0 && committed * 100 >= allotted * 80,
  }
  const always: Partial<Record<CaseAttention, boolean>> = {
    act_unaccepted: acts.some(({ acceptedAt }) => acceptedAt === null),
    act_unpaid: acts.some(
      ({ id, amount, acceptedAt }) =>
        acceptedAt !== null && netOf(payments.filter(({ actId }) => actId === id)) < amount,
    ),
  }
  const all = { ...(row.status === 'closed' ? {} : open), ...always }
  return (Object.keys(all) as CaseAttention[]).filter((what) => all[what])
}
