import { createFileRoute } from '@tanstack/react-router'
import { SignInPage } from '../accounts/SignInPage.tsx'

export const Route = createFileRoute('/sign-in')({
  validateSearch: (raw: Record<string, unknown>): { next?: string } =>
    // Only a path of our own: `//host` would leave the origin.
    typeof raw['next'] === 'string' && /^\/(?![/\\])/.test(raw['next']) ? { next: raw['next'] } : {},
  component: SignInPage,
})
