import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { appealSearch } from '../../appeals/search.ts'
import type { effectSearch } from '../../effects/search.ts'

export type FigureTarget =
  | { to: '/appeals'; search: ReturnType<typeof appealSearch> }
  | { to: '/effects'; search: ReturnType<typeof effectSearch> }

interface Props {
  target: FigureTarget | null
  label: string
  className?: string | undefined
  children: ReactNode
}

/** A bar or a tile leads to its list; one without figures is only itself. Works in a picture as in a page. */
export function FigureLink({ target, label, className, children }: Props) {
  if (target === null) return children
  const shared = { 'aria-label': label, title: label, ...(className ? { className } : {}) }
  if (target.to === '/appeals')
    return (
      <Link to="/appeals" search={target.search} {...shared}>
        {children}
      </Link>
    )
  return (
    <Link to="/effects" search={target.search} {...shared}>
      {children}
    </Link>
  )
}
