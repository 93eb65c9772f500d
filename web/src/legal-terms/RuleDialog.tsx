import { Checkbox, Group, Select, SimpleGrid, Switch, Text, TextInput } from '@mantine/core'
import { LegalCaseKind } from '@qorgan/shared/legal-cases'
import {
  Certainty,
  changeDeadlineRule,
  createDeadlineRule,
  type DeadlineRule,
  TermUnit,
} from '@qorgan/shared/legal-terms'
import { useState } from 'react'
import { today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { labelBody, labelText } from '../organisation/LabelFields.tsx'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { CountInput } from '../ui/CountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { ruleMutations } from './queries.ts'
import { RuleWords } from './RuleWords.tsx'

interface Props {
  rule?: DeadlineRule | undefined
  /** The same rule from another day, as its act was changed. */
  asEdition: boolean
  keys: readonly string[]
  onClose: () => void
}

/** A term of law. What was computed by an earlier edition stays as it was computed. */
export function RuleDialog({ rule, asEdition, keys, onClose }: Props) {
  const { t } = useText()
  const editing = rule !== undefined && !asEdition
  const [id] = useState(() => (editing ? rule.id : uuidv7()))
  const [key] = useState(() => rule?.key ?? freeKey(keys))
  const [title, setTitle] = useState(() => labelText(rule?.title))
  const [event, setEvent] = useState(() => labelText(rule?.event))
  const [value, setValue] = useState(() => ({
    length: rule?.length ?? null,
    unit: rule?.unit ?? 'working_day',
    act: rule?.act ?? '',
    article: rule?.article ?? '',
    edition: asEdition ? '' : (rule?.edition ?? ''),
    validFrom: asEdition ? today() : (rule?.validFrom ?? today()),
    certainty: (asEdition ? undefined : rule?.certainty) ?? 'unsure',
    kinds: rule?.kinds ?? [...LegalCaseKind.options],
    active: rule?.active ?? true,
  }))
  const change = (patch: { [K in keyof typeof value]?: (typeof value)[K] | null }) =>
    setValue((now) => ({ ...now, ...patch }) as typeof value)
  const save = useSave(ruleMutations.save, () => {
    toast(t('counsel.rules.saved'))
    onClose()
  })
  const submit = () => {
    const body = {
      ...value,
      length: value.length ?? Number.NaN,
      edition: value.edition.trim() === '' ? null : value.edition,
      validFrom: value.validFrom ?? '',
      title: labelBody(title),
      event: labelBody(event),
    }
    if (editing) save.send({ change: { id, version: rule.version, body } }, body, changeDeadlineRule.body)
    else save.send({ draft: { ...body, id, key } }, { ...body, id, key }, createDeadlineRule.body)
  }
  const text = (name: 'act' | 'article' | 'edition') => ({
    value: value[name],
    onChange: (typed: { currentTarget: { value: string } }) => change({ [name]: typed.currentTarget.value }),
    error: save.at(name),
  })
  return (
    <FormDialog
      title={t(editing ? 'counsel.rules.editTitle' : asEdition ? 'counsel.rules.newEdition' : 'counsel.rules.addTitle')}
      submitLabel={t('action.save')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      {asEdition && (
        <Text size="sm" c="dimmed">
          {t('counsel.rules.editionHint')}
        </Text>
      )}
      <RuleWords
        name={t('counsel.rules.field.title')}
        path="title"
        value={title}
        onChange={(patch) => setTitle((now) => ({ ...now, ...patch }))}
        at={save.at}
      />
      <RuleWords
        name={t('counsel.rules.field.event')}
        path="event"
        value={event}
        onChange={(patch) => setEvent((now) => ({ ...now, ...patch }))}
        at={save.at}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <CountInput
          required
          label={t('counsel.rules.field.length')}
          value={value.length}
          onChange={(length) => change({ length })}
          error={save.at('length')}
        />
        <Select
          label={t('counsel.rules.field.unit')}
          allowDeselect={false}
          data={TermUnit.options.map((unit) => ({ value: unit, label: t(`counsel.rules.unit.${unit}`) }))}
          value={value.unit}
          onChange={(unit) => change({ unit: TermUnit.options.find((one) => one === unit) ?? value.unit })}
          error={save.at('unit')}
        />
        <TextInput required label={t('counsel.rules.field.act')} maxLength={200} {...text('act')} />
        <TextInput required label={t('counsel.rules.field.article')} maxLength={100} {...text('article')} />
        <TextInput label={t('counsel.rules.field.edition')} maxLength={200} {...text('edition')} />
        <DayInput
          required
          label={t('counsel.rules.field.validFrom')}
          value={value.validFrom}
          onChange={(validFrom) => change({ validFrom })}
          error={save.at('validFrom')}
        />
      </SimpleGrid>
      <ChoiceChips
        label={t('counsel.rules.column.certainty')}
        options={Certainty.options.map((one) => ({ value: one, label: t(`counsel.rules.certainty.${one}`) }))}
        value={value.certainty}
        onChange={(certainty) => change({ certainty })}
        error={save.at('certainty')}
      />
      <Checkbox.Group
        label={t('counsel.rules.field.kinds')}
        value={value.kinds}
        onChange={(kinds) => change({ kinds: LegalCaseKind.options.filter((one) => kinds.includes(one)) })}
        error={save.at('kinds')}
      >
        <Group gap="md" mt={6}>
          {LegalCaseKind.options.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`legal.kind.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Switch
        label={t('counsel.rules.field.active')}
        checked={value.active}
        onChange={(pressed) => change({ active: pressed.currentTarget.checked })}
      />
    </FormDialog>
  )
}

/** People never see the key; it only ties the editions of one rule together. */
function freeKey(keys: readonly string[]): string {
  for (let n = keys.length + 1; ; n++) {
    const key = `own.rule-${n}`
    if (!keys.includes(key)) return key
  }
}
