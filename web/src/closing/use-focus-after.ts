import { useEffect, useRef } from 'react'

/** What was pressed goes with the state it belonged to: the heading takes the focus, so that the keyboard is not lost. */
export function useFocusAfter(state: string): void {
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true })
  }, [state])
}
