import { Switch } from '@mantine/core'
import { LegalCaseChange } from '@qorgan/shared/legal-cases'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type CaseDialogProps, useCaseAct } from './case-act.ts'
import { ConciliationFields } from './ConciliationFields.tsx'
import { conciliationOf, textOfConciliation } from './draft.ts'
import { caseMutations } from './queries.ts'

/** The commission of a labour dispute as it goes on: every date may start another term. */
export function ConciliationDialog({ legalCase, onClose }: CaseDialogProps) {
  const { t } = useText()
  const [labour, setLabour] = useState(true)
  const [value, setValue] = useState(() => textOfConciliation(legalCase.conciliation))
  const act = useCaseAct({ legalCase, onClose }, caseMutations.change, t('legal.conciliation.saved'))
  const submit = () => {
    const body = { conciliation: labour ? conciliationOf(value) : null }
    act.send({ id: legalCase.id, version: legalCase.version, body }, body, LegalCaseChange)
  }
  return (
    <FormDialog
      title={t('legal.conciliation.title')}
      submitLabel={t('action.save')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      pending={act.pending}
      error={act.error}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      {legalCase.conciliation && (
        <Switch
          label={t('legal.conciliation.labour')}
          checked={labour}
          onChange={(event) => setLabour(event.currentTarget.checked)}
        />
      )}
      {labour && (
        <ConciliationFields
          value={value}
          onChange={(patch) => setValue((now) => ({ ...now, ...patch }))}
          at={(path) => act.at(`conciliation/${path}`)}
        />
      )}
    </FormDialog>
  )
}
