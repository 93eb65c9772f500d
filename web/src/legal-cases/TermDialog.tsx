import { Select, Text, TextInput } from '@mantine/core'
import { addCaseDeadline } from '@qorgan/shared/legal-terms'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import type { CaseDialogProps } from './case-act.ts'
import { caseMutations, caseQueries } from './queries.ts'
import { editionsOn, useRuleWords } from './rule-words.ts'

const [byRule, ofOwn] = addCaseDeadline.body.options

/** A term by a rule of law from its event, or one of one's own. */
export function TermDialog({ legalCase, onClose }: CaseDialogProps) {
  const { t } = useText()
  const { label } = useFormat()
  const words = useRuleWords()
  const [id] = useState(uuidv7)
  const [how, setHow] = useState<'rule' | 'own'>('rule')
  const [ruleKey, setRuleKey] = useState<string | null>(null)
  const [eventDate, setEventDate] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const all = useQuery(caseQueries.rules).data ?? []
  const rules = editionsOn(
    all.filter((one) => one.kinds.length === 0 || one.kinds.includes(legalCase.kind)),
    eventDate ?? today(),
  )
  const rule = rules.find((one) => one.key === ruleKey)
  const save = useSave(caseMutations.addTerm, () => {
    toast(t('legal.terms.added'))
    onClose()
  })
  const submit = () => {
    if (how === 'rule') {
      const body = { id, ruleKey: ruleKey ?? '', eventDate: eventDate ?? '' }
      save.send({ id: legalCase.id, body }, { ...body, ruleKey: ruleKey ?? undefined }, byRule)
    } else {
      const body = { id, title, dueOn: dueOn ?? '' }
      save.send({ id: legalCase.id, body }, body, ofOwn)
    }
  }
  return (
    <FormDialog
      title={t('legal.terms.add')}
      submitLabel={t('action.add')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <ChoiceChips
        label={t('legal.terms.how')}
        options={[
          { value: 'rule', label: t('legal.terms.byRule') },
          { value: 'own', label: t('legal.terms.own') },
        ]}
        value={how}
        onChange={setHow}
      />
      {how === 'rule' ? (
        <>
          <Select
            label={t('legal.terms.rule')}
            required
            searchable
            data={rules.map((one) => ({ value: one.key, label: label(one.title) }))}
            value={ruleKey}
            onChange={setRuleKey}
            error={save.at('ruleKey')}
            nothingFoundMessage={t('state.nothingFound')}
          />
          {rule && (
            <Text size="sm" c="dimmed">
              {words(rule)}
              {rule.certainty === 'unsure' && (
                <>
                  {' '}
                  <b className="q-soon">{t('legal.certainty.unsure')}</b>
                </>
              )}
            </Text>
          )}
          <DayInput
            label={rule ? t('legal.terms.eventOf', { event: label(rule.event) }) : t('legal.terms.eventDate')}
            required
            max={today()}
            value={eventDate}
            onChange={setEventDate}
            error={save.at('eventDate')}
          />
        </>
      ) : (
        <>
          <TextInput
            label={t('legal.terms.ownTitle')}
            required
            maxLength={300}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={save.at('title')}
          />
          <DayInput
            label={t('legal.terms.dueOn')}
            required
            value={dueOn}
            onChange={setDueOn}
            error={save.at('dueOn')}
          />
        </>
      )}
    </FormDialog>
  )
}
