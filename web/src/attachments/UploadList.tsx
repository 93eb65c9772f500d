import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { ApiError, isProblem } from '../platform/problem.ts'
import classes from './Attachments.module.css'
import { type FileFault, offered } from './check-file.ts'
import { useFileSize } from './file-size.ts'
import type { Upload } from './use-uploads.ts'

interface Props {
  uploads: readonly Upload[]
  onRetry: (key: string) => void
  onDismiss: (key: string) => void
}

/** What is on its way, and what did not arrive, with the reason and a way on. */
export function UploadList({ uploads, onRetry, onDismiss }: Props) {
  const { t } = useText()
  const size = useFileSize()
  const say = useUploadFault()
  const shown = uploads.filter((one) => one.state !== 'sent')
  if (shown.length === 0) return null
  return (
    <ul className={classes['uploads']} aria-label={t('counsel.files.uploads')}>
      {shown.map((upload) => (
        <li key={upload.key} className={classes['upload']} data-state={upload.state}>
          <span className={classes['name']}>{upload.file.name}</span>
          <span className="q-dim">{size(upload.file.size)}</span>
          {(upload.state === 'failed' || upload.state === 'refused') && (
            <span className={classes['controls']}>
              {upload.state === 'failed' && (
                <Button size="xs" variant="default" onClick={() => onRetry(upload.key)}>
                  {t('action.retry')}
                </Button>
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('counsel.files.dismiss', { name: upload.file.name })}
                onClick={() => onDismiss(upload.key)}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </span>
          )}
          {upload.state === 'sending' || upload.state === 'waiting' ? (
            <progress
              className={classes['progress']}
              aria-label={t('counsel.files.sending', { name: upload.file.name })}
              max={100}
              value={Math.round(upload.share * 100)}
            >
              {Math.round(upload.share * 100)} %
            </progress>
          ) : (
            <span className={`${classes['fault']} q-attention`} role="alert">
              {say(upload, { types: offered })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What is said of any request is said of a file in the words of files. */
function faultOf(error: unknown): FileFault | undefined {
  if (isProblem(error, 'request.tooLarge')) return 'size'
  return isProblem(error, 'request.unsupportedMediaType') ? 'type' : undefined
}

function useUploadFault() {
  const { t } = useText()
  const say = useProblemText()
  return (upload: Upload, words: { types: string }): string => {
    const fault = upload.fault ?? faultOf(upload.error)
    if (fault) return t(`counsel.files.fault.${fault}`, words)
    const field = upload.error instanceof ApiError ? upload.error.fields[0]?.code : undefined
    return (field && say.field(field)) || say.problem(upload.error)
  }
}
