import { Text, Textarea } from '@mantine/core'
import { type BranchReport, returnBranchReport } from '@qorgan/shared/closing'
import { useText } from '../i18n/i18n.ts'
import { clearDraft, useDraft } from '../platform/drafts.ts'
import { useSave } from '../platform/use-save.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { closingMutations } from './queries.ts'

export function ReturnDialog({ report, unit, onClose }: { report: BranchReport; unit: string; onClose: () => void }) {
  const { t } = useText()
  const key = `closing.return.${report.id}`
  const draft = useDraft(key, () => ({ comment: '' }))
  const save = useSave(closingMutations.sendBack, () => {
    clearDraft(key)
    toast(t('closing.return.done', { unit }))
    onClose()
  })
  return (
    <FormDialog
      title={t('closing.return.title', { unit })}
      submitLabel={t('closing.return.action')}
      onClose={onClose}
      onSubmit={() => {
        const { comment } = draft.value
        save.send({ id: report.id, version: report.version, body: { comment } }, { comment }, returnBranchReport.body)
      }}
      pending={save.pending}
      error={save.error}
    >
      <Text>{t(report.status === 'accepted' ? 'closing.return.textAccepted' : 'closing.return.text')}</Text>
      <Textarea
        data-autofocus
        label={t('closing.return.comment')}
        description={t('closing.return.commentHint')}
        required
        autosize
        minRows={4}
        maxLength={4000}
        value={draft.value.comment}
        onChange={(event) => draft.change({ comment: event.currentTarget.value })}
        error={save.at('comment')}
      />
    </FormDialog>
  )
}
