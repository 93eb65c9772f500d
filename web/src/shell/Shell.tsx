import { Burger, Drawer } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
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
  useHotkeys({
    n: (event) => {
      if (!may('appeals:register')) return
      event.preventDefault()
      void navigate({ to: '/appeals/new' })
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
      <Drawer
        opened={menu}
        onClose={() => setMenu(false)}
        size={280}
        title={t('nav.main')}
        closeButtonProps={{ 'aria-label': t('app.closeMenu') }}
        classNames={{ content: classes['drawer'] ?? '', header: classes['drawerHeader'] ?? '' }}
      >
        <Rail onNavigate={() => setMenu(false)} />
      </Drawer>
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
              onClick={() => setSearching(true)}
              aria-keyshortcuts="/"
            >
              <IconSearch size={18} aria-hidden />
              <span className={classes['searchWord']}>{t('nav.search')}</span>
              <kbd aria-hidden>/</kbd>
            </button>
          )}
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
