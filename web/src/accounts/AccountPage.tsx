import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { changePassword } from '@qorgan/shared/accounts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { useSave } from '../platform/use-save.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import { useMe } from './may.ts'
import { usePostName } from './post-name.ts'
import { accountMutations, accountQueries } from './queries.ts'

export function AccountPage() {
  const { t } = useText()
  const me = useMe()
  const postName = usePostName()
  const { day } = useFormat()
  return (
    <>
      <PageHeader title={t('accounts.accountTitle')}>
        {me.fullName} · {me.login}
      </PageHeader>
      <Stack gap="md" maw={720}>
        <section className="q-surface q-pad">
          <Title order={2} mb="xs">
            {t('accounts.posts')}
          </Title>
          {me.posts.map((post) => (
            <Text key={post.id} fw={post.id === me.activePost.id ? 600 : 400}>
              {postName(post)}{' '}
              <span className="q-dim">
                {t('accounts.users.since', { day: day(post.from) })}
                {post.to ? ` ${t('accounts.users.until', { day: day(post.to) })}` : ''}
              </span>
            </Text>
          ))}
        </section>
        <PasswordForm />
        <Sessions />
      </Stack>
    </>
  )
}

function PasswordForm() {
  const { t } = useText()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const save = useSave(accountMutations.changePassword, () => {
    setCurrent('')
    setNew('')
    toast(t('accounts.passwordChanged'))
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { currentPassword, newPassword }
    save.send(body, body, changePassword.body)
  }
  const toggle = { 'aria-label': t('accounts.showPassword'), tabIndex: 0 }
  return (
    <section className="q-surface q-pad">
      <Title order={2} mb="xs">
        {t('accounts.passwordTitle')}
      </Title>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm" maw={420}>
          <PasswordInput
            size="md"
            label={t('accounts.currentPassword')}
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            error={save.at('currentPassword')}
            visibilityToggleButtonProps={toggle}
          />
          <PasswordInput
            size="md"
            label={t('accounts.newPassword')}
            description={t('accounts.newPasswordHint')}
            autoComplete="new-password"
            value={newPassword}
            onChange={(event) => setNew(event.currentTarget.value)}
            error={save.at('newPassword') === undefined ? null : t('accounts.newPasswordHint')}
            visibilityToggleButtonProps={toggle}
          />
          {save.error && <ProblemNotice error={save.error} />}
          <Button type="submit" loading={save.pending} style={{ alignSelf: 'flex-start' }}>
            {t('accounts.changePassword')}
          </Button>
        </Stack>
      </form>
    </section>
  )
}

function Sessions() {
  const { t } = useText()
  const say = useProblemText()
  const { instant } = useFormat()
  const sessions = useQuery(accountQueries.sessions)
  const failed = (error: Error) => toast(say.problem(error), 'problem')
  const end = useMutation({ ...accountMutations.endSession, onError: failed })
  const endOthers = useMutation({
    ...accountMutations.endOthers,
    onSuccess: () => toast(t('accounts.sessionsEnded')),
    onError: failed,
  })
  const items = sessions.data?.items ?? []
  return (
    <section className="q-surface q-pad">
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('accounts.sessions')}</Title>
        {items.length > 1 && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('accounts.endOthers')}
          </Button>
        )}
      </Group>
      {sessions.isPending && <RowsSkeleton rows={2} />}
      {sessions.error && <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <Stack gap="sm">
        {items.map((session) => (
          <Group key={session.id} justify="space-between" wrap="nowrap">
            <div>
              <Text lineClamp={1}>{session.userAgent ?? t('accounts.unknownDevice')}</Text>
              <Text size="sm" c="dimmed">
                {session.current && <b>{t('accounts.sessionCurrent')} · </b>}
                {t('accounts.sessionStarted', { at: instant(session.createdAt) })} ·{' '}
                {t('accounts.sessionLast', { at: instant(session.lastUsedAt) })}
                {session.address ? ` · ${session.address}` : ''}
              </Text>
            </div>
            {!session.current && (
              <Button variant="default" onClick={() => end.mutate(session.id)}>
                {t('accounts.endSession')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </section>
  )
}
