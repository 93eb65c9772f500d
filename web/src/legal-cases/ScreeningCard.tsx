import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ConciliationDialog } from './ConciliationDialog.tsx'
import { mayBeLabour } from './draft.ts'
import { useCaseFacts } from './facts.ts'
import { Membership } from './Membership.tsx'
import { caseQueries } from './queries.ts'
import { RunningTerms } from './RunningTerms.tsx'

/** What to check before a decision, and whenever a date of a labour dispute moves. */
export function ScreeningCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const screening = useQuery(caseQueries.screening(legalCase.id))
  const facts = useCaseFacts()(legalCase)
  const [open, setOpen] = useState(false)
  const labour = legalCase.conciliation !== null || mayBeLabour(legalCase.kind)
  const found = screening.data
  return (
    <section className="q-surface q-pad" id="screening" tabIndex={-1} aria-labelledby="screening-title">
      <Title order={2} id="screening-title" mb="xs">
        {t('legal.screening.title')}
      </Title>
      {screening.isPending && <Skeleton h={90} />}
      {screening.error && <ProblemNotice error={screening.error} onRetry={() => void screening.refetch()} />}
      {found && <Membership people={found.members} />}
      {labour && (
        <>
          <Group justify="space-between" mt="md" mb={4}>
            <Title order={3}>{t('legal.conciliation.title')}</Title>
            {legalCase.can.edit && (
              <Button className="q-no-print" size="xs" variant="default" onClick={() => setOpen(true)}>
                {legalCase.conciliation ? t('action.edit') : t('legal.screening.markLabour')}
              </Button>
            )}
          </Group>
          <Text size="sm" {...(legalCase.conciliation ? {} : { c: 'dimmed' })}>
            {facts.find((fact) => fact.key === 'conciliation')?.value || t('legal.screening.noLabour')}
          </Text>
          {found?.standsStill && (
            <Text size="sm" className="q-soon" mt={4}>
              {t('legal.screening.standsStill')}
            </Text>
          )}
        </>
      )}
      {found && (found.terms.length > 0 || legalCase.conciliation !== null) && (
        <RunningTerms legalCase={legalCase} terms={found.terms} />
      )}
      {open && <ConciliationDialog legalCase={legalCase} onClose={() => setOpen(false)} />}
    </section>
  )
}
