import { expect, test } from 'vitest'
import { normalisePhone, readPhone } from './phones.ts'

test.each(['8 701 123 45 67', '+7 (701) 123-45-67', '7011234567', '87011234567', '77011234567', '8-701-123-45-67'])(
  '%s is one number',
  (text) => {
    expect(normalisePhone(text)).toBe('+77011234567')
  },
)

test('a number of a city is read too', () => {
  expect(normalisePhone('8 (7212) 41-23-45')).toBe('+77212412345')
})

test.each(['12-34', '+7 903 123-45-67', '+998 90 123 45 67', 'спросить Айгуль', '8 701 123 45 67 доб. 12', ''])(
  '%s stays as it was written',
  (text) => {
    expect(normalisePhone(text)).toBe(text)
    expect(readPhone(text)).toBeNull()
  },
)
