import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useText } from '../../i18n/i18n.ts'
import { isProblem } from '../../platform/problem.ts'
import { LanguageSwitch } from '../../shell/LanguageSwitch.tsx'
import { LinkAnchor } from '../../ui/links.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { issuedMutations } from '../issued/queries.ts'
import classes from './Check.module.css'
import { Found } from './Found.tsx'

const bare = (typed: string) => typed.replace(/[\s-]/g, '').toUpperCase()

/** Whoever holds a paper types its code, without an account, and sees what the union sent under it. */
export function CheckPage() {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const check = useMutation(issuedMutations.check)
  const isAbsent = isProblem(check.error, 'record.notFound')
  useEffect(() => {
    document.title = `${t('figures.check.title')} · Qorgan`
  }, [t])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const code = bare(typed)
    const wrong = !/^[0-9A-ZА-ЯЁ]{8}$/u.test(code)
    setIsWrong(wrong)
    if (wrong) check.reset()
    else if (!check.isPending) check.mutate(code)
  }
  return (
    <main className={classes['page']}>
      <header className={classes['brand']}>
        <Mark />
        <span>Qorgan</span>
      </header>
      <form onSubmit={submit} noValidate className={`q-surface ${classes['form']}`} aria-labelledby="check-title">
        <div className="q-wall" aria-hidden />
        <Stack gap="md" className={classes['inner']}>
          <div>
            <Title order={1} id="check-title">
              {t('figures.check.title')}
            </Title>
            <Text c="dimmed">{t('figures.check.text')}</Text>
          </div>
          <Group align="flex-end" gap="sm" wrap="wrap">
            <TextInput
              label={t('figures.check.code')}
              classNames={{ input: classes['code'] ?? '' }}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={11}
              autoFocus
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                setIsWrong(false)
              }}
              error={isWrong ? t('figures.check.wrong') : null}
            />
            <Button type="submit" size="md" loading={check.isPending}>
              {t('figures.check.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
      <div aria-live="polite">
        {isAbsent && (
          <p className={`q-surface ${classes['absent']}`} role="status">
            {t('figures.check.absent')}
          </p>
        )}
        {check.error && !isAbsent && <ProblemNotice error={check.error} />}
        {check.data && <Found paper={check.data} />}
      </div>
      <footer className={classes['foot']}>
        <LanguageSwitch onChoose={() => undefined} />
        <LinkAnchor to="/sign-in">{t('figures.check.signIn')}</LinkAnchor>
      </footer>
    </main>
  )
}
