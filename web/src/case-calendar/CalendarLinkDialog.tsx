import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import { calendarLinkMutations, caseCalendarQueries } from './queries.ts'

/** A secret address for the calendar of a phone: shown once, and taken back at any time. */
export function CalendarLinkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const { instant } = useFormat()
  const link = useQuery(caseCalendarQueries.link)
  const create = useMutation(calendarLinkMutations.create)
  const revoke = useMutation({
    ...calendarLinkMutations.revoke,
    onSuccess: () => {
      create.reset()
      toast(t('counsel.calendar.revoked'))
    },
  })
  const since = link.data?.createdAt
  const made = create.data ? new URL(create.data.url, window.location.origin).href : null
  return (
    <Dialog opened onClose={onClose} title={t('counsel.calendar.link')} closeOnClickOutside={made === null}>
      <Stack gap="sm">
        <Text>{t('counsel.calendar.linkText')}</Text>
        {made === null && since && (
          <Text>
            {t('counsel.calendar.linkSince', { when: instant(since) })}{' '}
            {link.data?.lastUsedAt
              ? t('counsel.calendar.linkUsed', { when: instant(link.data.lastUsedAt) })
              : t('counsel.calendar.linkUnused')}
          </Text>
        )}
        {made !== null && <Address url={made} />}
        {(link.error ?? create.error ?? revoke.error) && (
          <ProblemNotice error={link.error ?? create.error ?? revoke.error} />
        )}
        <Group justify="flex-end" gap="xs">
          {since && (
            <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
              {t('counsel.calendar.revoke')}
            </Button>
          )}
          {made === null ? (
            <Button loading={create.isPending} disabled={link.isPending} onClick={() => create.mutate()}>
              {since ? t('counsel.calendar.createAnew') : t('counsel.calendar.create')}
            </Button>
          ) : (
            <Button onClick={onClose}>{t('action.done')}</Button>
          )}
        </Group>
        {made === null && since && (
          <Text size="sm" c="dimmed">
            {t('counsel.calendar.anewHint')}
          </Text>
        )}
      </Stack>
    </Dialog>
  )
}

function Address({ url }: { url: string }) {
  const { t } = useText()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setCopied(true)
    } catch {
      // Without the permission it is selected, and one key copies it.
      field.current?.select()
    }
  }
  return (
    <div>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          ref={field}
          readOnly
          data-autofocus
          flex={1}
          label={t('counsel.calendar.address')}
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          h={42}
          variant="default"
          leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          onClick={() => void copy()}
        >
          {copied ? t('counsel.calendar.copied') : t('action.copy')}
        </Button>
      </Group>
      <Text size="sm" className="q-soon" mt={4} role="status">
        {t('counsel.calendar.once')}
      </Text>
    </div>
  )
}
