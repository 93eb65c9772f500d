import { useMe } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { FilterMenu } from '../ui/FilterMenu.tsx'

interface Props {
  value: string[] | undefined
  onChange: (value: string[] | undefined) => void
}

/** Which units a report is about: a question for whoever sees all of them. */
export function UnitFilter({ value, onChange }: Props) {
  const { t } = useText()
  const { label } = useFormat()
  const me = useMe()
  const { branches } = useUnitNames()
  if (me.activePost.branchId !== null) return null
  return (
    <FilterMenu<string>
      label={t('reports.unit')}
      options={[
        { value: 'council', label: t('accounts.council') },
        ...branches.map((branch) => ({ value: branch.id, label: label(branch.name) })),
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
