import type { Voucher } from '@qorgan/shared/support'
import { type Day, addDays } from '@qorgan/shared/dates'
import { newId } from '../platform/ids.ts'
import type { Sanatorium } from './data/sanatoriums.ts'
import { type Draft, enterEffect, note, resolve } from './draft.ts'
import type { Organisation } from './employers.ts'
import type { Random } from './random.ts'
import { type Setting, aChannel, aMember, aTopic, anOrganisation, confirmer, open, soonAfter } from './setting.ts'
import { type TopicTexts, doneWords, sanatoriumsFor } from './texts.ts'

/** One list of vouchers, or one voucher: the same place, dates and price for all on it. */
export interface VoucherList {
  people: number
  texts: TopicTexts
  place: Sanatorium
  days: number
  /** Persons on each voucher, the applicant or children. */
  each: number
  children: number
  weight: number
}

/** A plan without its prices: the discount is shared out over the whole cell afterwards. */
export function planVouchers(random: Random, people: number): VoucherList {
  const texts = aTopic(random, 'sanatorium', ({ topic }) => topic !== 7 && (people === 1 || topic !== 2))
  const place = random.pick(sanatoriumsFor(texts))
  const days = random.pick(place.days)
  const isFamily = texts.topic === 2
  const each = isFamily ? random.int(2, 3) : 1
  const children = texts.children ? 1 : isFamily ? each - 1 : 0
  const rate = random.pick([0.2, 0.25, 0.3, 0.3, 0.4])
  return { people, texts, place, days, each, children, weight: place.perDay * days * rate * (isFamily ? 1.5 : 1) }
}

/** The whole price of a voucher on which a discount leaves something to pay. */
function fullPrice({ place, days, each }: VoucherList, discount: number): number {
  const usual = place.perDay * days * each
  return discount <= usual * 0.7 ? usual : Math.ceil(discount / 0.5 / 1000) * 1000
}

interface Given {
  list: VoucherList
  discount: number
  receivedOn: Day
  level: Draft['level']
  /** No voucher is issued later. */
  last: Day
  organisation?: Organisation
  isConfirmed: boolean
}

/** The appeals of one list: received, granted and issued to everybody on it on the same days. */
export function issueVouchers(
  setting: Setting,
  { list, discount, receivedOn, level, last, organisation: given, isConfirmed }: Given,
): Draft[] {
  const { random, staff } = setting
  const isList = list.people > 1
  const organisation = given ?? anOrganisation(setting)
  const issuedOn = soonAfter(setting, receivedOn, random.int(isList ? 2 : 0, 6), last)
  const from = addDays(issuedOn, random.int(4, 30))
  const batchId = isList ? newId() : null
  const price = fullPrice(list, discount)
  const firstNumber = random.int(1000, 98_000)
  const fundedBy = setting.isCouncil
    ? 'council'
    : level === 'primary_organisation'
      ? 'primary_organisation'
      : random.chance(0.8)
        ? 'branch'
        : 'council'
  const channel = isList ? 'written' : aChannel(setting)
  const confirmedOn = soonAfter(setting, issuedOn, random.int(1, 4), setting.today)
  const taken = new Set<string>()
  const place = { ru: list.place.ru, kk: list.place.kk }
  return Array.from({ length: list.people }, (_, i) => {
    const person = aMember(setting, receivedOn, organisation, ({ id }) => !taken.has(id))
    taken.add(person.id)
    const draft = open(setting, {
      category: 'sanatorium',
      texts: list.texts,
      receivedOn,
      level,
      channel,
      person,
      withDescription: !isList && random.chance(0.5),
      fillings: (language) => ({ place: place[language], days: list.days }),
    })
    const voucher: Voucher = {
      number: `№ ${String(firstNumber + i).padStart(6, '0')}`,
      place: list.place.ru,
      issuedOn,
      from,
      to: addDays(from, list.days - 1),
      fullPrice: price,
      memberPays: price - discount,
      people: list.each,
      children: list.children,
      fundedBy,
      returnedOn: null,
      returnReason: null,
    }
    draft.voucher = voucher
    draft.batchId = batchId
    note(draft, 'registered', receivedOn, draft.registeredBy)
    enterEffect(draft, {
      kind: 'voucher_discount',
      stage: 'received',
      amount: discount,
      people: list.each,
      occurredOn: issuedOn,
      document: voucher.number ?? null,
      computed: true,
      enteredBy: draft.registeredBy,
      enteredOn: issuedOn,
      confirmed: isConfirmed ? { by: confirmer(setting, draft.registeredBy), on: confirmedOn } : null,
    })
    const by = draft.registeredBy === staff.organisation?.chair ? draft.registeredBy : staff.specialist
    const summary = doneWords(random, list.texts, draft.language, { employer: '', place: place[draft.language] })
    resolve(draft, by, { outcome: 'satisfied', summary, on: issuedOn, noEffectReason: null })
    return draft
  })
}
