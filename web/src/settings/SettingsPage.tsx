import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { changeAppealTerm } from '@qorgan/shared/deadlines'
import type { RouteOutput } from '@qorgan/shared/contract'
import { changeSettings, type getSettings } from '@qorgan/shared/settings'
import type { listAppealTerms } from '@qorgan/shared/deadlines'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { AmountInput } from '../ui/AmountInput.tsx'
import { CountInput } from '../ui/CountInput.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import { settingsMutations, settingsQueries } from './queries.ts'

export function SettingsPage() {
  const { t } = useText()
  const settings = useSuspenseQuery(settingsQueries.settings).data
  const terms = useSuspenseQuery(settingsQueries.terms).data
  return (
    <>
      <PageHeader title={t('office.settings.title')} />
      <Stack gap="md" maw={720}>
        <Figures settings={settings} />
        <section className="q-surface q-pad">
          <Title order={2} mb={4}>
            {t('office.settings.terms')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('office.settings.termsHint')}
          </Text>
          <Stack gap="xs">
            {terms.items.map((term) => (
              <TermRow key={term.category} term={term} />
            ))}
          </Stack>
        </section>
      </Stack>
    </>
  )
}

function Figures({ settings }: { settings: RouteOutput<typeof getSettings> }) {
  const { t } = useText()
  const [threshold, setThreshold] = useState<number | null>(settings.confirmationThreshold)
  const [vouchers, setVouchers] = useState<number | null>(settings.yearlyVoucherLimit)
  const [aid, setAid] = useState<number | null>(settings.yearlyAidLimit)
  const save = useSave(settingsMutations.change, () => toast(t('office.settings.saved')))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = {
      confirmationThreshold: threshold ?? Number.NaN,
      yearlyVoucherLimit: vouchers ?? Number.NaN,
      yearlyAidLimit: aid ?? Number.NaN,
    }
    save.send({ version: settings.version, body }, body, changeSettings.body)
  }
  return (
    <form noValidate onSubmit={submit} className="q-surface q-pad">
      <Title order={2} mb="sm">
        {t('office.settings.figures')}
      </Title>
      <Stack gap="sm" maw={420}>
        <AmountInput
          label={t('office.settings.confirmationThreshold')}
          description={t('office.settings.confirmationHint')}
          value={threshold}
          onChange={setThreshold}
          error={save.at('confirmationThreshold')}
        />
        <CountInput
          label={t('office.settings.yearlyVoucherLimit')}
          value={vouchers}
          onChange={setVouchers}
          error={save.at('yearlyVoucherLimit')}
        />
        <AmountInput
          label={t('office.settings.yearlyAidLimit')}
          description={t('office.settings.limitHint')}
          value={aid}
          onChange={setAid}
          error={save.at('yearlyAidLimit')}
        />
        {save.error && <ProblemNotice error={save.error} />}
        <Button type="submit" loading={save.pending} style={{ alignSelf: 'flex-start' }}>
          {t('action.save')}
        </Button>
      </Stack>
    </form>
  )
}

function TermRow({ term }: { term: RouteOutput<typeof listAppealTerms>['items'][number] }) {
  const { t } = useText()
  const [days, setDays] = useState<number | null>(term.workingDays)
  const save = useSave(settingsMutations.changeTerm, () => toast(t('office.settings.saved')))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const body = { workingDays: days ?? Number.NaN }
        save.send({ category: term.category, version: term.version, ...body }, body, changeAppealTerm.body)
      }}
    >
      <Group align="flex-end" gap="sm">
        <CountInput
          label={t(`category.${term.category}`)}
          description={t('office.settings.workingDays')}
          value={days}
          onChange={setDays}
          error={save.at('workingDays')}
          w={340}
          maw="100%"
        />
        <Button type="submit" variant="default" loading={save.pending} disabled={days === term.workingDays}>
          {t('action.save')}
        </Button>
      </Group>
      {save.error && <ProblemNotice error={save.error} />}
    </form>
  )
}
