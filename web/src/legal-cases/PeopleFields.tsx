import { CloseButton, Select, Stack, Text } from '@mantine/core'
import { CaseRole } from '@qorgan/shared/case-people'
import type { Member } from '@qorgan/shared/members'
import { useText } from '../i18n/i18n.ts'
import { memberName } from '../members/member-name.ts'
import { MemberPicker } from '../members/MemberPicker.tsx'
import { useUnitNames } from '../organisation/names.ts'
import classes from './CaseForm.module.css'
import { type PersonText, usualRole } from './draft.ts'
import type { FormPart } from './CaseForm.tsx'

/** Several people may share one case, each with a part in it. */
export function PeopleFields({ value, onChange, at }: FormPart) {
  const { t } = useText()
  const names = useUnitNames()
  const { people } = value
  const add = (member: Member) => {
    if (people.some((one) => one.id === member.id)) return
    const about = [names.organisation(member.primaryOrganisationId) || names.unit(member.branchId), member.position]
      .filter(Boolean)
      .join(' · ')
    // In one case people mostly stand on the same side.
    const role = people.at(-1)?.role ?? usualRole(value.kind)
    onChange({ people: [...people, { id: member.id, name: memberName(member), about, role }] })
  }
  const change = (id: string, patch: Partial<PersonText>) =>
    onChange({ people: people.map((one) => (one.id === id ? { ...one, ...patch } : one)) })
  return (
    <Stack gap="sm">
      {people.length > 0 && (
        <ul className={classes['people']}>
          {people.map((person, i) => (
            <li key={person.id} className={classes['person']}>
              <div>
                <Text fw={600}>{person.name}</Text>
                <Text size="sm" c="dimmed">
                  {person.about}
                </Text>
              </div>
              <Select
                size="sm"
                aria-label={t('legal.form.roleOf', { name: person.name })}
                placeholder={t('legal.form.role')}
                data={CaseRole.options.map((role) => ({ value: role, label: t(`legal.role.${role}`) }))}
                value={person.role}
                onChange={(role) => change(person.id, { role: CaseRole.options.find((one) => one === role) ?? null })}
                error={at(`members/${i}/role`) ?? at(`members/${i}/memberId`)}
              />
              <CloseButton
                size="lg"
                aria-label={t('legal.form.removePerson', { name: person.name })}
                onClick={() => onChange({ people: people.filter((one) => one.id !== person.id) })}
              />
            </li>
          ))}
        </ul>
      )}
      <MemberPicker
        label={people.length > 0 ? t('legal.form.onePersonMore') : t('legal.form.person')}
        required={people.length === 0}
        onChoose={add}
        error={people.length === 0 && at('members') ? t('problem.field.invalid_type') : undefined}
      />
    </Stack>
  )
}
