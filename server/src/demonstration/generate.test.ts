import { addMonths, yearOf } from '@qorgan/shared/dates'
import { dueDate } from '@qorgan/shared/due-dates'
import { iinWarnings } from '@qorgan/shared/identifiers'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishedCells } from './cells.ts'
import { type DemonstrationTable, demonstrationParts } from './generate.ts'
import { referenceFromFiles } from './reference.fixture.ts'

const TODAY = '2026-11-22'
/** Rows as they go into the database, with what the tests look at. */
type Row = Record<string, any>

function generated(today: string) {
  const reference = referenceFromFiles()
  const iins: string[] = []
  const encryptIin = (iin: string) => {
    iins.push(iin)
    return { cipher: Buffer.from(iin), hash: Buffer.from(iin) }
  }
  const tables: Record<string, Row[]> = {}
  const members: Pick<Row, 'kind' | 'sex'>[] = []
  for (const { table, rows } of demonstrationParts(reference, { today, passwordHash: 'hash', encryptIin })) {
    if (table === 'members') members.push(...(rows as Row[]).map(({ kind, sex }) => ({ kind, sex })))
    else (tables[table] ??= []).push(...(rows as Row[]))
  }
  const of = (table: DemonstrationTable) => tables[table] ?? []
  return {
    ...{ reference, iins, members },
    ...{ appeals: of('appeals'), effects: of('effects'), appealEvents: of('appealEvents'), appealNumbers: of('appealNumbers') },
    ...{ posts: of('posts'), users: of('users'), primaryOrganisations: of('primaryOrganisations'), employers: of('employers') },
  }
}
const grouped = (rows: readonly Row[], key: (row: Row) => string) => Map.groupBy(rows, key)

let data: ReturnType<typeof generated>
beforeAll(() => {
  data = generated(TODAY)
}, 60_000)

const findings = (appeals: readonly Row[]) => ({
  published: appeals.filter(({ receivedOn }) => receivedOn <= '2024-06-30'),
  recent: appeals.filter(({ receivedOn }) => receivedOn > '2024-06-30'),
})

describe('the published figures', () => {
  it.each(publishedCells())('$category in $period.key is $count appeals and $amount tenge', ({ category, period, count, amount }) => {
    const within = (day: string) => day >= period.from && day <= period.to
    expect(data.appeals.filter((it) => it['category'] === category && within(it['receivedOn']) && it['status'] !== 'annulled')).toHaveLength(count)
    const received = data.effects.filter((it) => it['category'] === category && it['stage'] === 'received' && it['voidedAt'] === null && within(it['occurredOn']))
    expect(received.reduce((sum, it) => sum + it['amount'], 0)).toBe(amount)
  })

  it('counts primary organisations in 2021 and after June 2024 only', () => {
    const years = new Set(findings(data.appeals).published.filter(({ level }) => level === 'primary_organisation').map(({ receivedOn }) => yearOf(receivedOn)))
    expect([...years]).toEqual([2021])
  })

  it('keeps what an appeal of the report brought in its own period, day by day', () => {
    const byId = new Map(data.appeals.map((it) => [it['id'], it]))
    for (const effect of data.effects) {
      const appeal = byId.get(effect['appealId'])!
      expect(effect['occurredOn'] >= appeal['receivedOn']).toBe(true)
      expect(effect['occurredOn'] < TODAY).toBe(true)
      expect(effect).toMatchObject({ appealNumber: appeal['number'], level: appeal['level'], category: appeal['category'], branchId: appeal['branchId'] })
      if (effect['confirmedBy']) expect(effect['confirmedBy']).not.toBe(effect['enteredBy'])
    }
  })

  it('gives one branch about three in ten', () => {
    const inKaraganda = data.appeals.filter(({ number }) => number.startsWith('KAR-')).length / data.appeals.length
    expect(inKaraganda).toBeGreaterThan(0.27)
    expect(inKaraganda).toBeLessThan(0.33)
  })
})

describe('members', () => {
  it('are as many as the union counted, each with an IIN of their own that passes every check', () => {
    expect(data.members).toHaveLength(69_031)
    expect(data.members.filter(({ kind }) => kind === 'student')).toHaveLength(1944)
    expect(new Set(data.iins).size).toBe(69_031)
    expect(data.iins.every((iin) => iinWarnings(iin).length === 0)).toBe(true)
    expect(data.members.filter(({ sex }) => sex === 'female').length / data.members.length).toBeGreaterThan(0.8)
  })
  it('belong to 267 primary organisations with employers of valid and different BINs', () => {
    expect(data.primaryOrganisations).toHaveLength(267)
    expect(new Set(data.primaryOrganisations.map(({ employerId }) => employerId)).size).toBe(267)
    expect(new Set(data.employers.map(({ bin }) => bin)).size).toBe(data.employers.length)
    expect(new Set(data.employers.map(({ nameRu }) => nameRu)).size).toBe(data.employers.length)
  })
})

describe.each(['2026-01-01', TODAY, '2027-12-31'])('on %s', (today) => {
  const all = today === TODAY ? () => data : () => generated(today)
  it('every appeal fits the rules of the register', () => {
    const { appeals, appealNumbers, effects, appealEvents, reference, primaryOrganisations, posts, users } = all()
    const open = new Set(['registered', 'in_progress', 'suspended'])
    const eventsOf = grouped(appealEvents, ({ appealId }) => appealId)
    const effectsOf = grouped(effects, ({ appealId }) => appealId)

    for (const [key, rows] of grouped(appeals, ({ branchId, numberYear }) => `${branchId}:${numberYear}`)) {
      const inOrder = rows.toSorted((a, b) => a['numberSeq'] - b['numberSeq'])
      expect(inOrder.map(({ numberSeq }) => numberSeq)).toEqual(rows.map((_, i) => i + 1))
      expect(inOrder.map(({ receivedOn }) => receivedOn)).toEqual(inOrder.map(({ receivedOn }) => receivedOn).toSorted())
      expect(appealNumbers.find(({ unitId, year }) => `${unitId}:${year}` === key)?.['lastNumber']).toBe(rows.length)
    }

    for (const appeal of appeals) {
      const { id, status, receivedOn, resolvedOn, voucher, aid, dueOn } = appeal
      const its = eventsOf.get(id) ?? []
      const said = `${appeal['number']} ${status}`
      expect(yearOf(receivedOn), said).toBe(appeal['numberYear'])
      expect(receivedOn <= today, said).toBe(true)
      expect(its[0], said).toMatchObject({ kind: 'registered', onDate: receivedOn })
      expect(its.every(({ onDate }) => onDate >= receivedOn && onDate <= today), said).toBe(true)
      expect(its.map(({ at }) => at), said).toEqual(its.map(({ at }) => at).toSorted())
      expect(/[{}|]|undefined|null/.test(`${appeal['subject']} ${appeal['description'] ?? ''} ${appeal['summary'] ?? ''}`), `${said} ${appeal['subject']} ${appeal['description']}`).toBe(false)
      expect(status === 'resolved', said).toBe(resolvedOn !== null)
      if (resolvedOn) expect(resolvedOn >= receivedOn && resolvedOn <= today, said).toBe(true)
      const living = (effectsOf.get(id) ?? []).filter(({ voidedAt }) => voidedAt === null)
      if (status === 'resolved') expect(living.length > 0 || appeal['noEffectReason'] !== null, said).toBe(true)
      if (voucher && living[0]) expect(living[0], said).toMatchObject({ amount: voucher.fullPrice - voucher.memberPays, computed: true, occurredOn: living[0]['stage'] === 'received' ? (voucher.issuedOn ?? voucher.from) : living[0]['occurredOn'] })
      if (voucher) expect(voucher.memberPays >= 0 && voucher.to >= voucher.from, said).toBe(true)
      if (aid?.paid) expect(living[0], said).toMatchObject({ amount: aid.paid, occurredOn: aid.paidOn, computed: true })
      const dating = its.filter(({ kind }) => ['registered', 'extended', 'suspended', 'resumed', 'reopened'].includes(kind))
      if (open.has(status)) expect(dueDate({ calendar: reference.calendar, events: dating.map(({ kind, onDate, details }) => ({ ...details, kind, on: onDate })) }).dueOn, said).toBe(dueOn)
      for (const { kind, details, onDate } of its) if (kind === 'extended') expect(details.dueOn > details.from && details.dueOn <= addMonths(details.from, 2) && onDate <= details.from, said).toBe(true)
    }

    const { published, recent } = findings(appeals)
    const told = ({ number, subject, description, applicantName, summary, dueOn, voucher, aid }: Row) => [number, subject, description, applicantName, summary, dueOn, voucher, aid]
    expect(published.map(told)).toEqual(findings(data.appeals).published.map(told))
    expect(recent.length).toBeGreaterThan(360)
    expect(recent.length).toBeLessThan(460)
    expect(new Set(recent.map(({ status }) => status))).toEqual(new Set(['registered', 'in_progress', 'suspended', 'resolved', 'annulled']))
    expect(recent.filter(({ status, dueOn }) => (status === 'registered' || status === 'in_progress') && dueOn < today).length).toBeGreaterThan(8)
    expect(recent.filter(({ status, dueOn }) => status === 'in_progress' && dueOn >= today && dueOn <= addMonths(today, 1)).length).toBeGreaterThan(20)
    for (const unit of [reference.council, ...reference.branches]) expect(appeals.filter(({ branchId }) => branchId === unit.id).length).toBeGreaterThan(5)

    expect(users).toHaveLength(70)
    const ofOrganisations = posts.filter(({ role }) => role === 'organisation_chair')
    expect(ofOrganisations).toHaveLength(20)
    for (const { primaryOrganisationId, unitId } of ofOrganisations) {
      expect(primaryOrganisations.find(({ id }) => id === primaryOrganisationId)?.['branchId']).toBe(unitId)
      expect(appeals.some((it) => it['level'] === 'primary_organisation' && it['primaryOrganisationId'] === primaryOrganisationId)).toBe(true)
    }
  }, 60_000)
})
