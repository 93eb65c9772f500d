import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { AppealLevel } from '@qorgan/shared/effects'
import { addLegacyTotal } from '@qorgan/shared/legacy-totals'
import { AppealCategory } from '@qorgan/shared/organisation'
import { useState } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { useUnitNames } from '../../organisation/names.ts'
import { useSave } from '../../platform/use-save.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { CountInput } from '../../ui/CountInput.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { printedMutations } from './queries.ts'

const anyLevel = 'any'

/** One printed figure with where it stands: which unit, which days, which document. */
export function LegacyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const { label } = useFormat()
  const { branches } = useUnitNames()
  const [id] = useState(uuidv7)
  const [unit, setUnit] = useState('union')
  const [level, setLevel] = useState<string>(anyLevel)
  const [category, setCategory] = useState<AppealCategory>('pay')
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [count, setCount] = useState<number | null>(null)
  const [effect, setEffect] = useState<number | null>(null)
  const [people, setPeople] = useState<number | null>(null)
  const [source, setSource] = useState('')
  const [footnote, setFootnote] = useState('')
  const save = useSave(printedMutations.add, () => {
    toast(t('figures.printed.saved'))
    onClose()
  })
  const submit = () => {
    const body = {
      id,
      unit,
      level: AppealLevel.options.find((one) => one === level) ?? null,
      category,
      from: from ?? '',
      to: to ?? '',
      count: count ?? Number.NaN,
      effect: effect ?? Number.NaN,
      people,
      source,
      footnote: footnote.trim() === '' ? null : footnote,
    }
    save.send(body, body, addLegacyTotal.body)
  }
  return (
    <FormDialog
      size="lg"
      title={t('figures.printed.addTitle')}
      submitLabel={t('figures.printed.add')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          data-autofocus
          label={t('figures.printed.unit')}
          allowDeselect={false}
          searchable
          data={[
            { value: 'union', label: t('figures.printed.union') },
            { value: 'council', label: t('accounts.council') },
            ...branches.map((branch) => ({ value: branch.id, label: label(branch.name) })),
          ]}
          value={unit}
          onChange={(value) => value && setUnit(value)}
          error={save.at('unit')}
        />
        <Select
          label={t('figures.printed.level')}
          allowDeselect={false}
          data={[
            { value: anyLevel, label: t('figures.printed.anyLevel') },
            ...AppealLevel.options.map((value) => ({ value: value as string, label: t(`level.${value}`) })),
          ]}
          value={level}
          onChange={(value) => value && setLevel(value)}
          error={save.at('level')}
        />
        <Select
          label={t('figures.printed.category')}
          allowDeselect={false}
          data={AppealCategory.options.map((value) => ({ value, label: t(`categoryShort.${value}`) }))}
          value={category}
          onChange={(value) => {
            const chosen = AppealCategory.options.find((one) => one === value)
            if (chosen) setCategory(chosen)
          }}
          error={save.at('category')}
        />
        <span />
        <DayInput required label={t('figures.printed.from')} value={from} onChange={setFrom} error={save.at('from')} />
        <DayInput required label={t('figures.printed.to')} value={to} onChange={setTo} error={save.at('to')} />
        <CountInput
          required
          label={t('figures.printed.count')}
          value={count}
          onChange={setCount}
          error={save.at('count')}
        />
        <AmountInput
          required
          label={t('figures.printed.effect')}
          value={effect}
          onChange={setEffect}
          error={save.at('effect')}
        />
        <CountInput label={t('figures.printed.people')} value={people} onChange={setPeople} error={save.at('people')} />
      </SimpleGrid>
      <TextInput
        required
        label={t('figures.printed.source')}
        description={t('figures.printed.sourceHint')}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        error={save.at('source')}
      />
      <Textarea
        label={t('figures.printed.footnote')}
        value={footnote}
        onChange={(event) => setFootnote(event.currentTarget.value)}
        error={save.at('footnote')}
      />
    </FormDialog>
  )
}
