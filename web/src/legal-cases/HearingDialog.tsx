import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { addHearing, changeHearing, type Hearing } from '@qorgan/shared/hearings'
import { type LegalCase, LegalStage } from '@qorgan/shared/legal-cases'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { clearDraft, useDraft } from '../platform/drafts.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useRecordAct } from './act.ts'
import { bodyOfHearing, hearingFactsOf, textOfHearing } from './hearing-text.ts'
import { caseMutations } from './queries.ts'
import { TimeInput } from './TimeInput.tsx'

interface Props {
  legalCase: LegalCase
  hearing?: Hearing | undefined
  /** The court of the last hearing is likely the court of the next. */
  earlier?: Hearing | undefined
  onClose: () => void
}

/** A hearing that is set, or what came of one that was held. */
export function HearingDialog({ legalCase, hearing, earlier, onClose }: Props) {
  const { t } = useText()
  const { instant } = useFormat()
  const key = `hearing.${hearing?.id ?? legalCase.id}`
  const { value, change } = useDraft(key, () => textOfHearing(hearing, legalCase, earlier))
  const close = () => {
    clearDraft(key)
    onClose()
  }
  const facts = hearingFactsOf({ t, instant })
  const record = hearing ?? null
  const add = useRecordAct(caseMutations.addHearing, {
    record,
    facts: () => [],
    done: t('legal.hearings.added'),
    onClose: close,
  })
  const alter = useRecordAct(caseMutations.changeHearing, {
    record,
    facts: (one) => (one ? facts(one) : []),
    done: t('legal.hearings.saved'),
    onClose: close,
  })
  const act = hearing ? alter : add
  const submit = () => {
    const body = bodyOfHearing(value)
    if (hearing)
      alter.send({ id: legalCase.id, itemId: hearing.id, version: hearing.version, body }, body, changeHearing.body)
    else add.send({ id: legalCase.id, body: { ...body, id: value.id } }, body, addHearing.body)
  }
  return (
    <FormDialog
      title={hearing ? t('legal.hearings.editTitle') : t('legal.hearings.add')}
      submitLabel={t('action.save')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      pending={act.pending}
      error={act.error}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DayInput
          data-autofocus
          label={t('legal.hearings.day')}
          required
          value={value.day}
          onChange={(day) => change({ day })}
          error={value.time === '' && value.day !== null ? undefined : act.at('startsAt')}
        />
        <TimeInput
          label={t('legal.hearings.time')}
          required
          value={value.time}
          onChange={(time) => change({ time })}
          error={value.time === '' ? act.at('startsAt') : undefined}
        />
        <Select
          label={t('legal.form.stage')}
          allowDeselect={false}
          data={LegalStage.options.map((stage) => ({ value: stage, label: t(`legal.stage.${stage}`) }))}
          value={value.stage}
          onChange={(stage) => change({ stage: LegalStage.options.find((one) => one === stage) ?? value.stage })}
          error={act.at('stage')}
        />
      </SimpleGrid>
      <TextInput
        label={t('legal.hearings.court')}
        required
        maxLength={300}
        value={value.court}
        onChange={(event) => change({ court: event.currentTarget.value })}
        error={act.at('court')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('legal.hearings.courtCaseNumber')}
          maxLength={100}
          value={value.courtCaseNumber}
          onChange={(event) => change({ courtCaseNumber: event.currentTarget.value })}
          error={act.at('courtCaseNumber')}
        />
        <TextInput
          label={t('legal.hearings.judge')}
          maxLength={200}
          value={value.judge}
          onChange={(event) => change({ judge: event.currentTarget.value })}
          error={act.at('judge')}
        />
      </SimpleGrid>
      <Textarea
        label={t('legal.hearings.result')}
        minRows={1}
        maxLength={4000}
        value={value.result}
        onChange={(event) => change({ result: event.currentTarget.value })}
        error={act.at('result')}
      />
      <Textarea
        label={t('legal.hearings.nextStep')}
        description={t('legal.hearings.nextStepHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        minRows={1}
        maxLength={2000}
        value={value.nextStep}
        onChange={(event) => change({ nextStep: event.currentTarget.value })}
        error={act.at('nextStep')}
      />
    </FormDialog>
  )
}
