import { Alert, Button, SimpleGrid, Stack, TextInput, Title } from '@mantine/core'
import { changePrintSettings, type PrintSettings } from '@qorgan/shared/exports'
import { useBlocker } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useText } from '../../i18n/i18n.ts'
import { useSave } from '../../platform/use-save.ts'
import { LeaveGuard } from '../../ui/LeaveGuard.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { toast } from '../../ui/toast.ts'
import { bodyOf, draftOf, reportKinds, type SettingsDraft } from './draft.ts'
import { printSettingsMutations } from './queries.ts'
import { SignersField } from './SignersField.tsx'
import { WordsField } from './WordsField.tsx'

/** Who signs from which day and whom to call about it; beneath, the words that seldom change. */
export function SettingsForm({ settings }: { settings: PrintSettings }) {
  const { t } = useText()
  const [draft, setDraft] = useState(() => draftOf(settings))
  const [isTouched, setIsTouched] = useState(false)
  const save = useSave(printSettingsMutations.change, () => {
    setIsTouched(false)
    toast(t('figures.printSettings.saved'))
  })
  const blocker = useBlocker({
    shouldBlockFn: () => isTouched,
    enableBeforeUnload: () => isTouched,
    withResolver: true,
  })
  const isFixed = !settings.can.edit
  const set = (patch: Partial<SettingsDraft>) => {
    setIsTouched(true)
    setDraft((now) => ({ ...now, ...patch }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = bodyOf(draft)
    save.send({ version: settings.version, body }, body, changePrintSettings.body)
  }
  return (
    <form noValidate onSubmit={submit}>
      <LeaveGuard blocker={blocker} />
      {isFixed && (
        <Alert color="gray" mb="md">
          {t('figures.printSettings.readOnly')}
        </Alert>
      )}
      <Stack gap="md" maw={900}>
        <SignersField
          value={draft.signers}
          onChange={(signers) => set({ signers })}
          at={(path) => save.at(`signers/${path}`)}
          readOnly={isFixed}
        />
        <section className="q-surface q-pad">
          <Title order={2} mb="sm">
            {t('figures.printSettings.executor')}
          </Title>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label={t('figures.printSettings.executorName')}
              readOnly={isFixed}
              value={draft.executor.fullName}
              onChange={(event) => set({ executor: { ...draft.executor, fullName: event.currentTarget.value } })}
              error={save.at('executor/fullName')}
            />
            <TextInput
              label={t('figures.printSettings.executorPhone')}
              inputMode="tel"
              readOnly={isFixed}
              value={draft.executor.phone}
              onChange={(event) => set({ executor: { ...draft.executor, phone: event.currentTarget.value } })}
              error={save.at('executor/phone')}
            />
          </SimpleGrid>
        </section>
        <section className="q-surface q-pad">
          <Title order={2} mb="sm">
            {t('figures.printSettings.headings')}
          </Title>
          <Stack gap="md">
            {reportKinds.map((kind) => (
              <WordsField
                key={kind}
                legend={t(`figures.issued.kind.${kind}`)}
                value={draft.headings[kind]}
                onChange={(words) => set({ headings: { ...draft.headings, [kind]: words } })}
                at={(language) => save.at(`headings/${kind}/${language}`)}
                readOnly={isFixed}
              />
            ))}
          </Stack>
        </section>
        <section className="q-surface q-pad">
          <Title order={2} mb="sm">
            {t('figures.printSettings.footnote')}
          </Title>
          <WordsField
            legend={t('figures.printSettings.footnote')}
            value={draft.footnote}
            onChange={(footnote) => set({ footnote })}
            at={(language) => save.at(`footnote/${language}`)}
            readOnly={isFixed}
            isLegendHidden
          />
        </section>
        {save.error && <ProblemNotice error={save.error} />}
        {!isFixed && (
          <Button type="submit" loading={save.pending} style={{ alignSelf: 'flex-start' }}>
            {t('action.save')}
          </Button>
        )}
      </Stack>
    </form>
  )
}
