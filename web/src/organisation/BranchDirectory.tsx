import { MultiSelect, TextInput } from '@mantine/core'
import { type Branch, BranchChange, BranchDraft } from '@qorgan/shared/organisation'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { directoryMutations } from './directory-queries.ts'
import { DirectoryList, NameCell } from './DirectoryList.tsx'
import { labelBody, LabelFields, labelText } from './LabelFields.tsx'
import { organisationQueries } from './queries.ts'

export function BranchDirectory() {
  const { t } = useText()
  const may = useMay()
  const { label } = useFormat()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Branch | 'new' | null>(null)
  const all = useQuery(organisationQueries.branches).data
  const wanted = typed.trim().toLowerCase()
  return (
    <DirectoryList
      items={all?.filter((one) => `${one.name.ru} ${one.name.kk}`.toLowerCase().includes(wanted))}
      search={typed}
      searchLabel={t('organisation.search')}
      onSearch={setTyped}
      onAdd={may('directories:write') ? () => setOpen('new') : undefined}
      columns={[
        {
          key: 'name',
          title: t('organisation.tabs.branches'),
          card: 'full',
          render: (one) => (
            <NameCell
              name={label(one.name)}
              other={one.name.kk}
              closed={one.activeTo !== null && one.activeTo < today()}
              onOpen={one.can.edit ? () => setOpen(one) : undefined}
            />
          ),
        },
        { key: 'prefix', title: t('organisation.prefix'), width: '9rem', render: (one) => one.numberPrefix },
        {
          key: 'regions',
          title: t('organisation.regions'),
          width: '17rem',
          render: (one) => one.regions.map((region) => label(region.name)).join(', '),
        },
      ]}
    >
      {open && <BranchDialog branch={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </DirectoryList>
  )
}

function BranchDialog({ branch, onClose }: { branch: Branch | undefined; onClose: () => void }) {
  const { t } = useText()
  const { label } = useFormat()
  const regions = useQuery(organisationQueries.regions).data ?? []
  const [id] = useState(() => branch?.id ?? uuidv7())
  const [name, setName] = useState(() => labelText(branch?.name))
  const [code, setCode] = useState('')
  const [numberPrefix, setPrefix] = useState('')
  const [regionCodes, setRegions] = useState(() => branch?.regions.map((one) => one.code) ?? [])
  const [activeFrom, setActiveFrom] = useState<string | null>(branch?.activeFrom ?? today())
  const [activeTo, setActiveTo] = useState<string | null>(branch?.activeTo ?? null)
  const save = useSave(directoryMutations.branch, () => {
    toast(t('organisation.saved'))
    onClose()
  })
  const submit = () => {
    const body = { name: labelBody(name), regionCodes, activeFrom: activeFrom ?? '', activeTo }
    if (branch) save.send({ change: { id, version: branch.version, body } }, body, BranchChange)
    else {
      const draft = { ...body, id, code, numberPrefix }
      save.send({ draft }, draft, BranchDraft)
    }
  }
  return (
    <FormDialog
      title={branch ? t('organisation.editTitle') : t('organisation.newTitle')}
      submitLabel={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <LabelFields value={name} onChange={(patch) => setName((now) => ({ ...now, ...patch }))} at={save.at} />
      {!branch && (
        <>
          <TextInput
            required
            label={t('organisation.code')}
            description={t('organisation.codeHint')}
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={save.at('code')}
          />
          <TextInput
            required
            label={t('organisation.prefix')}
            description={t('organisation.prefixHint')}
            maxLength={5}
            value={numberPrefix}
            onChange={(event) => setPrefix(event.currentTarget.value.toUpperCase())}
            error={save.at('numberPrefix')}
          />
        </>
      )}
      <MultiSelect
        size="md"
        required
        label={t('organisation.regions')}
        searchable
        data={regions.map((one) => ({ value: one.code, label: label(one.name) }))}
        value={regionCodes}
        onChange={setRegions}
        error={save.at('regionCodes')}
      />
      <DayInput
        required
        label={t('organisation.activeFrom')}
        value={activeFrom}
        onChange={setActiveFrom}
        error={save.at('activeFrom')}
      />
      <DayInput
        label={t('organisation.activeTo')}
        value={activeTo}
        onChange={setActiveTo}
        error={save.at('activeTo')}
      />
    </FormDialog>
  )
}
