import { Title } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './CasePage.module.css'
import { showSection } from './use-go.ts'
import { isWhole } from './use-next-step.ts'

/** The page is long: what it holds, one press away. */
export function CaseContents({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const may = useMay()
  const inspects = may('legalCases:inspect')
  const whole = inspects && isWhole(legalCase)
  const sections = [
    { id: 'about', shown: whole },
    { id: 'people', shown: inspects },
    { id: 'screening', shown: whole && may('legalCases:work') && legalCase.status !== 'closed' },
    { id: 'counsel', shown: may('caseMoney:own') },
    { id: 'hearings', shown: whole },
    { id: 'terms', shown: whole },
    { id: 'money', shown: may('caseMoney:own') },
    { id: 'worth', shown: whole && legalCase.effect !== null },
    { id: 'files', shown: whole },
    { id: 'notes', shown: whole && may('privilegedNotes:read') },
    { id: 'timeline', shown: whole },
  ] as const
  return (
    <nav className="q-surface q-pad q-no-print" aria-labelledby="contents">
      <Title order={2} id="contents" mb={4}>
        {t('legal.page.contents')}
      </Title>
      <ul className={classes['contents']}>
        {sections
          .filter((section) => section.shown)
          .map(({ id }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  showSection(id)
                }}
              >
                {t(`legal.section.${id}`)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
