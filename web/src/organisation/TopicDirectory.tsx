import { Checkbox, Select } from '@mantine/core'
import { AppealCategory, type Topic, TopicChange, TopicDraft } from '@qorgan/shared/organisation'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { compact } from '../platform/form.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { CountInput } from '../ui/CountInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { directoryMutations } from './directory-queries.ts'
import { DirectoryList, NameCell } from './DirectoryList.tsx'
import { labelBody, LabelFields, labelText } from './LabelFields.tsx'
import { organisationQueries } from './queries.ts'

export function TopicDirectory() {
  const { t } = useText()
  const may = useMay()
  const { label } = useFormat()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Topic | 'new' | null>(null)
  const all = useQuery(organisationQueries.topics).data
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
          title: t('organisation.tabs.topics'),
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
        {
          key: 'category',
          title: t('organisation.category'),
          width: '15rem',
          render: (one) => t(`categoryShort.${one.category}`),
        },
      ]}
    >
      {open && <TopicDialog topic={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </DirectoryList>
  )
}

function TopicDialog({ topic, onClose }: { topic: Topic | undefined; onClose: () => void }) {
  const { t } = useText()
  const [id] = useState(() => topic?.id ?? uuidv7())
  const [name, setName] = useState(() => labelText(topic?.name))
  const [category, setCategory] = useState<AppealCategory>(topic?.category ?? 'pay')
  const [position, setPosition] = useState<number | null>(topic?.position ?? null)
  const [active, setActive] = useState(topic?.active ?? true)
  const save = useSave(directoryMutations.topic, () => {
    toast(t('organisation.saved'))
    onClose()
  })
  const submit = () => {
    const body = { name: labelBody(name), active, ...compact({ position: position ?? undefined }) }
    if (topic) save.send({ change: { id, version: topic.version, body } }, body, TopicChange)
    else save.send({ draft: { ...body, id, category } }, { ...body, category }, TopicDraft)
  }
  return (
    <FormDialog
      title={topic ? t('organisation.editTitle') : t('organisation.newTitle')}
      submitLabel={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <LabelFields value={name} onChange={(patch) => setName((now) => ({ ...now, ...patch }))} at={save.at} />
      {!topic && (
        <Select
          label={t('organisation.category')}
          allowDeselect={false}
          data={AppealCategory.options.map((one) => ({ value: one, label: t(`category.${one}`) }))}
          value={category}
          onChange={(value) => setCategory(AppealCategory.options.find((one) => one === value) ?? 'pay')}
        />
      )}
      <CountInput
        label={t('organisation.position')}
        value={position}
        onChange={setPosition}
        error={save.at('position')}
      />
      <Checkbox
        label={t('organisation.active')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}
