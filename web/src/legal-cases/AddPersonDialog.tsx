import { Button, Group, Select, Text } from '@mantine/core'
import { addCaseMember, CaseRole } from '@qorgan/shared/case-people'
import type { Member } from '@qorgan/shared/members'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { memberName } from '../members/member-name.ts'
import { MemberPicker } from '../members/MemberPicker.tsx'
import { uuidv7 } from '../platform/uuid.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type CaseDialogProps, useCaseAct } from './case-act.ts'
import { usualRole } from './draft.ts'
import { caseMutations } from './queries.ts'

export function AddPersonDialog({ legalCase, onClose }: CaseDialogProps) {
  const { t } = useText()
  const [id] = useState(uuidv7)
  const [member, setMember] = useState<Member | null>(null)
  const [role, setRole] = useState<CaseRole | null>(legalCase.members.at(-1)?.role ?? usualRole(legalCase.kind))
  const act = useCaseAct({ legalCase, onClose }, caseMutations.addMember, t('legal.people.added'))
  const submit = () => {
    const body = { id, memberId: member?.id ?? '', role: role ?? ('' as CaseRole) }
    act.send({ id: legalCase.id, body }, body, addCaseMember.body)
  }
  return (
    <FormDialog
      title={t('legal.people.add')}
      submitLabel={t('action.add')}
      onClose={onClose}
      onSubmit={submit}
      pending={act.pending}
      error={act.error}
    >
      {member ? (
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{memberName(member)}</Text>
          <Button variant="subtle" onClick={() => setMember(null)}>
            {t('appealForm.changeMember')}
          </Button>
        </Group>
      ) : (
        <MemberPicker autoFocus onChoose={setMember} error={act.at('memberId')} />
      )}
      <Select
        label={t('legal.form.role')}
        required
        data={CaseRole.options.map((one) => ({ value: one, label: t(`legal.role.${one}`) }))}
        value={role}
        onChange={(value) => setRole(CaseRole.options.find((one) => one === value) ?? null)}
        error={act.at('role')}
      />
    </FormDialog>
  )
}
