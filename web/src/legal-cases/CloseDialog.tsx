import { Alert, Select, Textarea } from '@mantine/core'
import { closeLegalCase, LegalOutcome } from '@qorgan/shared/legal-cases'
import { useState } from 'react'
import { today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { clearDraft, useDraft } from '../platform/drafts.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type CaseDialogProps, useCaseAct } from './case-act.ts'
import { caseMutations } from './queries.ts'

export function CloseDialog({ legalCase, onClose }: CaseDialogProps) {
  const { t } = useText()
  const adviceOnly = legalCase.decision?.decision === 'advice_only'
  const [outcome, setOutcome] = useState<LegalOutcome | null>(adviceOnly ? 'advice_given' : null)
  const [closedOn, setClosedOn] = useState<string | null>(today())
  const key = `case.close.${legalCase.id}`
  const draft = useDraft(key, () => ({ summary: '' }))
  const act = useCaseAct(
    {
      legalCase,
      onClose: () => {
        clearDraft(key)
        onClose()
      },
    },
    caseMutations.close,
    t('legal.close.done'),
  )
  const submit = () => {
    const body = {
      outcome: outcome ?? ('' as LegalOutcome),
      closedOn: closedOn ?? '',
      summary: draft.value.summary,
    }
    act.send({ id: legalCase.id, version: legalCase.version, body }, body, closeLegalCase.body)
  }
  const unpaid = legalCase.money !== null && legalCase.money.committed > legalCase.money.paid
  return (
    <FormDialog
      title={t('legal.close.title')}
      submitLabel={t('legal.close.submit')}
      onClose={onClose}
      onSubmit={submit}
      pending={act.pending}
      error={act.error}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      {unpaid && <Alert color="ochre">{t('legal.close.unpaid')}</Alert>}
      <Select
        data-autofocus
        label={t('legal.close.outcome')}
        required
        data={LegalOutcome.options.map((one) => ({ value: one, label: t(`legal.outcome.${one}`) }))}
        value={outcome}
        onChange={(value) => setOutcome(LegalOutcome.options.find((one) => one === value) ?? null)}
        error={act.at('outcome')}
      />
      <DayInput
        label={t('legal.close.closedOn')}
        required
        max={today()}
        value={closedOn}
        onChange={setClosedOn}
        error={act.at('closedOn')}
      />
      <Textarea
        label={t('legal.close.summary')}
        description={t('legal.close.summaryHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        minRows={3}
        maxLength={4000}
        value={draft.value.summary}
        onChange={(event) => draft.change({ summary: event.currentTarget.value })}
        error={act.at('summary')}
      />
    </FormDialog>
  )
}
