import { Button, Text, Title } from '@mantine/core'
import type { Appeal, AppealAction } from '@qorgan/shared/appeals'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { LinkButton } from '../ui/links.tsx'
import { toast } from '../ui/toast.ts'
import { AppealDialog, type DialogAction } from './AppealDialog.tsx'
import classes from './AppealPage.module.css'
import { appealMutations } from './queries.ts'

const order = [
  'transfer/accept',
  'transfer/reject',
  'start',
  'resolve',
  'resume',
  'assign',
  'extend',
  'suspend',
  'transfer',
  'transfer/revoke',
  'legal-case',
  'edit',
  'reopen',
  'annul',
] as const satisfies readonly AppealAction[]
type Shown = (typeof order)[number]

const atOnce = ['start', 'resume', 'transfer/accept', 'transfer/revoke'] as const
type AtOnce = (typeof atOnce)[number]
const isAtOnce = (action: Shown): action is AtOnce => atOnce.some((one) => one === action)

/** The server says what can be done; the most likely next step stands first and strongest. */
export function AppealActions({ appeal }: { appeal: Appeal }) {
  const { t } = useText()
  const say = useProblemText()
  const [open, setOpen] = useState<DialogAction | null>(null)
  const act = useMutation({
    ...appealMutations.atOnce,
    onSuccess: (_, { body }) => toast(t(`appeals.done.${body}`)),
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  const possible = order.filter((action) => appeal.can[action])
  return (
    <section className="q-surface q-pad q-no-print" aria-labelledby="actions">
      <Title order={2} id="actions" mb="xs">
        {t('appeals.page.actions')}
      </Title>
      {possible.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('appeals.page.readOnly')}
        </Text>
      )}
      <div className={classes['actions']}>
        {possible.map((action, i) => {
          const look = i === 0 ? 'filled' : 'default'
          const colour = action === 'annul' ? { c: 'var(--q-attention)' } : {}
          if (action === 'edit')
            return (
              <LinkButton key={action} variant={look} to="/appeals/$appealId/edit" params={{ appealId: appeal.id }}>
                {t('appeals.action.edit')}
              </LinkButton>
            )
          return (
            <Button
              key={action}
              variant={look}
              {...colour}
              loading={act.isPending && act.variables.body === action}
              onClick={() =>
                isAtOnce(action)
                  ? act.mutate({ id: appeal.id, version: appeal.version, body: action })
                  : setOpen(action)
              }
            >
              {t(`appeals.action.${action}`)}
            </Button>
          )
        })}
      </div>
      {open && <AppealDialog action={open} appeal={appeal} onClose={() => setOpen(null)} />}
    </section>
  )
}
