import { Notifications } from '@mantine/notifications'
import { createRouter } from '@tanstack/react-router'
import { accountQueries } from './accounts/queries.ts'
import { createQueryClient } from './platform/query-client.ts'
import { parseSearch, stringifySearch } from './platform/search-params.ts'
import { onSessionNews } from './platform/session.ts'
import { routeTree } from './routeTree.gen.ts'
import { PageError } from './ui/PageError.tsx'
import { PageNotFound } from './ui/PageNotFound.tsx'
import { PageSkeleton } from './ui/PageSkeleton.tsx'

export const queryClient = createQueryClient(goToSignIn)

export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 250,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: PageNotFound,
  scrollRestoration: true,
  // News may lead somewhere, so it stands within the router and outside the pages.
  InnerWrap: ({ children }) => (
    <>
      <Notifications position="bottom-right" limit={3} />
      {children}
    </>
  ),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** The page that was open comes back after signing in. */
export function goToSignIn(): void {
  const { pathname, href } = router.state.location
  if (pathname === '/sign-in') return
  queryClient.removeQueries({ queryKey: accountQueries.me.queryKey })
  void router.navigate({ to: '/sign-in', search: pathname === '/' ? {} : { next: href }, ignoreBlocker: true })
}

/** Another post or person sees other records: nothing of the old ones may stay on the screen. */
async function forgetEverything(): Promise<void> {
  await queryClient.cancelQueries()
  queryClient.clear()
  await router.invalidate()
}

onSessionNews((news) => {
  if (news === 'signed-out') {
    queryClient.clear()
    goToSignIn()
  } else void forgetEverything()
})
