import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Which note a text is of: it opens nowhere else, also when somebody moves its bytes to another row. */
export interface NotePlace {
  noteId: string
  caseId: string
}
/** How a privileged note is stored: unreadable without its key, which lives outside the database and is nothing else's. */
export interface NoteCipher {
  encrypt: (text: string, place: NotePlace) => Buffer
  decrypt: (cipher: Buffer, place: NotePlace) => string
  /** By which the same text is known again, and which says nothing of it without the key. */
  fingerprint: (text: string) => string
}

declare module 'fastify' {
  interface FastifyInstance {
    noteCipher: NoteCipher
  }
}

/** Names the key in front of each text, so that a second key can stand beside it while texts are rewritten. */
const KEY_ID = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/** The key is 32 bytes in base64. */
export function createNoteCipher(base64: string): NoteCipher {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== 32) throw new RangeError('the key of notes is 32 bytes in base64')
  const markKey = Buffer.from(hkdfSync('sha256', key, '', 'qorgan note fingerprint', 32))
  const nameOf = ({ noteId, caseId }: NotePlace) => Buffer.from(`${KEY_ID} ${noteId} ${caseId}`.toLowerCase())
  return {
    encrypt: (text, place) => {
      const iv = randomBytes(IV_BYTES)
      const aes = createCipheriv('aes-256-gcm', key, iv).setAAD(nameOf(place))
      const body = Buffer.concat([aes.update(text, 'utf8'), aes.final()])
      return Buffer.concat([Buffer.of(KEY_ID), iv, aes.getAuthTag(), body])
    },
    decrypt: (cipher, place) => {
      if (cipher[0] !== KEY_ID) throw new Error('this note was encrypted with a key that is not here')
      const tagAt = 1 + IV_BYTES
      const aes = createDecipheriv('aes-256-gcm', key, cipher.subarray(1, tagAt), { authTagLength: TAG_BYTES })
      aes.setAAD(nameOf(place)).setAuthTag(cipher.subarray(tagAt, tagAt + TAG_BYTES))
      return Buffer.concat([aes.update(cipher.subarray(tagAt + TAG_BYTES)), aes.final()]).toString('utf8')
    },
    fingerprint: (text) => createHmac('sha256', markKey).update(text).digest('base64url'),
  }
}
