import { useEffect, useRef } from 'react'

type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Letters that stand on the same key of a Russian or Kazakh layout mean the same command. */
const sameKey: Readonly<Record<string, string>> = { KeyN: 'n', KeyJ: 'j', KeyK: 'k' }

/** Single keys work outside of text fields and dialogs only; `ctrl+enter` works everywhere. */
export function useHotkeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (document.querySelector('[aria-modal="true"]')) return
      const slash = event.key === '/' || (event.code === 'Slash' && !event.shiftKey)
      const key = slash ? '/' : (sameKey[event.code] ?? event.key)
      latest.current[key]?.(event)
    }
    // Before the field that has the focus: to a list box, Enter with Ctrl is Enter, too.
    const onSend = (event: KeyboardEvent) => {
      const send = latest.current['ctrl+enter']
      if (!send || event.isComposing || !(event.ctrlKey || event.metaKey) || event.key !== 'Enter') return
      event.preventDefault()
      event.stopPropagation()
      send(event)
    }
    document.addEventListener('keydown', onSend, true)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onSend, true)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
}
