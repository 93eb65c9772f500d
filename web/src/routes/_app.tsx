import { createFileRoute, redirect } from '@tanstack/react-router'
import { accountQueries } from '../accounts/queries.ts'
import { setLanguage } from '../i18n/i18n.ts'
import { accessToken, restoreSession } from '../platform/session.ts'
import { Shell } from '../shell/Shell.tsx'

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const user =
      accessToken() === undefined ? await restoreSession() : await queryClient.ensureQueryData(accountQueries.me)
    if (!user) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } })
    queryClient.setQueryData(accountQueries.me.queryKey, user)
    await setLanguage(user.locale)
  },
  component: Shell,
})
