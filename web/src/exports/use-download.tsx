import { Button, Group, Progress as ProgressBar, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { ApiError } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { type FileRoute, type Progress, receiveFile, saveAs } from '../platform/files.ts'

interface Wanted {
  route: FileRoute
  params?: Record<string, string>
  query?: Record<string, unknown>
  fallbackName: string
}

/** Fetches a file beside whatever the person does meanwhile: the notice says how far it is, can stop it, and says how it ended. */
export function useDownload(): (wanted: Wanted) => void {
  const { t } = useText()
  const { number } = useFormat()
  const say = useProblemText()
  const size = (bytes: number) =>
    bytes < 1_000_000
      ? t('figures.exports.kilobytes', { value: number(Math.max(1, Math.round(bytes / 1000))) })
      : t('figures.exports.megabytes', { value: number(Math.round(bytes / 100_000) / 10) })
  return ({ route, params, query, fallbackName }) => {
    const id = uuidv7()
    const stop = new AbortController()
    const underWay = (progress: Progress | null) => ({
      id,
      loading: true,
      withBorder: true,
      autoClose: false as const,
      withCloseButton: false,
      message: (
        <Stack gap={4}>
          <Text size="sm">{t('figures.exports.preparing')}</Text>
          {/* What changes several times a second is for the eye: a screen reader hears the beginning and the end. */}
          {progress && (
            <div aria-hidden>
              <Text size="sm" c="dimmed">
                {[
                  progress.rows === null
                    ? null
                    : t('figures.exports.rows', {
                        rows: t('count.rows', { count: progress.rows, value: number(progress.rows) }),
                      }),
                  t('figures.exports.progress', { size: size(progress.bytes) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              {progress.totalBytes !== null && (
                <ProgressBar mt={4} value={(100 * progress.bytes) / Math.max(1, progress.totalBytes)} />
              )}
            </div>
          )}
          <Group>
            <Button size="xs" variant="default" onClick={() => stop.abort()}>
              {t('action.cancel')}
            </Button>
          </Group>
        </Stack>
      ),
    })
    const ended = (message: string, isDone: boolean) =>
      notifications.update({
        id,
        loading: false,
        withBorder: true,
        withCloseButton: true,
        closeButtonProps: { 'aria-label': t('action.close') },
        color: isDone ? 'petrol' : 'brick',
        autoClose: isDone ? 8000 : 15_000,
        message,
      })
    notifications.show(underWay(null))
    let shown = 0
    receiveFile(route, {
      params,
      query,
      signal: stop.signal,
      onProgress: (progress) => {
        if (performance.now() - shown < 250) return
        shown = performance.now()
        notifications.update(underWay(progress))
      },
    }).then(
      ({ blob, name }) => {
        const fileName = name ?? fallbackName
        saveAs(blob, fileName)
        ended(t('figures.exports.done', { name: fileName, size: size(blob.size) }), true)
      },
      (error: unknown) => {
        const why = error instanceof ApiError ? say.problem(error) : t('figures.exports.broken')
        ended(stop.signal.aborted ? t('figures.exports.stopped') : t('figures.exports.failed', { why }), false)
      },
    )
  }
}
