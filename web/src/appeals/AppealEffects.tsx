import { ActionIcon, Button, Group, Menu, Skeleton, Text, Title, VisuallyHidden } from '@mantine/core'
import type { Appeal } from '@qorgan/shared/appeals'
import type { Effect } from '@qorgan/shared/effects'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useQuarterName } from '../closing/use-quarter-name.ts'
import { EffectDialog } from '../effects/EffectDialog.tsx'
import { effectMutations, effectQueries } from '../effects/queries.ts'
import { VoidDialog } from '../effects/VoidDialog.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ScrollRegion } from '../ui/ScrollRegion.tsx'
import { toast } from '../ui/toast.ts'
import classes from './AppealPage.module.css'

type Open = { kind: 'add' } | { kind: 'edit' | 'void'; effect: Effect } | null

/** What the appeal brought: a ledger, every entry with its stage and its second person. */
export function AppealEffects({ appeal }: { appeal: Appeal }) {
  const { t } = useText()
  const { tenge, number, day } = useFormat()
  const say = useProblemText()
  const nameOf = useQuarterName()
  // The head of the page says it of the appeal: here only where an entry stands in another quarter.
  const closedIn = (key: string | null) => key && t('closing.late.closed', { count: 1, quarters: nameOf(key) })
  const ledger = useQuery(effectQueries.ofAppeal(appeal.id))
  const [open, setOpen] = useState<Open>(null)
  const confirm = useMutation({
    ...effectMutations.confirm,
    onSuccess: () => toast(t('effects.confirmDone')),
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  const entries = ledger.data ?? []
  return (
    <section className="q-surface q-pad">
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('appeals.page.effects')}</Title>
        {appeal.can.effects && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setOpen({ kind: 'add' })}
          >
            {t('effects.add')}
          </Button>
        )}
      </Group>
      {ledger.isPending && <Skeleton h={60} />}
      {ledger.error && <ProblemNotice error={ledger.error} onRetry={() => void ledger.refetch()} />}
      {ledger.isSuccess && entries.length === 0 && <Text c="dimmed">{t('effects.none')}</Text>}
      {entries.length > 0 && (
        <>
          <Group gap="lg" mb="xs">
            {(['received', 'agreed', 'claimed'] as const)
              .filter((stage) => stage === 'received' || appeal.effect[stage] > 0)
              .map((stage) => (
                <div key={stage}>
                  <Text size="sm" c="dimmed">
                    {t(`effects.${stage}`)}
                  </Text>
                  <Text fw={650} fz="1.125rem">
                    {tenge(appeal.effect[stage])}
                  </Text>
                </div>
              ))}
          </Group>
          <ScrollRegion label={t('effects.tableLabel')} className={classes['scroll']}>
            <table className={classes['ledger']}>
              <thead>
                <tr>
                  <th scope="col">{t('effects.column.occurred')}</th>
                  <th scope="col">{t('effects.column.kind')}</th>
                  <th scope="col" className="q-num">
                    {t('effects.column.amount')}
                  </th>
                  <th scope="col" className="q-num">
                    {t('effects.column.people')}
                  </th>
                  <th scope="col">
                    <span className="q-dim">{t('effects.column.state')}</span>
                  </th>
                  <th scope="col">
                    <VisuallyHidden>{t('appeals.page.actions')}</VisuallyHidden>
                  </th>
                </tr>
              </thead>
              <tbody>
                {entries.map((effect) => (
                  <tr key={effect.id} data-voided={effect.voidedAt !== null}>
                    <td className="q-nowrap">{day(effect.occurredOn)}</td>
                    <td>
                      {t(`effectKind.${effect.kind}`)}
                      <Text size="sm" c="dimmed">
                        {[
                          t(`effectStage.${effect.stage}`),
                          effect.document,
                          effect.closedPeriod !== appeal.closedPeriod &&
                            !effect.voidedAt &&
                            closedIn(effect.closedPeriod),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </Text>
                    </td>
                    <td className="q-num">{number(effect.amount)}</td>
                    <td className="q-num">{number(effect.people)}</td>
                    <td>
                      <EffectState effect={effect} />
                    </td>
                    <td>
                      <Group gap={4} wrap="nowrap" justify="flex-end">
                        {effect.can.confirm && (
                          <Button
                            size="xs"
                            variant="light"
                            loading={confirm.isPending && confirm.variables.id === effect.id}
                            onClick={() => confirm.mutate({ id: effect.id, version: effect.version })}
                          >
                            {t('action.confirm')}
                          </Button>
                        )}
                        {(effect.can.edit || effect.can.void) && (
                          <Menu position="bottom-end">
                            <Menu.Target>
                              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('action.more')}>
                                <IconDots size={20} aria-hidden />
                              </ActionIcon>
                            </Menu.Target>
                            <Menu.Dropdown>
                              {effect.can.edit && (
                                <Menu.Item onClick={() => setOpen({ kind: 'edit', effect })}>
                                  {t('action.edit')}
                                </Menu.Item>
                              )}
                              {effect.can.void && (
                                <Menu.Item onClick={() => setOpen({ kind: 'void', effect })}>
                                  {t('effects.voidAction')}
                                </Menu.Item>
                              )}
                            </Menu.Dropdown>
                          </Menu>
                        )}
                      </Group>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
      {open?.kind === 'add' && <EffectDialog appealId={appeal.id} level={appeal.level} onClose={() => setOpen(null)} />}
      {open?.kind === 'edit' && (
        <EffectDialog
          appealId={appeal.id}
          level={appeal.level}
          effect={entries.find((one) => one.id === open.effect.id) ?? open.effect}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'void' && (
        <VoidDialog
          effect={entries.find((one) => one.id === open.effect.id) ?? open.effect}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}

function EffectState({ effect }: { effect: Effect }) {
  const { t } = useText()
  if (effect.voidedAt)
    return (
      <Text size="sm" c="dimmed">
        {t('effects.voided', { reason: effect.voidReason ?? '' })}
      </Text>
    )
  return (
    <Text size="sm">
      {effect.confirmed ? (
        <span className="q-good">{t('effects.confirmedBy', { name: effect.confirmedBy?.fullName ?? '' })}</span>
      ) : (
        <span className="q-soon">{t('effects.unconfirmed')}</span>
      )}
      <br />
      <span className="q-dim">
        {effect.computed ? t('effects.computed') : t('effects.enteredBy', { name: effect.enteredBy.fullName })}
      </span>
    </Text>
  )
}
