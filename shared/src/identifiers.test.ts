import { describe, expect, test } from 'vitest'
import { binWarnings, checkDigit, iinFacts, iinWarnings, makeIin, maskIin } from './identifiers.ts'

describe('the check digit', () => {
  test.each([
    ['00010150000', 1],
    ['00010150020', 6],
    ['00010150022', null],
    ['06121160001', 2],
  ])('%s -> %s', (body, digit) => {
    expect(checkDigit(body)).toBe(digit)
  })

  test('of all serials of one birthday about one in a hundred is never issued', () => {
    const bodies = Array.from({ length: 10_000 }, (_, i) => `0001015${String(i).padStart(4, '0')}`)
    const never = bodies.filter((body) => checkDigit(body) === null).length
    expect(never).toBeGreaterThan(60)
    expect(never).toBeLessThan(110)
  })
})

describe('an IIN', () => {
  test.each([
    ['000101500001', []],
    ['000101500206', []],
    ['061211600012', []],
    ['000101500002', ['iin.checkDigit']],
    ['000101500220', ['iin.checkDigit']],
    ['12345', ['iin.checkDigit']],
    // Public code keeps this one as a real exception: its seventh digit is 0.
    ['841006000754', ['iin.sex']],
  ])('%s warns of %j', (iin, warnings) => {
    expect(iinWarnings(iin)).toEqual(warnings)
  })

  test.each(['000230500', '010229500', '001301500', '000100500', '990431300'])(
    '%s… has an impossible date',
    (start) => {
      const body = `${start}00`
      expect(iinWarnings(`${body}${checkDigit(body) ?? 0}`)).toContain('iin.birthDate')
      expect(iinFacts(`${body}0`)).toBeNull()
    },
  )

  test('29 February of a leap year is a date', () => {
    expect(iinFacts('000229500000')).toEqual({ birthDate: '2000-02-29', sex: 'male' })
    expect(iinFacts('000229300000')).toBeNull()
  })

  test('is compared with what the record says', () => {
    expect(iinWarnings('000101500001', { birthDate: '2000-01-01', sex: 'male' })).toEqual([])
    expect(iinWarnings('000101500001', { birthDate: null, sex: undefined })).toEqual([])
    expect(iinWarnings('000101500001', { birthDate: '2000-01-02', sex: 'female' })).toEqual([
      'iin.birthDate',
      'iin.sex',
    ])
  })

  test.each([
    ['850615100000', '1885-06-15', 'male'],
    ['850615200000', '1885-06-15', 'female'],
    ['850615300000', '1985-06-15', 'male'],
    ['850615400000', '1985-06-15', 'female'],
    ['050615500000', '2005-06-15', 'male'],
    ['061211600012', '2006-12-11', 'female'],
  ])('%s tells %s, %s', (iin, birthDate, sex) => {
    expect(iinFacts(iin)).toEqual({ birthDate, sex })
  })

  test.each(['850615000000', '850615700000', '12345', ''])('%j tells nothing', (iin) => {
    expect(iinFacts(iin)).toBeNull()
  })

  test('is masked in lists', () => {
    expect(maskIin('000101500001')).toBe('0001****0001')
  })
})

describe('a synthetic IIN', () => {
  test('passes every check and tells what it was made of, or is not made', () => {
    let made = 0
    for (let serial = 0; serial < 10_000; serial += 7) {
      const iin = makeIin({ birthDate: '1987-11-30', sex: 'female', serial })
      if (iin === null) continue
      made++
      expect(iinWarnings(iin, { birthDate: '1987-11-30', sex: 'female' })).toEqual([])
      expect(iinFacts(iin)).toEqual({ birthDate: '1987-11-30', sex: 'female' })
    }
    expect(made).toBeGreaterThan(1350)
  })

  test('has the vectors’ digits', () => {
    const of = (serial: number) => makeIin({ birthDate: '2000-01-01', sex: 'male', serial })
    expect([of(0), of(20), of(22)]).toEqual(['000101500001', '000101500206', null])
    expect([of(-1), of(10_000), of(1.5)]).toEqual([null, null, null])
    expect(makeIin({ birthDate: '2100-01-01', sex: 'male', serial: 0 })).toBeNull()
  })
})

describe('a BIN', () => {
  test.each([
    ['240740000003', []],
    ['240740000408', []],
    ['240740000004', ['bin.checkDigit']],
    ['240740000410', ['bin.checkDigit']],
    // A real exception that public code keeps: it is warned about, and can be saved.
    ['000003319944', ['bin.checkDigit']],
    ['2407400000', ['bin.checkDigit']],
  ])('%s warns of %j', (bin, warnings) => {
    expect(binWarnings(bin)).toEqual(warnings)
  })
})
