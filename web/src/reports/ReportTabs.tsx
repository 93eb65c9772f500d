import type { Permission } from '@qorgan/shared/permissions'
import { Link } from '@tanstack/react-router'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './ReportTabs.module.css'

const tabs = [
  { to: '/reports', key: 'appeals', needs: 'reports:read' },
  { to: '/reports/pictures', key: 'pictures', needs: 'reports:read' },
  { to: '/reports/movement', key: 'movement', needs: 'reports:read' },
  { to: '/reports/ministry', key: 'ministry', needs: 'reports:ministry' },
  { to: '/reports/membership', key: 'membership', needs: 'reports:membership' },
  { to: '/reports/digests', key: 'digests', needs: 'reports:digests' },
  { to: '/reports/printed', key: 'printed', needs: 'reports:read' },
  { to: '/reports/issued', key: 'issued', needs: 'reports:read' },
  { to: '/reports/print-settings', key: 'printSettings', needs: 'reports:issue' },
] as const satisfies readonly { to: string; key: string; needs: Permission }[]

/** The reports side by side: those that the active post may open. MedAdvokat’s has its own place among the sections. */
export function ReportTabs() {
  const { t } = useText()
  const may = useMay()
  return (
    <nav aria-label={t('figures.tabs.label')} className={`${classes['tabs']} q-no-print`}>
      <ul>
        {tabs
          .filter(({ needs }) => may(needs))
          .map(({ to, key }) => (
            <li key={key}>
              <Link to={to} className={classes['tab']} activeOptions={{ exact: true, includeSearch: false }}>
                {t(`figures.tabs.${key}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
