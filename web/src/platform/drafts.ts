import { useEffect, useState } from 'react'

/**
 * Text that is being written survives a reload. It stays in this tab's own storage, which ends with the tab,
 * and never holds an IIN: branch offices share computers.
 */
const prefix = 'qorgan.draft.'

function read(key: string): unknown {
  try {
    const text = sessionStorage.getItem(prefix + key)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function clearDraft(key: string): void {
  sessionStorage.removeItem(prefix + key)
}

export function clearAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
}

/** State that is kept as a draft under a key until `clearDraft`; `restored` says that an earlier one was found. */
export function useDraft<T extends object>(key: string, initial: () => T, strip: (value: T) => T = (value) => value) {
  // What this very key was given before, by this very form.
  const [found] = useState(() => read(key) as T | undefined)
  const [value, setValue] = useState<T>(() => ({ ...initial(), ...found }))
  const [touched, setTouched] = useState(found !== undefined)
  useEffect(() => {
    if (!touched) return
    const timer = setTimeout(() => {
      try {
        sessionStorage.setItem(prefix + key, JSON.stringify(strip(value)))
      } catch {
        // Storage that is full or switched off only costs the safety of a reload.
      }
    }, 150)
    return () => clearTimeout(timer)
  }, [key, value, touched, strip])
  return {
    value,
    touched,
    restored: found !== undefined,
    change: (patch: Partial<T>) => {
      setTouched(true)
      setValue((now) => ({ ...now, ...patch }))
    },
    /** For answers that arrive later: they change what stands by then. */
    update: (patch: (now: T) => Partial<T>) => {
      setTouched(true)
      setValue((now) => ({ ...now, ...patch(now) }))
    },
    reset: (next: T) => {
      clearDraft(key)
      setTouched(false)
      setValue(next)
    },
  }
}
