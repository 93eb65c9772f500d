import { MultiSelect, Switch } from '@mantine/core'
import { caseReaderRoles } from '@qorgan/shared/permissions'
import { useQuery } from '@tanstack/react-query'
import { accountQueries } from '../accounts/queries.ts'
import { useText } from '../i18n/i18n.ts'
import type { FormPart } from './CaseForm.tsx'

/** A restricted case: a pseudonym for everybody but those who are named here. */
export function ReadersField({ value, onChange, at }: FormPart) {
  const { t } = useText()
  const colleagues = (useQuery(accountQueries.colleagues).data ?? []).filter(
    (user) => value.readerIds.includes(user.id) || user.posts.some(({ role }) => caseReaderRoles.includes(role)),
  )
  return (
    <>
      <Switch
        label={t('legal.form.restricted')}
        description={t('legal.form.restrictedHint')}
        checked={value.restricted}
        onChange={(event) => onChange({ restricted: event.currentTarget.checked })}
      />
      {value.restricted && (
        <MultiSelect
          label={t('legal.form.readers')}
          description={t('legal.form.readersHint')}
          searchable
          data={colleagues.map((user) => ({ value: user.id, label: user.fullName }))}
          value={value.readerIds}
          onChange={(readerIds) => onChange({ readerIds })}
          error={at('readerIds')}
          nothingFoundMessage={t('state.nothingFound')}
        />
      )}
    </>
  )
}
