import { Title } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useText } from '../i18n/i18n.ts'
import classes from './CasePage.module.css'
import { useSections } from './sections.ts'
import { showSection } from './use-go.ts'

const order = [
  'about',
  'screening',
  'people',
  'counsel',
  'hearings',
  'terms',
  'money',
  'worth',
  'files',
  'notes',
  'timeline',
] as const

/** The page is long: what it holds, one press away. */
export function CaseContents({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const shown = useSections(legalCase)
  return (
    <nav className="q-surface q-pad q-no-print" aria-labelledby="contents">
      <Title order={2} id="contents" mb={4}>
        {t('legal.page.contents')}
      </Title>
      <ul className={classes['contents']}>
        {order
          .filter((id) => shown[id])
          .map((id) => (
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
