import { Checkbox, Select, SimpleGrid } from '@mantine/core'
import { Role } from '@qorgan/shared/permissions'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { DayInput } from '../ui/DayInput.tsx'

export interface PostText {
  id: string
  role: Role
  branchId: string | null
  primaryOrganisationId: string | null
  from: string | null
  to: string | null
  acting: boolean
}

export const emptyPost = (): PostText => ({
  id: uuidv7(),
  role: 'branch_specialist',
  branchId: null,
  primaryOrganisationId: null,
  from: today(),
  to: null,
  acting: false,
})

export const bodyOfPost = (post: PostText) => ({ ...post, from: post.from ?? '' })

interface Props {
  value: PostText
  onChange: (patch: Partial<PostText>) => void
  at: (path: string) => string | undefined
}

export function PostFields({ value, onChange, at }: Props) {
  const { t } = useText()
  const { label } = useFormat()
  const { branches, organisations } = useUnitNames()
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Select
        label={t('accounts.users.role')}
        allowDeselect={false}
        data={Role.options.map((one) => ({ value: one, label: t(`role.${one}`) }))}
        value={value.role}
        onChange={(role) => onChange({ role: Role.options.find((one) => one === role) ?? value.role })}
        error={at('role')}
      />
      <Select
        label={t('accounts.users.unit')}
        allowDeselect={false}
        searchable
        data={[
          { value: 'council', label: t('accounts.council') },
          ...branches.map((branch) => ({ value: branch.id, label: label(branch.name) })),
        ]}
        value={value.branchId ?? 'council'}
        onChange={(id) => onChange({ branchId: id === 'council' ? null : id, primaryOrganisationId: null })}
        error={at('branchId')}
      />
      {value.role === 'organisation_chair' && (
        <Select
          label={t('accounts.users.organisation')}
          searchable
          data={organisations
            .filter((one) => one.branchId === value.branchId)
            .map((one) => ({ value: one.id, label: label(one.name) }))}
          value={value.primaryOrganisationId}
          onChange={(primaryOrganisationId) => onChange({ primaryOrganisationId })}
          error={at('primaryOrganisationId')}
        />
      )}
      <DayInput
        label={t('accounts.users.from')}
        value={value.from}
        onChange={(from) => onChange({ from })}
        error={at('from')}
      />
      <DayInput label={t('accounts.users.to')} value={value.to} onChange={(to) => onChange({ to })} error={at('to')} />
      <Checkbox
        my="auto"
        label={t('accounts.users.acting')}
        checked={value.acting}
        onChange={(event) => onChange({ acting: event.currentTarget.checked })}
      />
    </SimpleGrid>
  )
}
