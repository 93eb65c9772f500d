import { SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import { decideLegalCase, FundingDecision } from '@qorgan/shared/legal-cases'
import { useState } from 'react'
import { today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type CaseDialogProps, useCaseAct } from './case-act.ts'
import { caseMutations } from './queries.ts'

export function DecideDialog({ legalCase, onClose }: CaseDialogProps) {
  const { t } = useText()
  const [decision, setDecision] = useState<FundingDecision | null>(null)
  const [number, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<string | null>(today())
  const [reason, setReason] = useState('')
  const act = useCaseAct({ legalCase, onClose }, caseMutations.decide, t('legal.decide.done'))
  const submit = () => {
    const body = {
      decision: decision ?? ('' as FundingDecision),
      number: number.trim() === '' ? null : number,
      decidedOn: decidedOn ?? '',
      reason: reason.trim() === '' ? null : reason,
    }
    act.send({ id: legalCase.id, version: legalCase.version, body }, body, decideLegalCase.body)
  }
  return (
    <FormDialog
      title={t('legal.decide.title')}
      submitLabel={decision === 'decline' ? t('legal.decide.decline') : t('legal.decide.submit')}
      danger={decision === 'decline'}
      onClose={onClose}
      onSubmit={submit}
      pending={act.pending}
      error={act.error}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <ChoiceChips
        autoFocus
        label={t('legal.decide.decision')}
        required
        options={FundingDecision.options.map((one) => ({ value: one, label: t(`legal.decision.${one}`) }))}
        value={decision}
        onChange={setDecision}
        error={act.at('decision')}
      />
      {decision && (
        <Text size="sm" c="dimmed">
          {t(`legal.decide.afterwards.${decision}`)}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('legal.decide.number')}
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={act.at('number')}
        />
        <DayInput
          label={t('legal.decide.decidedOn')}
          required
          max={today()}
          value={decidedOn}
          onChange={setDecidedOn}
          error={act.at('decidedOn')}
        />
      </SimpleGrid>
      <Textarea
        label={t('legal.decide.reason')}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={act.at('reason')}
      />
    </FormDialog>
  )
}
