import { getAppeal, registerAppeal } from '@qorgan/shared/appeals'
import { listAppealEffects } from '@qorgan/shared/effects'
import { expect } from 'vitest'
import { beginStays } from '../../src/appeals/begin-stays.ts'
import { aBranch, aUser } from '../factories.ts'
import { test } from '../harness.ts'

test('a voucher is agreed until the stay begins, and received from that day, once', async ({ db, as, clock }) => {
  const chair = await aUser(db, 'branch_chair', await aBranch(db))
  const { body } = await as(chair).call(registerAppeal, {
    body: {
      receivedOn: '2026-11-20',
      channel: 'written',
      category: 'sanatorium',
      subject: 'Путёвка',
      applicant: { anonymous: true },
      voucher: {
        place: 'Ок-Жетпес',
        from: '2026-12-01',
        to: '2026-12-10',
        fullPrice: 200_000,
        memberPays: 50_000,
        people: 1,
      },
    },
  })
  expect(body.effect).toMatchObject({ agreed: 150_000, received: 0 })
  expect(await beginStays(db, '2026-11-30')).toBe(0)
  clock.set('2026-12-01')
  expect(await Promise.all([beginStays(db, '2026-12-01'), beginStays(db, '2026-12-01')]).then(([a, b]) => a + b)).toBe(
    1,
  )
  expect((await as(chair).call(getAppeal, { params: { id: body.id } })).body.effect).toEqual({
    received: 150_000,
    agreed: 0,
    claimed: 0,
    people: 1,
  })
  const ledger = await as(chair).call(listAppealEffects, { params: { id: body.id } })
  expect(ledger.body.items.map(({ stage, occurredOn, voidedAt }) => [stage, occurredOn, voidedAt === null])).toEqual([
    ['agreed', '2026-11-20', false],
    ['received', '2026-12-01', true],
  ])
})
