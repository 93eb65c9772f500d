import { Button, Group, Modal, Text } from '@mantine/core'
import { useText } from '../i18n/i18n.ts'

interface Blocker {
  status: 'blocked' | 'idle'
  proceed?: (() => void) | undefined
  reset?: (() => void) | undefined
}

/** Asks before typed text is left behind. */
export function LeaveGuard({ blocker }: { blocker: Blocker }) {
  const { t } = useText()
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('state.unsaved')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Text>{t('state.unsavedText')}</Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('action.leave')}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {t('action.stay')}
        </Button>
      </Group>
    </Modal>
  )
}
