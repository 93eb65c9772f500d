import { Textarea } from '@mantine/core'
import { addPrivilegedNote, changePrivilegedNote, type PrivilegedNote } from '@qorgan/shared/privileged-notes'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { noteMutations } from './note-queries.ts'

interface Props {
  caseId: string
  note?: PrivilegedNote | undefined
  onSaved: (note: PrivilegedNote) => void
  onClose: () => void
}

/** Written here, its text is kept nowhere in the browser, not even as a draft. */
export function NoteDialog({ caseId, note, onSaved, onClose }: Props) {
  const { t } = useText()
  const [id] = useState(() => note?.id ?? uuidv7())
  const [kind, setKind] = useState(note?.kind ?? 'note')
  const [text, setText] = useState(note?.text ?? '')
  const finish = (saved: PrivilegedNote) => {
    onSaved(saved)
    toast(t('legal.notes.saved'))
    onClose()
  }
  const add = useSave(noteMutations.add, finish)
  const change = useSave(noteMutations.change, finish)
  const save = note ? change : add
  const submit = () => {
    if (note)
      change.send(
        { id: caseId, itemId: id, version: note.version, body: { text } },
        { text },
        changePrivilegedNote.body,
      )
    else add.send({ id: caseId, body: { id, kind, text } }, { id, kind, text }, addPrivilegedNote.body)
  }
  return (
    <FormDialog
      title={note ? t('legal.notes.editTitle') : t('legal.notes.add')}
      submitLabel={t('action.save')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      {!note && (
        <ChoiceChips
          label={t('legal.notes.what')}
          options={(['note', 'accusation'] as const).map((one) => ({
            value: one,
            label: t(`legal.notes.kind.${one}`),
          }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <Textarea
        data-autofocus
        label={t('legal.notes.text')}
        description={t('legal.notes.textHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        minRows={6}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={save.at('text')}
      />
    </FormDialog>
  )
}
