import { Burger, Drawer } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { Bell } from '../notifications/Bell.tsx'
import { useHotkeys } from '../platform/hotkeys.ts'
import { SearchDialog } from '../search/SearchDialog.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { Rail } from './Rail.tsx'
import classes from './Shell.module.css'

export function Shell() {
  const { t } = useText()
  const may = useMay()
  const navigate = useNavigate()
  const [menu, setMenu] = useState(false)
  const [searching, setSearching] = useState(false)
  useFocusOnArrival()
  const router = useRouter()
  useEffect(() => {
    // Loaded while nothing else is asked for: the key must answer at once, also on a slow line.
    const timer = setTimeout(() => void router.preloadRoute({ to: '/appeals/new' }), 1500)
    return () => clearTimeout(timer)
  }, [router])
  useHotkeys({
    n: (event) => {
      // Whoever registers no appeals, the legal department, opens cases.
      const to = may('appeals:register') ? '/appeals/new' : may('legalCases:work') ? '/cases/new' : null
      if (to === null) return
      event.preventDefault()
      void navigate({ to })
    },
    '/': (event) => {
      if (!may('search:read')) return
      event.preventDefault()
      setSearching(true)
    },
  })
  return (
    <div className={classes['shell']}>
      <a href="#content" className="q-skip">
        {t('app.skip')}
      </a>
      <div className={classes['rail']}>
        <Rail />
      </div>
      <Drawer.Root
        opened={menu}
        onClose={() => setMenu(false)}
        size={280}
        classNames={{ content: classes['drawer'] ?? '' }}
      >
        <Drawer.Overlay />
        <Drawer.Content aria-label={t('nav.main')}>
          <Drawer.CloseButton aria-label={t('app.closeMenu')} size="lg" className={classes['drawerClose'] ?? ''} />
          <Rail onNavigate={() => setMenu(false)} />
        </Drawer.Content>
      </Drawer.Root>
      <div className={classes['column']}>
        <header className={`${classes['top']} q-no-print`}>
          <Burger
            className={classes['burger']}
            opened={menu}
            onClick={() => setMenu(true)}
            aria-label={t('app.menu')}
            size="sm"
          />
          {may('search:read') && (
            <button
              type="button"
              className={classes['search']}
              aria-label={t('nav.search')}
              onClick={() => setSearching(true)}
              aria-keyshortcuts="/"
            >
              <IconSearch size={18} aria-hidden />
              <span className={classes['searchWord']}>{t('nav.search')}</span>
              <kbd aria-hidden>/</kbd>
            </button>
          )}
          <Bell />
          <PersonMenu />
        </header>
        <main id="content" className={classes['content']} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <SearchDialog opened={searching} onClose={() => setSearching(false)} />
    </div>
  )
}

/** After a change of page the heading takes the focus, so that a screen reader says where one is. */
function useFocusOnArrival(): void {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const seen = useRef<string | undefined>(undefined)
  useEffect(() => {
    const arrived = seen.current !== undefined && seen.current !== pathname
    seen.current = pathname
    if (!arrived) return
    const field = document.querySelector<HTMLElement>('#content [data-autofocus]')
    const heading = document.querySelector<HTMLElement>('#content [data-page-title]')
    ;(field ?? heading ?? document.getElementById('content'))?.focus({ preventScroll: true })
  }, [pathname])
}
