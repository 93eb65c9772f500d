import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import type { Member } from '@qorgan/shared/members'
import { useText } from '../i18n/i18n.ts'
import { MemberPicker } from '../members/MemberPicker.tsx'
import { useUnitNames } from '../organisation/names.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { type AppealText, chosenMember } from './draft.ts'
import type { FormPart } from './AppealForm.tsx'

export function ApplicantFields({ value, onChange, at, isNew }: FormPart & { isNew: boolean }) {
  const { t } = useText()
  const names = useUnitNames()
  const choose = (member: Member) => {
    const about = [
      names.organisation(member.primaryOrganisationId) || names.unit(member.branchId),
      member.position,
      member.phone,
      member.iinMasked,
    ]
      .filter(Boolean)
      .join(' · ')
    onChange({ member: chosenMember(member, about), repeatOf: null })
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-after-applicant] input')?.focus())
  }
  const kinds: AppealText['applicantKind'][] = ['member', 'person', 'anonymous']
  const kindNames = { member: 'kindMember', person: 'kindPerson', anonymous: 'kindAnonymous' } as const
  return (
    <Stack gap="sm">
      <ChoiceChips
        label={t('appealForm.kind')}
        options={kinds.map((kind) => ({ value: kind, label: t(`appealForm.${kindNames[kind]}`) }))}
        value={value.applicantKind}
        onChange={(applicantKind) => onChange({ applicantKind, repeatOf: null })}
      />
      {value.applicantKind === 'member' &&
        (value.member ? (
          <Group justify="space-between" wrap="nowrap" className="q-surface" px="md" py="xs" bg="var(--q-highlight)">
            <div>
              <Text fw={600}>{value.member.name}</Text>
              <Text size="sm" c="dimmed">
                {value.member.about}
              </Text>
            </div>
            <Button
              variant="subtle"
              style={{ flex: 'none' }}
              onClick={() => onChange({ member: null, repeatOf: null })}
            >
              {t('appealForm.changeMember')}
            </Button>
          </Group>
        ) : (
          <MemberPicker autoFocus={isNew} onChoose={choose} error={at('applicant/memberId')} />
        ))}
      {value.applicantKind === 'person' && (
        <>
          <TextInput
            label={t('appealForm.fullName')}
            required
            autoFocus
            maxLength={200}
            autoComplete="off"
            value={value.fullName}
            onChange={(event) => onChange({ fullName: event.currentTarget.value })}
            error={at('applicant/fullName')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label={t('appealForm.phone')}
              type="tel"
              maxLength={40}
              autoComplete="off"
              value={value.phone}
              onChange={(event) => onChange({ phone: event.currentTarget.value })}
              error={at('applicant/phone')}
            />
            <TextInput
              label={t('appealForm.iin')}
              placeholder={t('appealForm.iinHint')}
              inputMode="numeric"
              maxLength={14}
              autoComplete="off"
              value={value.iin}
              onChange={(event) => onChange({ iin: event.currentTarget.value })}
              error={at('applicant/iin')}
            />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <ChoiceChips
              label={t('appealForm.membership')}
              options={(['claimed', 'non_member'] as const).map((one) => ({
                value: one,
                label: t(`membership.${one}`),
              }))}
              value={value.membership}
              onChange={(membership) => onChange({ membership })}
            />
            {value.membership === 'non_member' && (
              <DayInput
                label={t('appealForm.writtenApplicationOn')}
                description={t('appealForm.writtenHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={value.writtenApplicationOn}
                onChange={(writtenApplicationOn) => onChange({ writtenApplicationOn })}
                error={at('applicant/writtenApplicationOn')}
              />
            )}
          </SimpleGrid>
        </>
      )}
    </Stack>
  )
}
