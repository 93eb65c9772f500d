import { Text, Title } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { FactList } from '../appeals/FactList.tsx'
import { useText } from '../i18n/i18n.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { useCaseFacts } from './facts.ts'
import { useSections } from './sections.ts'

/** These stand in the heading, the strip, or as text of their own. */
const elsewhere = new Set(['status', 'stage', 'kind', 'summary', 'repeatOf', 'outcome', 'closedOn', 'closingSummary'])

/** What the case is about, as it was written down. */
export function AboutCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { screening } = useSections(legalCase)
  const facts = useCaseFacts()(legalCase).filter(
    (fact) => !elsewhere.has(fact.key) && !(screening && fact.key === 'conciliation'),
  )
  return (
    <section className="q-surface q-pad" id="about" tabIndex={-1} aria-labelledby="about-title">
      <Title order={2} id="about-title" mb={6}>
        {t('legal.page.about')}
      </Title>
      <Text className="q-prose" mb="sm">
        {legalCase.summary}
      </Text>
      {legalCase.repeatOf && (
        <Text mb="sm">
          {t('appeals.page.similarTo')}{' '}
          <LinkAnchor to="/cases/$caseId" params={{ caseId: legalCase.repeatOf.caseId }}>
            {legalCase.repeatOf.number}
          </LinkAnchor>
        </Text>
      )}
      <FactList facts={facts} />
    </section>
  )
}
