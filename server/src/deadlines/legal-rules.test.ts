import { describe, expect, test } from 'vitest'
import { createDeadlineRule } from '@qorgan/shared/legal-terms'
import rules from './legal-rules.json' with { type: 'json' }

describe('the terms of law that an empty database gets', () => {
  test('are what the contract takes, in three languages, each edition once', () => {
    for (const rule of rules) {
      expect(createDeadlineRule.body.safeParse({ ...rule, active: true }).error, rule.key).toBeUndefined()
      expect(rule.title.en && rule.event.en && rule.edition, rule.key).toBeTruthy()
      expect(rule.kinds.length, rule.key).toBeGreaterThan(0)
    }
    expect(new Set(rules.map(({ key, validFrom }) => `${key} ${validFrom}`)).size).toBe(rules.length)
  })

  // Labour Code art. 159-160, Civil Procedure art. 403, 429, Criminal Procedure art. 418, Administrative Offences art. 826-832,
  // Administrative Procedures art. 92-136.
  test.each([
    ['labour.reinstatement.commission', 1, 'month'],
    ['labour.reinstatement.court_after_commission', 2, 'month'],
    ['labour.reinstatement.court_directly', 3, 'month'],
    ['labour.other', 1, 'year'],
    ['labour.commission.consideration', 15, 'working_day'],
    ['labour.commission.copies', 3, 'working_day'],
    ['civil.appeal', 1, 'month'],
    ['civil.private_complaint', 10, 'working_day'],
    ['criminal.appeal', 15, 'calendar_day'],
    ['administrative.court_ruling', 10, 'calendar_day'],
    ['administrative.body_ruling', 10, 'calendar_day'],
    ['administrative.court_after_body', 10, 'calendar_day'],
    ['administrative.officer_actions', 2, 'month'],
    ['appk.complaint', 3, 'month'],
    ['appk.complaint.consideration', 20, 'working_day'],
    ['appk.suit', 1, 'month'],
    ['appk.suit.bailiff', 10, 'working_day'],
  ])('%s: %i %s, by the law’s own text', (key, length, unit) => {
    expect(rules.filter((rule) => rule.key === key)).toMatchObject([{ length, unit, certainty: 'law' }])
  })

  test('the cassation of civil cases is marked as unsure, before and since its reform', () => {
    const found = rules.filter(({ key }) => key === 'civil.cassation')
    expect(found.map(({ certainty, validFrom }) => [certainty, validFrom])).toEqual([
      ['unsure', '2016-01-01'],
      ['unsure', '2025-07-01'],
    ])
    expect(rules.filter(({ certainty, key }) => certainty !== 'law' && key !== 'civil.cassation')).toEqual([])
  })
})
