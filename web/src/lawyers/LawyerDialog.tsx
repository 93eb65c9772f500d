import { MultiSelect, Select, SimpleGrid, Switch, TagsInput, TextInput } from '@mantine/core'
import { type Lawyer, LawyerChange, LawyerDraft, LawyerKind } from '@qorgan/shared/lawyers'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { accountQueries } from '../accounts/queries.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { EmployersField } from './EmployersField.tsx'
import { lawyerMutations } from './queries.ts'
import { useLawyerWords } from './words.ts'

const inPlace = { comboboxProps: { withinPortal: false } } as const
const orNull = (text: string) => (text.trim() === '' ? null : text)

const textOf = (lawyer: Lawyer | undefined) => ({
  fullName: lawyer?.fullName ?? '',
  kind: lawyer?.kind ?? 'advocate',
  licenceNumber: lawyer?.licenceNumber ?? '',
  specialisations: lawyer?.specialisations ?? [],
  regions: lawyer?.regions ?? [],
  languages: lawyer?.languages ?? ['ru'],
  phone: lawyer?.phone ?? '',
  email: lawyer?.email ?? '',
  userId: lawyer?.userId ?? null,
  active: lawyer?.active ?? true,
  contractUntil: lawyer?.contractUntil ?? null,
  employerIds: lawyer?.employerIds ?? [],
})

/** Somebody on the panel; an account of theirs lets them see their own cases. */
export function LawyerDialog({ lawyer, onClose }: { lawyer?: Lawyer | undefined; onClose: () => void }) {
  const { t } = useText()
  const words = useLawyerWords()
  const accounts = (useQuery(accountQueries.colleagues).data ?? []).filter((user) =>
    user.posts.some((post) => post.role === 'lawyer'),
  )
  const [id] = useState(() => lawyer?.id ?? uuidv7())
  const [value, setValue] = useState(() => textOf(lawyer))
  const change = (patch: Partial<typeof value>) => setValue((now) => ({ ...now, ...patch }))
  const save = useSave(lawyerMutations.save, () => {
    toast(t('counsel.lawyers.saved'))
    onClose()
  })
  const submit = () => {
    const body = {
      ...value,
      licenceNumber: orNull(value.licenceNumber),
      phone: orNull(value.phone),
      email: orNull(value.email),
    }
    if (lawyer) save.send({ change: { id, version: lawyer.version, body } }, body, LawyerChange)
    else save.send({ draft: { ...body, id } }, body, LawyerDraft)
  }
  const text = (key: 'fullName' | 'licenceNumber' | 'phone' | 'email') => ({
    value: value[key],
    onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value }),
    error: save.at(key),
  })
  return (
    <FormDialog
      title={lawyer ? t('counsel.lawyers.editTitle') : t('counsel.lawyers.addTitle')}
      submitLabel={t('action.save')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <TextInput
        data-autofocus
        required
        label={t('counsel.lawyers.field.fullName')}
        maxLength={200}
        {...text('fullName')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('counsel.lawyers.field.kind')}
          allowDeselect={false}
          data={LawyerKind.options.map((kind) => ({ value: kind, label: t(`counsel.lawyerKind.${kind}`) }))}
          value={value.kind}
          onChange={(kind) => change({ kind: LawyerKind.options.find((one) => one === kind) ?? value.kind })}
          error={save.at('kind')}
        />
        <TextInput label={t('counsel.lawyers.field.licence')} maxLength={100} {...text('licenceNumber')} />
        <TextInput label={t('counsel.lawyers.field.phone')} type="tel" maxLength={40} {...text('phone')} />
        <TextInput label={t('counsel.lawyers.field.email')} type="email" maxLength={200} {...text('email')} />
      </SimpleGrid>
      <TagsInput
        {...inPlace}
        size="md"
        label={t('counsel.lawyers.field.specialisations')}
        description={t('counsel.lawyers.field.specialisationsHint')}
        data={words.fields.map((one) => one.label)}
        value={value.specialisations.map(words.field)}
        onChange={(chosen) => change({ specialisations: chosen.map(words.fieldCode) })}
        maxTags={30}
        error={save.at('specialisations')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <MultiSelect
          label={t('counsel.lawyers.field.regions')}
          searchable
          data={words.regions}
          value={value.regions}
          onChange={(regions) => change({ regions })}
          error={save.at('regions')}
        />
        <MultiSelect
          label={t('counsel.lawyers.field.languages')}
          data={[...new Set([...words.languages.map((one) => one.value), ...value.languages])].map((code) => ({
            value: code,
            label: words.language(code),
          }))}
          value={value.languages}
          onChange={(languages) => change({ languages })}
          error={save.at('languages')}
        />
        <DayInput
          label={t('counsel.lawyers.field.contractUntil')}
          value={value.contractUntil}
          onChange={(contractUntil) => change({ contractUntil })}
          error={save.at('contractUntil')}
        />
        <Select
          label={t('counsel.lawyers.field.account')}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          data={accounts.map((user) => ({ value: user.id, label: user.fullName }))}
          value={value.userId}
          onChange={(userId) => change({ userId })}
          error={save.at('userId')}
        />
      </SimpleGrid>
      <EmployersField
        value={value.employerIds}
        onChange={(employerIds) => change({ employerIds })}
        error={save.at('employerIds')}
      />
      <Switch
        label={t('counsel.lawyers.field.active')}
        checked={value.active}
        onChange={(event) => change({ active: event.currentTarget.checked })}
      />
    </FormDialog>
  )
}
