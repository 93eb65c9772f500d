import { Text, Textarea } from '@mantine/core'
import { type Attachment, removeAppealAttachment } from '@qorgan/shared/attachments'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { attachmentMutations, type Holder } from './queries.ts'

interface Props {
  of: Holder
  recordId: string
  file: Attachment
  onClose: () => void
}

export function RemoveFileDialog({ of, recordId, file, onClose }: Props) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const save = useSave(attachmentMutations.remove, () => {
    toast(t('counsel.files.removed'))
    onClose()
  })
  const submit = () => {
    const body = { reason }
    save.send(
      { holder: of, id: recordId, itemId: file.id, version: file.version, body },
      body,
      removeAppealAttachment.body,
    )
  }
  return (
    <FormDialog
      title={t('counsel.files.removeTitle')}
      submitLabel={t('counsel.files.remove')}
      danger
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <Text fw={600}>{file.fileName}</Text>
      <Textarea
        data-autofocus
        required
        label={t('counsel.reason')}
        description={t('counsel.files.removeHint')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={save.at('reason')}
      />
    </FormDialog>
  )
}
