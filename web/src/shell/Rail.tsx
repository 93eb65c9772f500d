import { Link, useRouterState } from '@tanstack/react-router'
import { IconPlus } from '@tabler/icons-react'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { PlainLink } from '../ui/links.tsx'
import { Mark } from '../ui/Mark.tsx'
import { officeSections, workSections } from './sections.ts'
import classes from './Shell.module.css'

/** The sections that the active post may enter. */
export function Rail({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useText()
  const may = useMay()
  const isMedAdvokat = useRouterState({ select: (state) => state.location.pathname === '/reports/medadvokat' })
  const list = (sections: typeof workSections | typeof officeSections) => (
    <ul className={classes['sections']}>
      {sections
        .filter((section) => section.needs === null || may(section.needs))
        .map(({ to, key, icon: Icon }) => (
          <li key={key}>
            <Link
              to={to}
              className={classes['section']}
              // One section is the present one: the reports are, with all their pages but MedAdvokat's, which stands beside them.
              activeOptions={{
                exact: to === '/' || to === '/appeals' || (to === '/reports' && isMedAdvokat),
                includeSearch: false,
              }}
              onClick={onNavigate}
            >
              <Icon size={20} stroke={1.7} aria-hidden />
              {t(`nav.${key}`)}
            </Link>
          </li>
        ))}
    </ul>
  )
  return (
    <nav aria-label={t('nav.main')} className={classes['nav']}>
      <Link to="/" className={classes['brand']} onClick={onNavigate}>
        <Mark />
        <span>Qorgan</span>
      </Link>
      {may('appeals:register') && (
        <PlainLink
          to="/appeals/new"
          className={classes['register'] ?? ''}
          aria-keyshortcuts="n"
          {...(onNavigate ? { onClick: onNavigate } : {})}
        >
          <IconPlus size={20} aria-hidden />
          {t('nav.newAppeal')}
          <kbd aria-hidden>N</kbd>
        </PlainLink>
      )}
      {!may('appeals:register') && may('legalCases:work') && (
        <PlainLink
          to="/cases/new"
          className={classes['register'] ?? ''}
          aria-keyshortcuts="n"
          {...(onNavigate ? { onClick: onNavigate } : {})}
        >
          <IconPlus size={20} aria-hidden />
          {t('nav.newCase')}
          <kbd aria-hidden>N</kbd>
        </PlainLink>
      )}
      {list(workSections)}
      <p className={classes['group']}>{t('nav.groupOffice')}</p>
      {list(officeSections)}
    </nav>
  )
}
