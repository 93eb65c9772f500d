import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createNoteCipher } from './note-cipher.ts'

const key = randomBytes(32).toString('base64')
const notes = createNoteCipher(key)
const place = { noteId: randomUUID(), caseId: randomUUID() }

describe('a privileged note', () => {
  test('opens with its key, in its place, as it was written', () => {
    const text = 'Стратегия защиты: «не признавать» 🙂\n'.repeat(500)
    expect(notes.decrypt(notes.encrypt(text, place), place)).toBe(text)
    const upper = { noteId: place.noteId.toUpperCase(), caseId: place.caseId }
    expect(createNoteCipher(key).decrypt(notes.encrypt('', place), upper)).toBe('')
  })

  test('is another text each time, and holds nothing readable', () => {
    const [one, two] = [notes.encrypt('секрет', place), notes.encrypt('секрет', place)]
    expect(one.equals(two)).toBe(false)
    expect(one.includes('секрет')).toBe(false)
  })

  /** What the cipher itself says, or that the key is another one. */
  const unreadable = /authenticate|key|data|tag/i

  test('opens in no other note or case, with no other key, and with no bit changed', () => {
    const cipher = notes.encrypt('секрет', place)
    expect(() => notes.decrypt(cipher, { ...place, noteId: randomUUID() })).toThrow(unreadable)
    expect(() => notes.decrypt(cipher, { ...place, caseId: randomUUID() })).toThrow(unreadable)
    expect(() => createNoteCipher(randomBytes(32).toString('base64')).decrypt(cipher, place)).toThrow(unreadable)
    for (let at = 0; at < cipher.length; at++) {
      const changed = Buffer.from(cipher)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => notes.decrypt(changed, place), String(at)).toThrow(unreadable)
    }
    expect(() => notes.decrypt(cipher.subarray(0, 20), place)).toThrow(unreadable)
  })

  test('has a fingerprint that only its key makes', () => {
    expect(notes.fingerprint('да')).toBe(notes.fingerprint('да'))
    expect(notes.fingerprint('да')).not.toBe(notes.fingerprint('нет'))
    expect(notes.fingerprint('да')).not.toBe(createNoteCipher(randomBytes(32).toString('base64')).fingerprint('да'))
  })

  test('a key of another length is refused', () => {
    expect(() => createNoteCipher('c2hvcnQ=')).toThrow(RangeError)
  })
})
