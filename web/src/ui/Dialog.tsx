import { Modal, type ModalRootProps } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useText } from '../i18n/i18n.ts'
import classes from './Dialog.module.css'

interface Props {
  opened: boolean
  onClose: () => void
  title: string
  size?: ModalRootProps['size']
  centered?: boolean
  /** A form is not lost to a click beside it. */
  closeOnClickOutside?: boolean
  children: ReactNode
}

/** A window over the page, named by its title. */
export function Dialog({
  opened,
  onClose,
  title,
  size = 'md',
  centered = true,
  closeOnClickOutside = true,
  children,
}: Props) {
  const { t } = useText()
  useFocusReturn(opened)
  return (
    <Modal.Root
      classNames={{ content: classes['content'] ?? '' }}
      opened={opened}
      onClose={onClose}
      size={size}
      centered={centered}
      closeOnClickOutside={closeOnClickOutside}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content radius="md">
        {/* Not a <header>: outside of a landmark that would be a second banner. */}
        <div className={classes['head']}>
          <Modal.Title className={classes['title'] ?? ''}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('action.close')} size="lg" />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** A window that goes together with its component leaves the focus nowhere: it goes back to where it came from. */
function useFocusReturn(opened: boolean): void {
  useEffect(() => {
    if (!opened) return
    const before = document.activeElement
    return () => {
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body)
          before.focus({ preventScroll: true })
      })
    }
  }, [opened])
}
