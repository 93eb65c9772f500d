import { Alert, Textarea } from '@mantine/core'
import { LegalCaseKind, requestLegalCase } from '@qorgan/shared/legal-cases'
import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { caseMutations } from '../legal-cases/queries.ts'
import { clearDraft, useDraft } from '../platform/drafts.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import type { DialogProps } from './AppealDialog.tsx'

interface RequestText {
  id: string
  kind: LegalCaseKind | null
  summary: string
}

/** Asks the legal department to take the appeal; a repeated send makes one case. */
export function RequestCaseDialog({ appeal, onClose }: DialogProps) {
  const { t } = useText()
  const may = useMay()
  const navigate = useNavigate()
  const key = `request.${appeal.id}`
  const { value, change } = useDraft<RequestText>(key, () => ({
    id: uuidv7(),
    kind: null,
    summary: appeal.description ? `${appeal.subject}. ${appeal.description}` : appeal.subject,
  }))
  const save = useSave(caseMutations.request, (legalCase) => {
    clearDraft(key)
    toast(t('legal.request.done', { number: legalCase.number }))
    onClose()
    if (may('legalCases:inspect')) void navigate({ to: '/cases/$caseId', params: { caseId: legalCase.id } })
  })
  const submit = () => {
    const body = { id: value.id, kind: value.kind ?? ('' as LegalCaseKind), summary: value.summary }
    save.send({ id: appeal.id, body }, body, requestLegalCase.body)
  }
  return (
    <FormDialog
      title={t('appeals.action.legal-case')}
      submitLabel={t('legal.request.submit')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <Alert color="gray">{t('legal.request.hint')}</Alert>
      <ChoiceChips
        autoFocus
        label={t('legal.form.kind')}
        required
        options={LegalCaseKind.options.map((kind) => ({ value: kind, label: t(`legal.kind.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => change({ kind })}
        error={save.at('kind')}
      />
      <Textarea
        label={t('legal.form.summary')}
        description={t('legal.request.summaryHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        minRows={4}
        maxLength={4000}
        value={value.summary}
        onChange={(event) => change({ summary: event.currentTarget.value })}
        error={save.at('summary')}
      />
    </FormDialog>
  )
}
