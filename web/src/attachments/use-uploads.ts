import type { Attachment } from '@qorgan/shared/attachments'
import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { sendFile } from '../platform/files.ts'
import { ApiError } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { type FileFault, fileFault, fingerprint } from './check-file.ts'
import { attachmentsChanged, type Holder, uploadRoutes } from './queries.ts'

export interface Upload {
  key: string
  file: File
  state: 'waiting' | 'sending' | 'sent' | 'refused' | 'failed'
  /** 0..1 of the bytes. */
  share: number
  fault?: FileFault | 'attached'
  error?: unknown
}

/** A slow line carries two files at a time better than ten. */
const atOnce = 2

/** A lost line or a busy server is worth another try; what the server has looked at and refused is not. */
const mayPass = (error: unknown) =>
  !(error instanceof ApiError) ||
  error.problem.status === 0 ||
  error.problem.status === 429 ||
  error.problem.status >= 500

/** Files on their way, each by itself: one that fails does not take the others along. */
export function useUploads(holder: Holder, id: string, known: readonly Attachment[]) {
  const client = useQueryClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const attached = useRef(known)
  useEffect(() => {
    attached.current = known
  })
  const change = (key: string, patch: Partial<Upload>) =>
    setUploads((now) => now.map((one) => (one.key === key ? { ...one, ...patch } : one)))
  const started = useRef(new Set<string>())

  const send = async ({ key, file }: Upload) => {
    const print = await fingerprint(file)
    if (print !== null && attached.current.some((one) => one.sha256 === print)) {
      change(key, { state: 'refused', fault: 'attached' })
      return
    }
    try {
      await sendFile(uploadRoutes[holder], { id }, file, (share) => change(key, { share }))
      change(key, { state: 'sent', share: 1 })
    } catch (error) {
      change(key, { state: mayPass(error) ? 'failed' : 'refused', error })
    }
    await Promise.all(attachmentsChanged.map((queryKey) => client.invalidateQueries({ queryKey })))
  }

  useEffect(() => {
    const busy = uploads.filter((one) => one.state === 'sending').length
    const next = uploads.filter((one) => one.state === 'waiting' && !started.current.has(one.key))
    for (const upload of next.slice(0, atOnce - busy)) {
      started.current.add(upload.key)
      change(upload.key, { state: 'sending', share: 0 })
      void send(upload)
    }
  })

  // What was chosen and has not arrived is gone with the page.
  const hangs = uploads.some(({ state }) => state === 'waiting' || state === 'sending' || state === 'failed')
  const blocker = useBlocker({ shouldBlockFn: () => hangs, enableBeforeUnload: () => hangs, withResolver: true })

  return {
    uploads,
    blocker,
    add: (files: Iterable<File>) => {
      // Copied at once: the browser empties its list when the field is cleared for the next choice.
      const added = Array.from(files, (file): Upload => {
        const fault = fileFault(file)
        const upload = { key: uuidv7(), file, share: 0 }
        return fault ? { ...upload, state: 'refused', fault } : { ...upload, state: 'waiting' }
      })
      // What was refused stays until it is read: it is dismissed, or chosen again.
      const isAgain = (one: Upload) => one.state === 'refused' && added.some(({ file }) => file.name === one.file.name)
      setUploads((now) => [...now.filter((one) => one.state !== 'sent' && !isAgain(one)), ...added])
    },
    retry: (key: string) => {
      started.current.delete(key)
      change(key, { state: 'waiting', share: 0 })
    },
    dismiss: (key: string) => setUploads((now) => now.filter((one) => one.key !== key)),
  }
}
