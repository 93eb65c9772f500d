import { yearOf } from '@qorgan/shared/dates'
import { binWarnings, iinWarnings } from '@qorgan/shared/identifiers'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishedCells } from './cells.ts'
import { faultsOf } from './faults.fixture.ts'
import { type AppealRow, generated } from './rows.fixture.ts'

const TODAY = '2026-11-22'
const isPublished = ({ receivedOn }: AppealRow) => receivedOn <= '2024-06-30'

let data: ReturnType<typeof generated>
beforeAll(() => {
  data = generated(TODAY)
}, 60_000)

describe('the published figures', () => {
  it.each(publishedCells())(
    '$category in $period.key: $count appeals, $amount tenge',
    ({ category, period, count, amount }) => {
      const within = (day: string) => day >= period.from && day <= period.to
      const received = data.appeals.filter(
        (appeal) => appeal.category === category && within(appeal.receivedOn) && appeal.status !== 'annulled',
      )
      expect(received).toHaveLength(count)
      const effects = data.effects.filter(
        (effect) =>
          effect.category === category &&
          effect.stage === 'received' &&
          effect.voidedAt === null &&
          within(effect.occurredOn),
      )
      expect(effects.reduce((sum, effect) => sum + effect.amount, 0)).toBe(amount)
    },
  )

  it('hold appeals of primary organisations in 2021 only', () => {
    const years = data.appeals
      .filter((appeal) => isPublished(appeal) && appeal.level === 'primary_organisation')
      .map(({ receivedOn }) => yearOf(receivedOn))
    expect([...new Set(years)]).toEqual([2021])
  })

  it('come from one branch in three cases of ten', () => {
    const share = data.appeals.filter(({ number }) => number.startsWith('KAR-')).length / data.appeals.length
    expect(share).toBeGreaterThan(0.27)
    expect(share).toBeLessThan(0.33)
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

  it('belong to 267 primary organisations, each with an employer of its own name and a valid BIN', () => {
    expect(data.primaryOrganisations).toHaveLength(267)
    expect(new Set(data.primaryOrganisations.map(({ employerId }) => employerId)).size).toBe(267)
    expect(new Set(data.employers.map(({ nameRu }) => nameRu)).size).toBe(data.employers.length)
    expect(new Set(data.employers.map(({ bin }) => bin)).size).toBe(data.employers.length)
    expect(data.employers.flatMap(({ bin }) => binWarnings(bin))).toEqual([])
  })
})

describe.each(['2026-01-01', TODAY, '2027-12-31'])('loaded on %s', (today) => {
  let its: ReturnType<typeof generated>
  beforeAll(() => {
    its = today === TODAY ? data : generated(today)
  }, 60_000)

  it('every appeal could have been entered by people', () => {
    const effects = Map.groupBy(its.effects, ({ appealId }) => appealId)
    const events = Map.groupBy(its.appealEvents, ({ appealId }) => appealId)
    const { calendar } = its.reference
    const faults = its.appeals.flatMap((appeal) =>
      faultsOf({ appeal, effects: effects.get(appeal.id) ?? [], events: events.get(appeal.id) ?? [] }, calendar, today),
    )
    expect(faults).toEqual([])
  })

  it('numbers are gapless in each unit and year, in order of receipt, and go on from the last', () => {
    for (const [key, appeals] of Map.groupBy(its.appeals, ({ branchId, numberYear }) => `${branchId}:${numberYear}`)) {
      const inOrder = appeals.toSorted((a, b) => a.numberSeq - b.numberSeq)
      expect(inOrder.map(({ numberSeq }) => numberSeq)).toEqual(appeals.map((_, i) => i + 1))
      const days = inOrder.map(({ receivedOn }) => receivedOn)
      expect(days).toEqual(days.toSorted())
      expect(its.appealNumbers.find(({ unitId, year }) => `${unitId}:${year}` === key)?.lastNumber).toBe(appeals.length)
    }
  })

  it('the published part is the same, the recent one is in every state', () => {
    const told = ({ number, subject, description, applicantName, summary, dueOn, voucher, aid }: AppealRow) => [
      number,
      subject,
      description,
      applicantName,
      summary,
      dueOn,
      voucher,
      aid,
    ]
    expect(its.appeals.filter(isPublished).map(told)).toEqual(data.appeals.filter(isPublished).map(told))
    const recent = its.appeals.filter((appeal) => !isPublished(appeal))
    expect(recent.length).toBeGreaterThan(360)
    expect(recent.length).toBeLessThan(460)
    expect(new Set(recent.map(({ status }) => status)).size).toBe(5)
    const open = recent.filter(({ status }) => status === 'registered' || status === 'in_progress')
    expect(open.filter(({ dueOn }) => dueOn < today).length).toBeGreaterThan(8)
    expect(open.filter(({ dueOn }) => dueOn >= today).length).toBeGreaterThan(60)
  })

  it('each account of an organisation has appeals of its own', () => {
    const { council, branches } = its.reference
    for (const unit of [council, ...branches])
      expect(its.appeals.filter(({ branchId }) => branchId === unit.id).length).toBeGreaterThan(5)
    expect(its.users).toHaveLength(70)
    const posts = its.posts.filter(({ role }) => role === 'organisation_chair')
    expect(posts).toHaveLength(20)
    for (const post of posts) {
      expect(its.primaryOrganisations.find(({ id }) => id === post.primaryOrganisationId)?.branchId).toBe(post.unitId)
      expect(
        its.appeals.some(
          (appeal) =>
            appeal.level === 'primary_organisation' && appeal.primaryOrganisationId === post.primaryOrganisationId,
        ),
      ).toBe(true)
    }
  })
})
