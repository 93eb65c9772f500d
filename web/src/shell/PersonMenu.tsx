import { Button, Popover, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core'
import type { Me, Post } from '@qorgan/shared/accounts'
import { IconCheck, IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../accounts/may.ts'
import { usePostName } from '../accounts/post-name.ts'
import { accountMutations, accountQueries } from '../accounts/queries.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { clearAllDrafts } from '../platform/drafts.ts'
import { announcePostChange, signOut } from '../platform/session.ts'
import { toast } from '../ui/toast.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import classes from './Shell.module.css'

/** Who is working, in which post, in which language and light. */
export function PersonMenu() {
  const { t } = useText()
  const me = useMe()
  const say = useProblemText()
  const postName = usePostName()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const failed = (error: Error) => toast(say.problem(error), 'problem')
  const remember = (user: Me) => queryClient.setQueryData(accountQueries.me.queryKey, user)
  const speak = useMutation({ ...accountMutations.speak, onSuccess: remember, onError: failed })
  const act = useMutation({
    ...accountMutations.act,
    onSuccess: async (user) => {
      announcePostChange()
      await router.navigate({ to: '/' })
      // Another post sees other records: nothing of the old ones may stay on the screen.
      await queryClient.cancelQueries()
      queryClient.clear()
      await router.invalidate()
      toast(t('accounts.switched', { post: postName(user.activePost) }))
    },
    onError: failed,
  })
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      clearAllDrafts()
      queryClient.clear()
      await router.navigate({ to: '/sign-in', ignoreBlocker: true })
    },
    onError: failed,
  })
  const posts: readonly Post[] = me.posts
  const [opened, setOpened] = useState(false)
  const choose = (go: () => void) => {
    setOpened(false)
    go()
  }
  return (
    <Popover position="bottom-end" width={330} shadow="md" trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes['person']}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          onClick={() => setOpened((now) => !now)}
        >
          <span className={classes['personName']}>{me.fullName}</span>
          <span className={classes['personPost']}>{postName(me.activePost)}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={me.fullName} p="xs">
        {posts.length > 1 && (
          <div className={classes['menuGroup']} role="group" aria-label={t('accounts.switchPost')}>
            <Text size="xs" c="dimmed" mb={4}>
              {t('accounts.switchPost')}
            </Text>
            {posts.map((post) => (
              <button
                key={post.id}
                type="button"
                className={classes['menuItem']}
                aria-pressed={post.id === me.activePost.id}
                onClick={() => choose(() => act.mutate(post.id))}
              >
                {post.id === me.activePost.id ? (
                  <IconCheck size={16} aria-hidden />
                ) : (
                  <span className={classes['noCheck']} />
                )}
                {postName(post)}
              </button>
            ))}
          </div>
        )}
        <div className={classes['menuGroup']}>
          <Text size="xs" c="dimmed" mb={4}>
            {t('app.language')}
          </Text>
          <LanguageSwitch onChoose={(locale) => speak.mutate(locale)} />
          <Text size="xs" c="dimmed" mt="sm" mb={4}>
            {t('app.theme')}
          </Text>
          <SegmentedControl
            aria-label={t('app.theme')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
            data={[
              { value: 'light', label: t('app.themeLight') },
              { value: 'dark', label: t('app.themeDark') },
              { value: 'auto', label: t('app.themeAuto') },
            ]}
          />
        </div>
        <div className={classes['menuGroup']}>
          <button
            type="button"
            className={classes['menuItem']}
            onClick={() => choose(() => void router.navigate({ to: '/account' }))}
          >
            <IconUserCircle size={18} aria-hidden />
            {t('nav.account')}
          </button>
          <button type="button" className={classes['menuItem']} onClick={() => choose(() => leave.mutate())}>
            <IconLogout size={18} aria-hidden />
            {t('accounts.signOut')}
          </button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
