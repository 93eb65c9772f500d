import { Textarea, TextInput } from '@mantine/core'
import { type CaseDeadline, changeCaseDeadline } from '@qorgan/shared/legal-terms'
import { useState } from 'react'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { compact } from '../platform/form.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useTermAct } from './term-act.ts'
import { caseMutations } from './queries.ts'

interface Props {
  caseId: string
  term: CaseDeadline
  onClose: () => void
}

/** Another event gives another date; another date than the rule's needs its reason. Either must be checked anew. */
export function TermChangeDialog({ caseId, term, onClose }: Props) {
  const { t } = useText()
  const { label, day } = useFormat()
  const byRule = term.ruleKey !== null
  const [title, setTitle] = useState(label(term.title))
  const [eventDate, setEventDate] = useState(term.eventDate)
  const [dueOn, setDueOn] = useState<string | null>(term.dueOn)
  const [reason, setReason] = useState(term.overrideReason ?? '')
  const act = useTermAct(caseMutations.changeTerm, { term, onClose, done: t('legal.terms.changed') })
  const submit = () => {
    const body = compact({
      title: byRule || title === label(term.title) ? undefined : title,
      eventDate: !byRule || eventDate === term.eventDate ? undefined : (eventDate ?? ''),
      dueOn: dueOn === term.dueOn ? undefined : (dueOn ?? ''),
      reason: reason.trim() === '' || reason === term.overrideReason ? undefined : reason,
    })
    act.send({ id: caseId, itemId: term.id, version: term.version, body }, body, changeCaseDeadline.body)
  }
  return (
    <FormDialog
      title={label(term.title)}
      submitLabel={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
      pending={act.pending}
      error={act.error}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      {byRule ? (
        <DayInput
          data-autofocus
          label={t('legal.terms.eventDate')}
          max={today()}
          value={eventDate}
          onChange={setEventDate}
          error={act.at('eventDate')}
        />
      ) : (
        <TextInput
          data-autofocus
          label={t('legal.terms.ownTitle')}
          required
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={act.at('title')}
        />
      )}
      <DayInput
        label={t('legal.terms.dueOn')}
        {...(term.computedOn ? { description: t('legal.terms.ruleGave', { day: day(term.computedOn) }) } : {})}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={dueOn}
        onChange={setDueOn}
        error={act.at('dueOn')}
      />
      <Textarea
        label={t('legal.terms.reason')}
        description={t('legal.terms.reasonHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={act.at('reason')}
      />
    </FormDialog>
  )
}
