import { Textarea } from '@mantine/core'
import { reopenLegalCase } from '@qorgan/shared/legal-cases'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type CaseDialogProps, useCaseAct } from './case-act.ts'
import { caseMutations } from './queries.ts'

export function ReopenDialog({ legalCase, onClose }: CaseDialogProps) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const act = useCaseAct({ legalCase, onClose }, caseMutations.reopen, t('legal.reopen.done'))
  return (
    <FormDialog
      title={t('legal.reopen.title')}
      submitLabel={t('legal.reopen.submit')}
      onClose={onClose}
      onSubmit={() =>
        act.send({ id: legalCase.id, version: legalCase.version, body: { reason } }, { reason }, reopenLegalCase.body)
      }
      pending={act.pending}
      error={act.error}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <Textarea
        data-autofocus
        label={t('legal.reopen.reason')}
        required
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={act.at('reason')}
      />
    </FormDialog>
  )
}
