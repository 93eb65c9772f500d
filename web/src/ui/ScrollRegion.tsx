import type { ReactNode } from 'react'

/** A part that scrolls sideways can be reached and scrolled from the keyboard; what it hides from the eye stays within it, too. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string
  className?: string | undefined
  children: ReactNode
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a tab stop the keyboard could not scroll it
    <section aria-label={label} tabIndex={0} className={`q-scroll ${className ?? ''}`}>
      {children}
    </section>
  )
}
