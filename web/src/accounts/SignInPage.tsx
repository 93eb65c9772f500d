import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { signIn } from '../platform/session.ts'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'
import { Mark } from '../ui/Mark.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { accountQueries } from './queries.ts'
import classes from './SignInPage.module.css'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useText()
  const { next } = route.useSearch()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  useEffect(() => {
    document.title = `${t('accounts.signInTitle')} · Qorgan`
  }, [t])
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: async (user) => {
      queryClient.clear()
      queryClient.setQueryData(accountQueries.me.queryKey, user)
      if (next) router.history.push(next)
      else await router.navigate({ to: '/' })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!enter.isPending) enter.mutate({ login: login.trim().toLowerCase(), password })
  }
  return (
    <div className={classes['page']}>
      <div className={classes['side']} aria-hidden="true">
        <div className={classes['words']}>
          <Mark size={64} />
          <p className={classes['name']}>Qorgan</p>
          <p className={classes['tagline']}>{t('app.tagline')}</p>
        </div>
        <div className={classes['wall']} />
      </div>
      <main className={classes['main']}>
        <form className={classes['form']} onSubmit={submit} aria-labelledby="sign-in-title">
          <Stack gap="md">
            <Title order={1} id="sign-in-title">
              {t('accounts.signInTitle')}
            </Title>
            {enter.error && <ProblemNotice error={enter.error} />}
            <TextInput
              label={t('accounts.login')}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              autoFocus
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
            <PasswordInput
              size="md"
              label={t('accounts.password')}
              name="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('accounts.showPassword'), tabIndex: 0 }}
            />
            <Button type="submit" size="md" loading={enter.isPending} fullWidth>
              {t('accounts.signIn')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('accounts.forgotten')}
            </Text>
          </Stack>
        </form>
        <LanguageSwitch onChoose={() => undefined} />
      </main>
    </div>
  )
}
