import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import classes from './Attachments.module.css'
import { accepted, offered } from './check-file.ts'

/** Files are chosen by a button or dropped here; one that misses the place does not replace the page. */
export function DropZone({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  useEffect(() => {
    const keep = (event: globalThis.DragEvent) => event.preventDefault()
    window.addEventListener('dragover', keep)
    window.addEventListener('drop', keep)
    return () => {
      window.removeEventListener('dragover', keep)
      window.removeEventListener('drop', keep)
    }
  }, [])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles(event.dataTransfer.files)
  }
  return (
    <div
      className={`${classes['zone']} q-no-print`}
      data-over={over || undefined}
      onDragEnter={() => setOver(true)}
      onDragOver={() => setOver(true)}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        onChange={(event) => {
          onFiles(event.currentTarget.files ?? [])
          event.currentTarget.value = ''
        }}
      />
      <Button
        variant="default"
        leftSection={<IconUpload size={18} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('counsel.files.add')}
      </Button>
      <span className="q-dim">
        <span className={classes['drop']}>{t('counsel.files.drop')} </span>
        {t('counsel.files.accepts', { types: offered })}
      </span>
    </div>
  )
}
