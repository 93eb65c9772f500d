import { expect, test } from 'vitest'
import { createIinCipher } from './iin-cipher.ts'

const encryptionKey = Buffer.alloc(32, 1).toString('base64')
const hashKey = Buffer.alloc(32, 2).toString('base64')
const iins = createIinCipher({ encryptionKey, hashKey })
const iin = '870112300123'

test('an IIN comes back from its cipher, and each writing of it looks different', () => {
  const first = iins.encrypt(iin)
  const second = iins.encrypt(iin)
  expect(iins.decrypt(first.cipher)).toBe(iin)
  expect(first.cipher.equals(second.cipher)).toBe(false)
  expect(first.cipher.includes(iin)).toBe(false)
})

test('the hash finds the same IIN again, and only with the same key', () => {
  expect(iins.encrypt(iin).hash.equals(iins.hash(iin))).toBe(true)
  expect(iins.hash('870112300124').equals(iins.hash(iin))).toBe(false)
  expect(createIinCipher({ encryptionKey, hashKey: encryptionKey }).hash(iin).equals(iins.hash(iin))).toBe(false)
})

test('a single changed bit is noticed, wherever it is', () => {
  const { cipher } = iins.encrypt(iin)
  for (let i = 0; i < cipher.length; i++) {
    const changed = Buffer.from(cipher)
    changed[i] = (changed[i] ?? 0) ^ 1
    expect(() => iins.decrypt(changed)).toThrow(/authenticate|key that is not here/)
  }
  expect(() => iins.decrypt(cipher.subarray(0, -1))).toThrow(/authenticate/)
})

test('another key cannot read it, and a short one is refused', () => {
  const { cipher } = iins.encrypt(iin)
  expect(() => createIinCipher({ encryptionKey: hashKey, hashKey }).decrypt(cipher)).toThrow(/authenticate/)
  expect(() => createIinCipher({ encryptionKey: 'c2hvcnQ=', hashKey })).toThrow('32 bytes')
})
