import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { isProblem } from '../platform/problem.ts'
import { PageNotFound } from './PageNotFound.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  if (isProblem(error, 'record.notFound')) return <PageNotFound />
  return (
    <ProblemNotice
      error={error}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}
