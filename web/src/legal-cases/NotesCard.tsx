import { Button, Group, Text, Title } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import type { PrivilegedNote } from '@qorgan/shared/privileged-notes'
import { IconLock, IconPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import classes from './CasePage.module.css'
import { NoteDialog } from './NoteDialog.tsx'
import { noteMutations } from './note-queries.ts'
import { Openings } from './Openings.tsx'

/**
 * Privileged notes and the facts of an accusation: closed until somebody says that they want to read them, which is on record.
 * What was read lives in this component alone and is gone with it.
 */
export function NotesCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { instant } = useFormat()
  const reading = useMutation(noteMutations.open)
  const [written, setWritten] = useState<Record<string, PrivilegedNote>>({})
  const [open, setOpen] = useState<PrivilegedNote | 'new' | null>(null)
  const keep = (note: PrivilegedNote) => setWritten((now) => ({ ...now, [note.id]: note }))
  const read = reading.data
  const notes = read && [
    ...Object.values(written).filter((note) => !read.some((one) => one.id === note.id)),
    ...read.map((note) => written[note.id] ?? note),
  ]
  const forget = () => {
    reading.reset()
    setWritten({})
  }
  return (
    <section className="q-surface q-pad" id="notes" tabIndex={-1} aria-labelledby="notes-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="notes-title">
          {t('legal.notes.title')}
        </Title>
        {legalCase.can['privileged-notes'] && (
          <Button
            className="q-no-print"
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setOpen('new')}
          >
            {t('legal.notes.add')}
          </Button>
        )}
      </Group>
      {notes === undefined ? (
        <Group gap="md">
          <Button
            variant="default"
            leftSection={<IconLock size={18} aria-hidden />}
            loading={reading.isPending}
            onClick={() => reading.mutate(legalCase.id)}
          >
            {t('legal.notes.open')}
          </Button>
          <Text size="sm" c="dimmed" style={{ flex: '1 1 16rem' }}>
            {t('legal.notes.closed')}
          </Text>
        </Group>
      ) : (
        <div className="q-no-print">
          {notes.length === 0 && <Text c="dimmed">{t('legal.notes.none')}</Text>}
          <ul className={classes['rows']}>
            {notes.map((note) => (
              <li key={note.id} className={classes['note']} data-kind={note.kind}>
                <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
                  <div>
                    <Text fw={600}>{t(`legal.notes.kind.${note.kind}`)}</Text>
                    <Text size="sm" c="dimmed">
                      {note.writtenBy.fullName}, {instant(note.writtenAt)}
                    </Text>
                  </div>
                  {note.can.edit && (
                    <Button size="xs" variant="subtle" onClick={() => setOpen(note)}>
                      {t('action.edit')}
                    </Button>
                  )}
                </Group>
                <Text className="q-prose" mt={4}>
                  {note.text}
                </Text>
              </li>
            ))}
          </ul>
          <Button variant="subtle" size="xs" mt="xs" onClick={forget}>
            {t('legal.notes.hide')}
          </Button>
        </div>
      )}
      {reading.error && <ProblemNotice error={reading.error} />}
      <Openings caseId={legalCase.id} />
      {open && (
        <NoteDialog
          caseId={legalCase.id}
          note={open === 'new' ? undefined : (written[open.id] ?? open)}
          onSaved={keep}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
