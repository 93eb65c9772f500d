import {
  Button,
  Checkbox,
  Divider,
  Group,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { type User, UserChange, UserDraft } from '@qorgan/shared/accounts'
import { Locale } from '@qorgan/shared/fields'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { today, useFormat } from '../i18n/format.ts'
import { localeNames, useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { usePostName } from './post-name.ts'
import { bodyOfPost, emptyPost, PostFields } from './PostFields.tsx'
import { userMutations } from './users-queries.ts'

/** An account with its posts: opened, renamed, closed; a post is given from a day and ended on a day. */
export function UserDialog({ user, onClose }: { user: User | undefined; onClose: () => void }) {
  const { t } = useText()
  const [id] = useState(() => user?.id ?? uuidv7())
  const [fullName, setFullName] = useState(user?.fullName ?? '')
  const [login, setLogin] = useState(user?.login ?? '')
  const [password, setPassword] = useState('')
  const [locale, setLocale] = useState<Locale>(user?.locale ?? 'ru')
  const [active, setActive] = useState(user?.active ?? true)
  const [post, setPost] = useState(emptyPost)
  const saved = () => {
    toast(t('accounts.users.saved'))
    onClose()
  }
  const create = useSave(userMutations.create, saved)
  const change = useSave(userMutations.change, saved)
  const at = (path: string) => create.at(path) ?? change.at(path)
  const submit = () => {
    if (user) {
      const body = { fullName, login, locale, active, ...(password === '' ? {} : { password }) }
      change.send({ id, version: user.version, body }, body, UserChange)
    } else {
      const body = { id, fullName, login, locale, password, posts: [bodyOfPost(post)] }
      create.send(body, body, UserDraft)
    }
  }
  return (
    <FormDialog
      title={user ? user.fullName : t('accounts.users.add')}
      submitLabel={t('action.save')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      pending={create.pending || change.pending}
      error={create.error ?? change.error}
    >
      <TextInput
        data-autofocus
        label={t('accounts.users.name')}
        required
        maxLength={200}
        value={fullName}
        onChange={(event) => setFullName(event.currentTarget.value)}
        error={at('fullName')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('accounts.users.login')}
          description={t('accounts.users.loginHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          maxLength={64}
          autoComplete="off"
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          error={at('login')}
        />
        <PasswordInput
          size="md"
          label={user ? t('accounts.users.newPassword') : t('accounts.users.password')}
          description={user ? t('accounts.users.newPasswordHint') : t('accounts.newPasswordHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="new-password"
          required={!user}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={at('password')}
          visibilityToggleButtonProps={{ 'aria-label': t('accounts.showPassword'), tabIndex: 0 }}
        />
      </SimpleGrid>
      <Select
        label={t('accounts.users.locale')}
        allowDeselect={false}
        data={Locale.options.map((one) => ({ value: one, label: localeNames[one] }))}
        value={locale}
        onChange={(value) => setLocale(Locale.options.find((one) => one === value) ?? 'ru')}
      />
      {user ? (
        <>
          <Checkbox
            label={t('accounts.users.active')}
            checked={active}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
          <Posts user={user} />
        </>
      ) : (
        <PostFields
          value={post}
          onChange={(patch) => setPost((now) => ({ ...now, ...patch }))}
          at={(path) => at(`posts/0/${path}`)}
        />
      )}
    </FormDialog>
  )
}

function Posts({ user }: { user: User }) {
  const { t } = useText()
  const say = useProblemText()
  const { day } = useFormat()
  const postName = usePostName()
  const [giving, setGiving] = useState(false)
  const [post, setPost] = useState(emptyPost)
  const end = useMutation({
    ...userMutations.changePost,
    onSuccess: () => toast(t('accounts.users.saved')),
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  const give = useMutation({
    ...userMutations.givePost,
    onSuccess: () => {
      setGiving(false)
      setPost(emptyPost())
      toast(t('accounts.users.saved'))
    },
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  return (
    <Stack gap="xs">
      <Divider label={t('accounts.users.posts')} labelPosition="left" />
      {user.posts.length === 0 && <Text c="dimmed">{t('accounts.users.noPosts')}</Text>}
      {user.posts.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap">
          <div>
            <Text>{postName(one)}</Text>
            <Text size="sm" c="dimmed">
              {t('accounts.users.since', { day: day(one.from) })}
              {one.to ? ` ${t('accounts.users.until', { day: day(one.to) })}` : ''}
            </Text>
          </div>
          {one.to === null && (
            <Button
              variant="default"
              loading={end.isPending}
              onClick={() => end.mutate({ id: user.id, version: user.version, body: { id: one.id, to: today() } })}
            >
              {t('accounts.users.endPost')}
            </Button>
          )}
        </Group>
      ))}
      {giving ? (
        <>
          <PostFields
            value={post}
            onChange={(patch) => setPost((now) => ({ ...now, ...patch }))}
            at={() => undefined}
          />
          <Button
            variant="light"
            loading={give.isPending}
            onClick={() => give.mutate({ id: user.id, body: bodyOfPost(post) })}
          >
            {t('accounts.users.addPost')}
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={() => setGiving(true)} style={{ alignSelf: 'flex-start' }}>
          {t('accounts.users.addPost')}
        </Button>
      )}
    </Stack>
  )
}
