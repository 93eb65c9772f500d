import { Button, Text, Title } from '@mantine/core'
import type { RouteOutput } from '@qorgan/shared/contract'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import type { getScreening } from '@qorgan/shared/legal-terms'
import { useMutation } from '@tanstack/react-query'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { toast } from '../ui/toast.ts'
import classes from './CasePage.module.css'
import { caseMutations } from './queries.ts'
import { DaysLeft } from './DaysLeft.tsx'
import { TermNotes } from './TermNotes.tsx'

interface Props {
  legalCase: LegalCase
  terms: RouteOutput<typeof getScreening>['terms']
}

/** Terms that run by what is known of the case; one press puts a term among those that are watched. */
export function RunningTerms({ legalCase, terms }: Props) {
  const { t } = useText()
  const { day, label } = useFormat()
  const say = useProblemText()
  const add = useMutation({
    ...caseMutations.addTerm,
    onSuccess: () => toast(t('legal.terms.added')),
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  const adding = (key: string) => add.isPending && 'ruleKey' in add.variables.body && add.variables.body.ruleKey === key
  return (
    <>
      <Title order={3} mt="md" mb={4}>
        {t('legal.screening.terms')}
      </Title>
      {terms.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('legal.screening.noTerms')}
        </Text>
      )}
      <ul className={classes['rows']}>
        {terms.map((term) => (
          <li key={`${term.ruleKey}.${term.eventDate}`} className={classes['term']}>
            <div className={classes['termDay']}>
              <b>{day(term.dueOn)}</b>
              <DaysLeft on={term.dueOn} />
            </div>
            <div>
              <Text fw={600}>{label(term.title)}</Text>
              <Text size="sm">{label(term.explained)}</Text>
              <TermNotes article={term.article} certainty={term.certainty} provisional={term.provisional} />
            </div>
            <div className={classes['termActions']}>
              {term.added ? (
                <Text size="sm" className="q-good">
                  {t('legal.screening.watched')}
                </Text>
              ) : (
                legalCase.can.deadlines && (
                  <Button
                    size="xs"
                    variant="light"
                    loading={adding(term.ruleKey)}
                    onClick={() =>
                      add.mutate({
                        id: legalCase.id,
                        body: { id: uuidv7(), ruleKey: term.ruleKey, eventDate: term.eventDate },
                      })
                    }
                  >
                    {t('legal.screening.watch')}
                  </Button>
                )
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
