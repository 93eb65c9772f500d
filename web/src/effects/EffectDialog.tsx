import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import {
  type AppealLevel,
  type Effect,
  EffectChange,
  EffectDraft,
  EffectKind,
  EffectStage,
} from '@qorgan/shared/effects'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ClosedQuarterHint } from '../closing/ClosedQuarterHint.tsx'
import { formatDay, today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { clearDraft, useDraft } from '../platform/drafts.ts'
import { type FieldErrors, focusFirstError, problemErrors, schemaErrors } from '../platform/form.ts'
import { isProblem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { AmountInput } from '../ui/AmountInput.tsx'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { CountInput } from '../ui/CountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { effectMutations } from './queries.ts'

interface EffectText {
  id: string
  kind: EffectKind | null
  stage: EffectStage
  amount: number | null
  people: number | null
  occurredOn: string | null
  document: string
  calculation: string
  note: string
}

const textOf = (effect: Effect | undefined): EffectText =>
  effect
    ? {
        ...effect,
        document: effect.document ?? '',
        calculation: effect.calculation ?? '',
        note: effect.note ?? '',
      }
    : {
        id: uuidv7(),
        kind: null,
        stage: 'received',
        amount: null,
        people: 1,
        occurredOn: today(),
        document: '',
        calculation: '',
        note: '',
      }

const orNull = (text: string) => (text.trim() === '' ? null : text)

/** A new entry, or a change of one that nobody has confirmed. */
export function EffectDialog({
  appealId,
  level,
  effect,
  onClose,
}: {
  appealId: string
  level?: AppealLevel
  effect?: Effect
  onClose: () => void
}) {
  const { t } = useText()
  const say = useProblemText()
  const { tenge } = useFormat()
  const key = `effect.${effect?.id ?? appealId}`
  const { value, change } = useDraft(key, () => textOf(effect))
  const [wrong, setWrong] = useState<FieldErrors>({})
  const [seen, setSeen] = useState(effect)
  const finish = {
    onSuccess: () => {
      clearDraft(key)
      toast(effect ? t('effects.changed') : t('effects.saved'))
      onClose()
    },
    onError: (error: Error) => {
      setWrong(problemErrors(error))
      focusFirstError()
    },
  }
  const add = useMutation({ ...effectMutations.add, ...finish })
  const alter = useMutation({ ...effectMutations.change, ...finish })
  const failure = add.error ?? alter.error
  const conflicted = isProblem(failure, 'record.changedMeanwhile')
  const submit = () => {
    const body = {
      kind: value.kind ?? ('' as EffectKind),
      stage: value.stage,
      amount: value.amount ?? Number.NaN,
      people: value.people ?? Number.NaN,
      occurredOn: value.occurredOn ?? '',
      document: orNull(value.document),
      calculation: orNull(value.calculation),
      note: orNull(value.note),
    }
    const checked = effect ? EffectChange.safeParse(body) : EffectDraft.safeParse(body)
    if (!checked.success) {
      setWrong(schemaErrors(checked.error))
      focusFirstError()
      return
    }
    setWrong({})
    if (!conflicted) setSeen(effect)
    if (effect) alter.mutate({ id: effect.id, version: effect.version, body })
    else add.mutate({ appealId, body: { ...body, id: value.id } })
  }
  const changes =
    conflicted && effect && seen
      ? [
          { key: 'amount', name: t('effects.amount'), was: tenge(seen.amount), now: tenge(effect.amount) },
          {
            key: 'on',
            name: t('effects.occurredOn'),
            was: formatDay(seen.occurredOn),
            now: formatDay(effect.occurredOn),
          },
          {
            key: 'kind',
            name: t('effects.kind'),
            was: t(`effectKind.${seen.kind}`),
            now: t(`effectKind.${effect.kind}`),
          },
        ].filter((one) => one.was !== one.now)
      : null
  return (
    <FormDialog
      title={effect ? t('effects.editTitle') : t('effects.add')}
      submitLabel={t('action.save')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      pending={add.isPending || alter.isPending}
      error={failure && !conflicted && Object.keys(wrong).length === 0 ? failure : null}
    >
      {changes && <ConflictNotice changes={changes} />}
      <Select
        data-autofocus
        label={t('effects.kind')}
        data={EffectKind.options.map((one) => ({ value: one, label: t(`effectKind.${one}`) }))}
        value={value.kind}
        onChange={(kind) => change({ kind: EffectKind.options.find((one) => one === kind) ?? null })}
        error={say.at(wrong, 'kind')}
        searchable
        required
      />
      <div>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <AmountInput
            label={t('effects.amount')}
            value={value.amount}
            onChange={(amount) => change({ amount })}
            error={say.at(wrong, 'amount')}
            required
          />
          <CountInput
            label={t('effects.people')}
            description={t('effects.peopleHint')}
            value={value.people}
            onChange={(people) => change({ people })}
            error={say.at(wrong, 'people')}
            required
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <Select
            label={t('effects.stage')}
            description={t('effects.stageHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={EffectStage.options.map((one) => ({ value: one, label: t(`effectStage.${one}`) }))}
            value={value.stage}
            onChange={(stage) => change({ stage: EffectStage.options.find((one) => one === stage) ?? 'received' })}
            error={say.at(wrong, 'stage')}
          />
          <DayInput
            label={t('effects.occurredOn')}
            description={t('effects.occurredHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={value.occurredOn}
            onChange={(occurredOn) => change({ occurredOn })}
            error={say.at(wrong, 'occurredOn')}
            required
          />
        </SimpleGrid>
        <ClosedQuarterHint
          act={effect ? 'change' : 'enter'}
          days={value.stage === 'received' ? [value.occurredOn] : []}
          level={level ?? null}
          standing={[effect?.closedPeriod ?? null]}
        />
      </div>
      <TextInput
        label={t('effects.document')}
        description={t('effects.documentHint')}
        maxLength={500}
        value={value.document}
        onChange={(event) => change({ document: event.currentTarget.value })}
        error={say.at(wrong, 'document')}
      />
      <Textarea
        label={t('effects.calculation')}
        maxLength={2000}
        minRows={1}
        value={value.calculation}
        onChange={(event) => change({ calculation: event.currentTarget.value })}
        error={say.at(wrong, 'calculation')}
      />
      <Textarea
        label={t('effects.note')}
        maxLength={2000}
        minRows={1}
        value={value.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        error={say.at(wrong, 'note')}
      />
    </FormDialog>
  )
}
