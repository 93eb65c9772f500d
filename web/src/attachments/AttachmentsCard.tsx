import { ActionIcon, Skeleton, Text, Title } from '@mantine/core'
import type { Attachment } from '@qorgan/shared/attachments'
import { IconFile, IconFileText, IconPhoto, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { receiveFile, saveAs } from '../platform/files.ts'
import { isProblem } from '../platform/problem.ts'
import { LeaveGuard } from '../ui/LeaveGuard.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import classes from './Attachments.module.css'
import { DropZone } from './DropZone.tsx'
import { useFileSize } from './file-size.ts'
import { attachmentQueries, type Holder, openingRoutes } from './queries.ts'
import { RemoveFileDialog } from './RemoveFileDialog.tsx'
import { UploadList } from './UploadList.tsx'
import { useUploads } from './use-uploads.ts'

interface Props {
  of: Holder
  recordId: string
  canAdd: boolean
}

/** The files of an appeal or of a case. */
export function AttachmentsCard({ of, recordId, canAdd }: Props) {
  const { t } = useText()
  const titleId = useId()
  const list = useQuery(attachmentQueries.of(of, recordId))
  const files = list.data ?? []
  const { uploads, blocker, add, retry, dismiss } = useUploads(of, recordId, files)
  const [removing, setRemoving] = useState<Attachment | null>(null)
  if (isProblem(list.error, 'record.notFound') || isProblem(list.error, 'auth.forbidden')) return null
  return (
    <section className="q-surface q-pad" aria-labelledby={titleId}>
      <Title order={2} mb="xs" id={titleId}>
        {t('counsel.files.title')}
      </Title>
      {list.isPending && <Skeleton h={48} />}
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && files.length === 0 && !canAdd && <Text c="dimmed">{t('counsel.files.empty')}</Text>}
      {files.length > 0 && (
        <ul className={classes['files']}>
          {files.map((file) => (
            <FileRow key={file.id} of={of} recordId={recordId} file={file} onRemove={() => setRemoving(file)} />
          ))}
        </ul>
      )}
      {uploads.length > 0 && <UploadList uploads={uploads} onRetry={retry} onDismiss={dismiss} />}
      {canAdd && <DropZone onFiles={add} />}
      <LeaveGuard blocker={blocker} text={t('counsel.files.leaveText')} />
      {removing && <RemoveFileDialog of={of} recordId={recordId} file={removing} onClose={() => setRemoving(null)} />}
    </section>
  )
}

interface RowProps {
  of: Holder
  recordId: string
  file: Attachment
  onRemove: () => void
}

function FileRow({ of, recordId, file, onRemove }: RowProps) {
  const { t } = useText()
  const { instant } = useFormat()
  const size = useFileSize()
  const say = useProblemText()
  const open = useMutation({
    mutationFn: () => receiveFile(openingRoutes[of], { params: { id: recordId, itemId: file.id } }),
    onSuccess: ({ blob }) => saveAs(blob, file.fileName),
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  const Icon = file.mediaType.startsWith('image/')
    ? IconPhoto
    : file.mediaType.includes('pdf')
      ? IconFileText
      : IconFile
  return (
    <li className={classes['file']}>
      <Icon size={22} aria-hidden className={classes['icon'] ?? ''} />
      <span className={classes['name']}>
        {file.can.open ? (
          <button
            type="button"
            className={classes['open']}
            disabled={open.isPending}
            aria-label={t('counsel.files.open', { name: file.fileName })}
            onClick={() => open.mutate()}
          >
            {file.fileName}
          </button>
        ) : (
          file.fileName
        )}
      </span>
      <span className={classes['about']}>
        {open.isPending
          ? t('app.loading')
          : `${size(file.size)} · ${instant(file.createdAt)} · ${file.uploadedBy.fullName}`}
      </span>
      {file.can.remove && (
        <ActionIcon
          className={`${classes['remove']} q-no-print`}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('counsel.files.removeOne', { name: file.fileName })}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
