import { Text } from '@mantine/core'
import { type CaseDeadline, doneCaseDeadline } from '@qorgan/shared/legal-terms'
import { useState } from 'react'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
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

export function TermDoneDialog({ caseId, term, onClose }: Props) {
  const { t } = useText()
  const { label, day } = useFormat()
  const [doneOn, setDoneOn] = useState<string | null>(today())
  const act = useTermAct(caseMutations.doneTerm, { term, onClose, done: t('legal.terms.doneDone') })
  return (
    <FormDialog
      title={t('legal.terms.doneTitle')}
      submitLabel={t('legal.terms.done')}
      onClose={onClose}
      onSubmit={() => {
        const body = { doneOn: doneOn ?? '' }
        act.send({ id: caseId, itemId: term.id, version: term.version, body }, body, doneCaseDeadline.body)
      }}
      pending={act.pending}
      error={act.error}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <Text>
        {label(term.title)}, {t('appeals.dueBy', { day: day(term.dueOn) })}
      </Text>
      <DayInput
        data-autofocus
        label={t('legal.terms.doneDay')}
        required
        max={today()}
        value={doneOn}
        onChange={setDoneOn}
        error={act.at('doneOn')}
      />
    </FormDialog>
  )
}
