import { Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './HomePage.module.css'

/** Where nothing waits, the page says what could be done first. */
export function FirstSteps() {
  const { t } = useText()
  const may = useMay()
  const steps = [
    { needs: 'appeals:register', to: '/appeals/new', key: 'firstAppeal' },
    { needs: 'appeals:batch', to: '/appeals/batch', key: 'firstBatch' },
    { needs: 'legalCases:work', to: '/cases/new', key: 'firstCase' },
    { needs: 'reports:read', to: '/reports', key: 'firstReport' },
    { needs: 'users:write', to: '/users', key: 'firstUsers' },
    { needs: 'calendar:write', to: '/calendar', key: 'firstCalendar' },
  ] as const
  const possible = steps.filter((step) => may(step.needs))
  return (
    <section>
      <Title order={2} mb="xs">
        {t('home.firstSteps')}
      </Title>
      {possible.length === 0 && <p>{t('home.noWork')}</p>}
      <ul className={classes['steps']}>
        {possible.map(({ to, key }) => (
          <li key={key} className="q-surface">
            <Link to={to} className={classes['step']}>
              <b>{t(`home.${key}`)}</b>
              <span>{t(`home.${key}Text`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
