import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { Dialog } from './Dialog.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

interface Props {
  title: string
  submitLabel: string
  onClose: () => void
  onSubmit: () => void
  pending: boolean
  /** A failure that belongs to no field. */
  error?: unknown
  danger?: boolean
  size?: string
  children: ReactNode
}

/** A short form over the page. Ctrl+Enter sends; what was typed stays until it is saved or given up. */
export function FormDialog(props: Props) {
  const { title, submitLabel, onClose, onSubmit, pending, error, danger = false, size = 'md', children } = props
  const { t } = useText()
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!pending) onSubmit()
  }
  useHotkeys({ 'ctrl+enter': () => submit() })
  return (
    <Dialog opened onClose={onClose} title={title} size={size} closeOnClickOutside={false}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {children}
          {error != null && <ProblemNotice error={error} />}
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button ref={beginHere} type="submit" loading={pending} {...(danger ? { color: 'brick' } : {})}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

/** Where there is nothing to fill in, Enter is the answer. */
function beginHere(button: HTMLButtonElement | null): void {
  if (button && !button.form?.querySelector('input, textarea')) button.dataset['autofocus'] = ''
}
