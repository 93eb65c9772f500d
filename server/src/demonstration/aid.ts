import type { Day } from '@qorgan/shared/dates'
import { newId } from '../platform/ids.ts'
import { type Draft, enterEffect, note, resolve } from './draft.ts'
import type { Organisation } from './employers.ts'
import type { Random } from './random.ts'
import { type Setting, aChannel, aMember, aTopic, anOrganisation, confirmer, open, soonAfter } from './setting.ts'
import { type TopicTexts, doneWords } from './texts.ts'

/** One list of aid, or one person's: the same sum for all on it. */
export interface AidList {
  people: number
  texts: TopicTexts
  weight: number
}

/** How heavy a need is beside the others, by topic. */
const need: Record<number, number> = {
  1: 3,
  2: 3.5,
  3: 2,
  4: 1,
  5: 2.5,
  6: 1,
  7: 1.2,
  8: 1.6,
  9: 0.8,
  10: 0.7,
  11: 0.6,
}

export function planAid(random: Random, people: number): AidList {
  const texts = aTopic(random, 'material_aid', ({ batch }) => people === 1 || batch === true)
  return {
    people,
    texts,
    weight: (need[texts.topic] ?? 1) * (people === 1 ? 0.7 + random.next() * 0.9 : 0.9 + random.next() * 0.2),
  }
}

interface Given {
  list: AidList
  amount: number
  receivedOn: Day
  level: Draft['level']
  last: Day
  organisation?: Organisation
  isConfirmed: boolean
}

export function payAid(
  setting: Setting,
  { list, amount, receivedOn, level, last, organisation: given, isConfirmed }: Given,
): Draft[] {
  const { random, staff } = setting
  const isList = list.people > 1
  const organisation = given ?? anOrganisation(setting)
  const decidedOn = soonAfter(setting, receivedOn, random.int(1, 5), last)
  const paidOn = soonAfter(setting, decidedOn, random.int(1, 4), last)
  const confirmedOn = soonAfter(setting, paidOn, random.int(1, 4), setting.today)
  const decisionNumber = `${random.int(1, 48)}`
  const paymentDocument = `платёжное поручение № ${random.int(20, 1900)}`
  const fundedBy = setting.isCouncil ? 'council' : level === 'primary_organisation' ? 'primary_organisation' : 'branch'
  const batchId = isList ? newId() : null
  const channel = isList ? 'written' : aChannel(setting)
  const requested = random.chance(0.6) || isList ? amount : Math.ceil((amount * (1.2 + random.next())) / 5000) * 5000
  const taken = new Set<string>()
  return Array.from({ length: list.people }, () => {
    const person = aMember(setting, receivedOn, organisation, ({ id }) => !taken.has(id))
    taken.add(person.id)
    const draft = open(setting, {
      category: 'material_aid',
      texts: list.texts,
      receivedOn,
      level,
      channel,
      person,
      withDescription: !isList && random.chance(0.7),
    })
    draft.aid = {
      requested,
      granted: amount,
      decisionNumber,
      decidedOn,
      paid: amount,
      paidOn,
      paymentDocument,
      fundedBy,
    }
    draft.batchId = batchId
    note(draft, 'registered', receivedOn, draft.registeredBy)
    enterEffect(draft, {
      kind: 'material_aid',
      stage: 'received',
      amount,
      people: 1,
      occurredOn: paidOn,
      document: paymentDocument,
      computed: true,
      enteredBy: draft.registeredBy,
      enteredOn: paidOn,
      confirmed: isConfirmed ? { by: confirmer(setting, draft.registeredBy), on: confirmedOn } : null,
    })
    const by = draft.registeredBy === staff.organisation?.chair ? draft.registeredBy : staff.specialist
    const summary = doneWords(random, list.texts, draft.language, { employer: '' })
    resolve(draft, by, {
      outcome: requested > amount ? 'partly_satisfied' : 'satisfied',
      summary,
      on: paidOn,
      noEffectReason: null,
    })
    return draft
  })
}
