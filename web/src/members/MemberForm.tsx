import { Alert, SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { iinFacts, iinWarnings } from '@qorgan/shared/identifiers'
import { type Member, MemberKind, Sex } from '@qorgan/shared/members'
import type { z } from 'zod'
import { useMe } from '../accounts/may.ts'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { DayInput } from '../ui/DayInput.tsx'

export interface MemberText {
  lastName: string
  firstName: string
  patronymic: string
  iin: string
  birthDate: string | null
  sex: z.output<typeof Sex> | null
  phone: string
  email: string
  kind: z.output<typeof MemberKind>
  branchId: string | null
  primaryOrganisationId: string | null
  position: string
  cardNumber: string
  joinedOn: string | null
  leftOn: string | null
}

export const textOfMember = (member?: Member): MemberText => ({
  lastName: member?.lastName ?? '',
  firstName: member?.firstName ?? '',
  patronymic: member?.patronymic ?? '',
  iin: '',
  birthDate: member?.birthDate ?? null,
  sex: member?.sex ?? null,
  phone: member?.phone ?? '',
  email: member?.email ?? '',
  kind: member?.kind ?? 'employed',
  branchId: member?.branchId ?? null,
  primaryOrganisationId: member?.primaryOrganisationId ?? null,
  position: member?.position ?? '',
  cardNumber: member?.cardNumber ?? '',
  joinedOn: member?.joinedOn ?? null,
  leftOn: member?.leftOn ?? null,
})

const orNull = (text: string) => (text.trim() === '' ? null : text)
export function bodyOfMember(text: MemberText, inCouncil: boolean) {
  const { iin, branchId, ...rest } = text
  return {
    ...rest,
    patronymic: orNull(text.patronymic),
    phone: orNull(text.phone),
    email: orNull(text.email),
    position: orNull(text.position),
    cardNumber: orNull(text.cardNumber),
    ...(iin.trim() === '' ? {} : { iin: iin.replace(/\s/g, '') }),
    ...(inCouncil && branchId ? { branchId } : {}),
  }
}

interface Props {
  value: MemberText
  onChange: (patch: Partial<MemberText>) => void
  at: (path: string) => string | undefined
  known?: Member | undefined
}

/** Checks that fail are said, never refused: exceptions exist. */
export function MemberForm({ value, onChange, at, known }: Props) {
  const { t } = useText()
  const { label } = useFormat()
  const me = useMe()
  const { branches, organisations } = useUnitNames()
  const inCouncil = me.activePost.branchId === null
  const branch = inCouncil ? value.branchId : me.activePost.branchId
  const iin = value.iin.replace(/\s/g, '')
  const warnings = iin.length === 12 ? iinWarnings(iin, value) : []
  const text = (
    key: 'lastName' | 'firstName' | 'patronymic' | 'phone' | 'email' | 'position' | 'cardNumber',
    max: number,
    required = false,
  ) => (
    <TextInput
      label={t(`members.${key}`)}
      maxLength={max}
      required={required}
      autoComplete="off"
      value={value[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
      error={at(key)}
    />
  )
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        {text('lastName', 100, true)}
        {text('firstName', 100, true)}
        {text('patronymic', 100)}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput
          label={t('members.iin')}
          description={known?.iinMasked ? t('members.iinKeep') : t('members.iinHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={known?.iinMasked ?? ''}
          inputMode="numeric"
          maxLength={14}
          autoComplete="off"
          value={value.iin}
          onChange={(event) => {
            const typed = event.currentTarget.value
            const facts = iinFacts(typed.replace(/\s/g, ''))
            onChange({
              iin: typed,
              ...(facts && value.birthDate === null ? { birthDate: facts.birthDate } : {}),
              ...(facts && value.sex === null ? { sex: facts.sex } : {}),
            })
          }}
          error={at('iin')}
        />
        <DayInput
          label={t('members.birthDate')}
          max={today()}
          value={value.birthDate}
          onChange={(birthDate) => onChange({ birthDate })}
          error={at('birthDate')}
        />
        <Select
          label={t('members.sex')}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          data={Sex.options.map((one) => ({ value: one, label: t(`sex.${one}`) }))}
          value={value.sex}
          onChange={(sex) => onChange({ sex: Sex.options.find((one) => one === sex) ?? null })}
          error={at('sex')}
        />
      </SimpleGrid>
      {warnings.length > 0 && (
        <Alert color="ochre" role="status">
          {warnings.map((code) => (
            <div key={code}>{t(`warning.${code}`)}</div>
          ))}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        {text('phone', 40)}
        {text('email', 200)}
        {text('cardNumber', 40)}
      </SimpleGrid>
      <div>
        <Text fw={500} component="span" id="member-kind">
          {t('members.kind')}
        </Text>
        <br />
        <SegmentedControl
          aria-labelledby="member-kind"
          value={value.kind}
          onChange={(kind) => onChange({ kind: MemberKind.options.find((one) => one === kind) ?? 'employed' })}
          data={MemberKind.options.map((one) => ({ value: one, label: t(`memberKind.${one}`) }))}
        />
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {inCouncil && (
          <Select
            label={t('members.unit')}
            required
            searchable
            data={branches.map((one) => ({ value: one.id, label: label(one.name) }))}
            value={value.branchId}
            onChange={(branchId) => onChange({ branchId, primaryOrganisationId: null })}
            error={at('branchId')}
          />
        )}
        <Select
          label={t('members.organisation')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          data={organisations
            .filter((one) => branch === null || one.branchId === branch)
            .map((one) => ({ value: one.id, label: label(one.name) }))}
          value={value.primaryOrganisationId}
          onChange={(primaryOrganisationId) => onChange({ primaryOrganisationId })}
          error={at('primaryOrganisationId')}
          nothingFoundMessage={t('state.nothingFound')}
        />
        {text('position', 200)}
        <DayInput
          label={t('members.joinedOn')}
          value={value.joinedOn}
          onChange={(joinedOn) => onChange({ joinedOn })}
          error={at('joinedOn')}
        />
        <DayInput
          label={t('members.leftOn')}
          value={value.leftOn}
          onChange={(leftOn) => onChange({ leftOn })}
          error={at('leftOn')}
        />
      </SimpleGrid>
    </Stack>
  )
}
