import { Alert, Checkbox, Select, TextInput } from '@mantine/core'
import { binWarnings } from '@qorgan/shared/identifiers'
import { type Employer, EmployerChange, EmployerDraft } from '@qorgan/shared/organisation'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useDebounced } from '../platform/debounced.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { directoryMutations, employerList } from './directory-queries.ts'
import { DirectoryList, NameCell } from './DirectoryList.tsx'
import { labelBody, LabelFields, labelText } from './LabelFields.tsx'
import { organisationQueries } from './queries.ts'

export function EmployerDirectory() {
  const { t } = useText()
  const may = useMay()
  const { label } = useFormat()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 300)
  const list = useInfiniteQuery({ ...employerList(q), placeholderData: keepPreviousData })
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items), [list.data])
  const regions = useQuery(organisationQueries.regions).data ?? []
  const [open, setOpen] = useState<Employer | 'new' | null>(null)
  const region = (code: string | null) => {
    const found = regions.find((one) => one.code === code)
    return found ? label(found.name) : ''
  }
  return (
    <DirectoryList
      items={items}
      search={typed}
      searchLabel={t('organisation.searchEmployer')}
      onSearch={setTyped}
      onAdd={may('employers:write') ? () => setOpen('new') : undefined}
      hasMore={list.hasNextPage}
      loadMore={() => {
        if (!list.isFetchingNextPage) void list.fetchNextPage()
      }}
      columns={[
        {
          key: 'name',
          title: t('organisation.employer'),
          card: 'full',
          render: (one) => (
            <NameCell
              name={label(one.name)}
              other={one.name.kk}
              closed={!one.active}
              onOpen={one.can.edit ? () => setOpen(one) : undefined}
            />
          ),
        },
        { key: 'bin', title: t('organisation.bin'), width: '10rem', render: (one) => one.bin ?? '' },
        { key: 'region', title: t('organisation.region'), width: '15rem', render: (one) => region(one.regionCode) },
      ]}
    >
      {open && <EmployerDialog employer={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </DirectoryList>
  )
}

function EmployerDialog({ employer, onClose }: { employer: Employer | undefined; onClose: () => void }) {
  const { t } = useText()
  const { label } = useFormat()
  const regions = useQuery(organisationQueries.regions).data ?? []
  const [id] = useState(() => employer?.id ?? uuidv7())
  const [name, setName] = useState(() => labelText(employer?.name))
  const [bin, setBin] = useState(employer?.bin ?? '')
  const [regionCode, setRegionCode] = useState(employer?.regionCode ?? null)
  const [active, setActive] = useState(employer?.active ?? true)
  const save = useSave(directoryMutations.employer, () => {
    toast(t('organisation.saved'))
    onClose()
  })
  const digits = bin.replace(/\s/g, '')
  const submit = () => {
    const body = { name: labelBody(name), bin: digits === '' ? null : digits, regionCode, active }
    if (employer) save.send({ change: { id, version: employer.version, body } }, body, EmployerChange)
    else save.send({ draft: { ...body, id } }, body, EmployerDraft)
  }
  return (
    <FormDialog
      title={employer ? t('organisation.editTitle') : t('organisation.newTitle')}
      submitLabel={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <LabelFields value={name} onChange={(patch) => setName((now) => ({ ...now, ...patch }))} at={save.at} />
      <TextInput
        label={t('organisation.bin')}
        inputMode="numeric"
        maxLength={14}
        value={bin}
        onChange={(event) => setBin(event.currentTarget.value)}
        error={save.at('bin')}
      />
      {digits.length === 12 &&
        binWarnings(digits).map((code) => (
          <Alert key={code} color="ochre">
            {t(`warning.${code}`)}
          </Alert>
        ))}
      <Select
        label={t('organisation.region')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
        data={regions.map((one) => ({ value: one.code, label: label(one.name) }))}
        value={regionCode}
        onChange={setRegionCode}
        error={save.at('regionCode')}
      />
      <Checkbox
        label={t('organisation.active')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}
