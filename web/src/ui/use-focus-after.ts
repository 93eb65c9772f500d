import { useEffect, useRef } from 'react'

/**
 * What was pressed goes with the state it belonged to: the heading takes the focus, so that the keyboard is not lost. A state that is not
 * known yet takes nothing along.
 */
export function useFocusAfter(state: string | undefined): void {
  const before = useRef(state)
  useEffect(() => {
    const was = before.current
    before.current = state
    if (was === undefined || was === state) return
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true })
  }, [state])
}
