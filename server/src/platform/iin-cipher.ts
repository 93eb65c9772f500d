import { maskIin } from '@qorgan/shared/identifiers'
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto'

/** How an IIN is stored: unreadable and unsearchable without the two keys, which live outside the database. */
export interface IinCipher {
  encrypt: (iin: string) => { cipher: Buffer; hash: Buffer }
  decrypt: (cipher: Buffer) => string
  /** `0001****0001`, as lists show it. The same people come again and again, so masks are remembered; whole numbers never are. */
  mask: (cipher: Buffer) => string
  /** Keyed: without a key the few hundred million possible IINs could all be tried within an hour. */
  hash: (iin: string) => Buffer
}

declare module 'fastify' {
  interface FastifyInstance {
    iinCipher: IinCipher
  }
}

/** Names the encryption key in front of each value, so that a second key can stand beside it while values are rewritten. */
const KEY_ID = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const MOST_MASKS = 20_000

/** Both keys are 32 bytes in base64. */
export function createIinCipher({ encryptionKey, hashKey }: { encryptionKey: string; hashKey: string }): IinCipher {
  // As an object: from bytes one would be made for every number that is read.
  const key = createSecretKey(readKey(encryptionKey))
  const indexKey = readKey(hashKey)
  const masks = new Map<string, string>()
  const hash = (iin: string) => createHmac('sha256', indexKey).update(iin).digest()
  const decrypt = (cipher: Buffer) => {
    if (cipher[0] !== KEY_ID) throw new Error('this IIN was encrypted with a key that is not here')
    const tagAt = 1 + IV_BYTES
    const aes = createDecipheriv('aes-256-gcm', key, cipher.subarray(1, tagAt), { authTagLength: TAG_BYTES })
    aes.setAAD(Buffer.of(KEY_ID)).setAuthTag(cipher.subarray(tagAt, tagAt + TAG_BYTES))
    return Buffer.concat([aes.update(cipher.subarray(tagAt + TAG_BYTES)), aes.final()]).toString('utf8')
  }
  return {
    hash,
    encrypt: (iin) => {
      const iv = randomBytes(IV_BYTES)
      const aes = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.of(KEY_ID))
      const text = Buffer.concat([aes.update(iin, 'utf8'), aes.final()])
      return { cipher: Buffer.concat([Buffer.of(KEY_ID), iv, aes.getAuthTag(), text]), hash: hash(iin) }
    },
    decrypt,
    mask: (cipher) => {
      const stored = cipher.toString('latin1')
      const known = masks.get(stored)
      if (known !== undefined) return known
      const masked = maskIin(decrypt(cipher))
      if (masks.size >= MOST_MASKS) masks.clear()
      masks.set(stored, masked)
      return masked
    },
  }
}

function readKey(base64: string): Buffer {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== 32) throw new RangeError('a key of the IIN is 32 bytes in base64')
  return key
}
