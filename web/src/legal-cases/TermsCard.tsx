import { Button, Text } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import type { CaseDeadline } from '@qorgan/shared/legal-terms'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RowMenu } from '../case-money/RowMenu.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { toast } from '../ui/toast.ts'
import { CaseCard } from './CaseCard.tsx'
import classes from './CasePage.module.css'
import { DaysLeft } from './DaysLeft.tsx'
import { caseMutations, caseQueries } from './queries.ts'
import { TermChangeDialog } from './TermChangeDialog.tsx'
import { TermDialog } from './TermDialog.tsx'
import { TermDoneDialog } from './TermDoneDialog.tsx'
import { TermNotes } from './TermNotes.tsx'

type Open = { kind: 'new' } | { kind: 'change' | 'done'; term: CaseDeadline } | null

/** Procedural terms: computed by rules, each checked by a person; the nearest first. */
export function TermsCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { day, label } = useFormat()
  const say = useProblemText()
  const terms = useQuery(caseQueries.terms(legalCase.id))
  const [open, setOpen] = useState<Open>(null)
  const check = useMutation({
    ...caseMutations.checkTerm,
    onSuccess: () => toast(t('legal.terms.checked')),
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  const close = () => setOpen(null)
  const latest = (term: CaseDeadline) => terms.data?.find((one) => one.id === term.id) ?? term
  return (
    <CaseCard
      id="terms"
      title={t('legal.terms.title')}
      query={terms}
      empty={t('legal.terms.empty')}
      add={legalCase.can.deadlines ? { label: t('legal.terms.add'), onClick: () => setOpen({ kind: 'new' }) } : null}
    >
      <ul className={classes['rows']}>
        {terms.data?.map((term) => (
          <li key={term.id} className={classes['term']} data-state={term.state}>
            <div className={classes['termDay']}>
              <b>{day(term.dueOn)}</b>
              {term.doneOn ? (
                <span className="q-good">{t('legal.terms.doneOn', { day: day(term.doneOn) })}</span>
              ) : (
                <DaysLeft on={term.dueOn} />
              )}
            </div>
            <div>
              <Text fw={600}>{label(term.title)}</Text>
              {term.explained && <Text size="sm">{label(term.explained)}</Text>}
              {term.computedOn && term.computedOn !== term.dueOn && (
                <Text size="sm" className="q-soon">
                  {t('legal.terms.overridden', { day: day(term.computedOn), reason: term.overrideReason ?? '' })}
                </Text>
              )}
              <TermNotes article={term.article} certainty={term.certainty} provisional={term.provisional} />
              {term.state !== 'done' && (
                <Text size="sm" className={term.checkedBy ? 'q-good' : 'q-soon'}>
                  {term.checkedBy
                    ? t('legal.terms.checkedBy', { name: term.checkedBy.fullName })
                    : t('legal.terms.unchecked')}
                </Text>
              )}
            </div>
            <div className={`${classes['termActions']} q-no-print`}>
              {term.can.check && term.checkedBy === null && term.state !== 'done' && (
                <Button
                  size="xs"
                  variant="light"
                  loading={check.isPending && check.variables.itemId === term.id}
                  onClick={() =>
                    check.mutate({ id: legalCase.id, itemId: term.id, version: term.version, body: undefined })
                  }
                >
                  {t('legal.terms.check')}
                </Button>
              )}
              {term.can.done && term.state !== 'done' && (
                <Button size="xs" variant="default" onClick={() => setOpen({ kind: 'done', term })}>
                  {t('legal.terms.done')}
                </Button>
              )}
              <RowMenu
                of={label(term.title)}
                choices={[
                  term.can.edit && { label: t('action.edit'), onClick: () => setOpen({ kind: 'change', term }) },
                ]}
              />
            </div>
          </li>
        ))}
      </ul>
      {open?.kind === 'new' && <TermDialog legalCase={legalCase} onClose={close} />}
      {open?.kind === 'change' && <TermChangeDialog caseId={legalCase.id} term={latest(open.term)} onClose={close} />}
      {open?.kind === 'done' && <TermDoneDialog caseId={legalCase.id} term={latest(open.term)} onClose={close} />}
    </CaseCard>
  )
}
