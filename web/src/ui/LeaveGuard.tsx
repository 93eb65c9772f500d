import { Button, Group, Text } from '@mantine/core'
import { useText } from '../i18n/i18n.ts'
import { Dialog } from './Dialog.tsx'

interface Blocker {
  status: 'blocked' | 'idle'
  proceed?: (() => void) | undefined
  reset?: (() => void) | undefined
}

/** Asks before typed text, or what `text` speaks of, is left behind. */
export function LeaveGuard({ blocker, text }: { blocker: Blocker; text?: string }) {
  const { t } = useText()
  return (
    <Dialog opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={t('state.unsaved')}>
      <Text>{text ?? t('state.unsavedText')}</Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('action.leave')}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {t('action.stay')}
        </Button>
      </Group>
    </Dialog>
  )
}
