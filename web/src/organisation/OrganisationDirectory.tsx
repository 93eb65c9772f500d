import { Select } from '@mantine/core'
import {
  type PrimaryOrganisation,
  PrimaryOrganisationChange,
  PrimaryOrganisationDraft,
} from '@qorgan/shared/organisation'
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
import { EmployerSelect } from './EmployerSelect.tsx'
import { labelBody, LabelFields, labelText } from './LabelFields.tsx'
import { useUnitNames } from './names.ts'
import { organisationQueries } from './queries.ts'

export function OrganisationDirectory() {
  const { t } = useText()
  const may = useMay()
  const { label } = useFormat()
  const names = useUnitNames()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<PrimaryOrganisation | 'new' | null>(null)
  const all = useQuery(organisationQueries.primaryOrganisations).data
  const wanted = typed.trim().toLowerCase()
  const items = all?.filter((one) => `${one.name.ru} ${one.name.kk}`.toLowerCase().includes(wanted))
  return (
    <DirectoryList
      items={items}
      search={typed}
      searchLabel={t('organisation.search')}
      onSearch={setTyped}
      onAdd={may('directories:write') ? () => setOpen('new') : undefined}
      columns={[
        {
          key: 'name',
          title: t('organisation.tabs.organisations'),
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
        { key: 'branch', title: t('organisation.branch'), width: '18rem', render: (one) => names.unit(one.branchId) },
      ]}
    >
      {open && <OrganisationDialog organisation={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </DirectoryList>
  )
}

function OrganisationDialog({
  organisation,
  onClose,
}: {
  organisation: PrimaryOrganisation | undefined
  onClose: () => void
}) {
  const { t } = useText()
  const { label } = useFormat()
  const { branches } = useUnitNames()
  const regions = useQuery(organisationQueries.regions).data ?? []
  const [id] = useState(() => organisation?.id ?? uuidv7())
  const [name, setName] = useState(() => labelText(organisation?.name))
  const [branchId, setBranchId] = useState(organisation?.branchId ?? null)
  const [employerId, setEmployerId] = useState(organisation?.employerId ?? null)
  const [regionCode, setRegionCode] = useState(organisation?.regionCode ?? null)
  const [activeFrom, setActiveFrom] = useState(organisation?.activeFrom ?? null)
  const [activeTo, setActiveTo] = useState(organisation?.activeTo ?? null)
  const save = useSave(directoryMutations.organisation, () => {
    toast(t('organisation.saved'))
    onClose()
  })
  const submit = () => {
    const body = { name: labelBody(name), employerId, regionCode, activeFrom, activeTo }
    if (organisation)
      save.send({ change: { id, version: organisation.version, body } }, body, PrimaryOrganisationChange)
    else {
      const draft = { ...body, id, branchId: branchId ?? '' }
      save.send({ draft }, draft, PrimaryOrganisationDraft)
    }
  }
  return (
    <FormDialog
      title={organisation ? t('organisation.editTitle') : t('organisation.newTitle')}
      submitLabel={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <LabelFields value={name} onChange={(patch) => setName((now) => ({ ...now, ...patch }))} at={save.at} />
      {!organisation && (
        <Select
          label={t('organisation.branch')}
          required
          searchable
          data={branches.map((one) => ({ value: one.id, label: label(one.name) }))}
          value={branchId}
          onChange={setBranchId}
          error={save.at('branchId')}
        />
      )}
      <EmployerSelect
        label={t('organisation.employer')}
        value={employerId}
        onChange={setEmployerId}
        error={save.at('employerId')}
      />
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
      <DayInput
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
