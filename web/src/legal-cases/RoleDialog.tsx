import { CaseRole, type CaseMember, changeCaseMember } from '@qorgan/shared/case-people'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useRecordAct } from './act.ts'
import { caseMutations } from './queries.ts'

interface Props {
  caseId: string
  person: CaseMember
  onClose: () => void
}

export function RoleDialog({ caseId, person, onClose }: Props) {
  const { t } = useText()
  const [role, setRole] = useState(person.role)
  const act = useRecordAct(caseMutations.changeMember, {
    record: person,
    facts: (one) => [{ key: 'role', name: t('legal.form.role'), value: one.role ? t(`legal.role.${one.role}`) : '' }],
    onClose,
  })
  const submit = () => {
    const body = { role: role ?? ('' as CaseRole) }
    act.send({ id: caseId, itemId: person.id, version: person.version, body }, body, changeCaseMember.body)
  }
  return (
    <FormDialog
      title={t('legal.people.roleTitle', { name: person.fullName })}
      submitLabel={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
      pending={act.pending}
      error={act.error}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <ChoiceChips
        autoFocus
        label={t('legal.form.role')}
        required
        options={CaseRole.options.map((one) => ({ value: one, label: t(`legal.role.${one}`) }))}
        value={role}
        onChange={setRole}
        error={act.at('role')}
      />
    </FormDialog>
  )
}
