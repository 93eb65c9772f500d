import { Checkbox, Group, MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useMe } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { localeNames, useText } from '../i18n/i18n.ts'
import { EmployerSelect } from '../organisation/EmployerSelect.tsx'
import { useUnitNames } from '../organisation/names.ts'
import { CountInput } from '../ui/CountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import type { FormPart } from './AppealForm.tsx'

/** What most appeals do without: place of work, letters, a representative, an earlier date. */
export function MoreFields({ value, onChange, at, isNew }: FormPart & { isNew: boolean }) {
  const { t } = useText()
  const { label } = useFormat()
  const me = useMe()
  const { branches, organisations, topics } = useUnitNames()
  const { forwarded, representative } = value
  const inCouncil = me.activePost.branchId === null
  const clear = { clearButtonProps: { 'aria-label': t('action.clear') } }
  return (
    <Stack gap="sm" className="q-surface q-pad" mt="xs">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {inCouncil && isNew && (
          <Select
            label={t('appealForm.unit')}
            description={t('appealForm.unitHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            searchable
            allowDeselect={false}
            data={[
              { value: 'council', label: t('accounts.council') },
              ...branches.map((branch) => ({ value: branch.id, label: label(branch.name) })),
            ]}
            value={value.level === 'branch' ? value.branchId : 'council'}
            onChange={(unit) =>
              onChange(
                unit === 'council' || unit === null
                  ? { level: null, branchId: null }
                  : { level: 'branch', branchId: unit },
              )
            }
            error={at('branchId') ?? at('level')}
          />
        )}
        <Select
          label={t('appealForm.organisation')}
          searchable
          clearable
          {...clear}
          data={organisations.map((one) => ({ value: one.id, label: label(one.name) }))}
          value={value.primaryOrganisationId}
          onChange={(primaryOrganisationId) => onChange({ primaryOrganisationId })}
          error={at('primaryOrganisationId')}
          nothingFoundMessage={t('state.nothingFound')}
        />
        <EmployerSelect
          label={t('appealForm.employer')}
          value={value.employerId}
          onChange={(employerId) => onChange({ employerId })}
          error={at('employerId')}
        />
        <MultiSelect
          size="md"
          label={t('appealForm.otherTopics')}
          description={t('appealForm.otherTopicsHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          searchable
          maxValues={20}
          data={topics.filter((topic) => topic.active).map((topic) => ({ value: topic.id, label: label(topic.name) }))}
          value={value.otherTopicIds}
          onChange={(otherTopicIds) => onChange({ otherTopicIds })}
          error={at('otherTopicIds')}
          nothingFoundMessage={t('state.nothingFound')}
        />
        <Select
          label={t('appealForm.language')}
          clearable
          {...clear}
          data={(['kk', 'ru'] as const).map((one) => ({ value: one, label: localeNames[one] }))}
          value={value.language}
          onChange={(language) => onChange({ language: language === 'kk' || language === 'ru' ? language : null })}
          error={at('language')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <CountInput
          label={t('appealForm.signatories')}
          value={value.signatories}
          onChange={(signatories) => onChange({ signatories })}
          error={at('signatories')}
        />
        <TextInput
          label={t('appealForm.letterNumber')}
          maxLength={100}
          value={value.letterNumber}
          onChange={(event) => onChange({ letterNumber: event.currentTarget.value })}
          error={at('letter/number')}
        />
        <DayInput
          label={t('appealForm.letterDate')}
          value={value.letterDate}
          onChange={(letterDate) => onChange({ letterDate })}
          error={at('letter/date')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }} spacing="sm">
        <TextInput
          label={t('appealForm.forwardedBody')}
          maxLength={300}
          value={forwarded.body}
          onChange={(event) => onChange({ forwarded: { ...forwarded, body: event.currentTarget.value } })}
          error={at('forwardedFrom/body')}
        />
        <TextInput
          label={t('appealForm.forwardedNumber')}
          maxLength={100}
          value={forwarded.number}
          onChange={(event) => onChange({ forwarded: { ...forwarded, number: event.currentTarget.value } })}
          error={at('forwardedFrom/number')}
        />
        <DayInput
          label={t('appealForm.forwardedDate')}
          value={forwarded.date}
          onChange={(date) => onChange({ forwarded: { ...forwarded, date } })}
          error={at('forwardedFrom/date')}
        />
        <DayInput
          label={t('appealForm.forwardedDue')}
          value={forwarded.dueOn}
          onChange={(dueOn) => onChange({ forwarded: { ...forwarded, dueOn } })}
          error={at('forwardedFrom/dueOn')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput
          label={t('appealForm.representativeName')}
          maxLength={200}
          value={representative.fullName}
          onChange={(event) => onChange({ representative: { ...representative, fullName: event.currentTarget.value } })}
          error={at('representative/fullName')}
        />
        <TextInput
          label={t('appealForm.representativeRelation')}
          maxLength={200}
          value={representative.relation}
          onChange={(event) => onChange({ representative: { ...representative, relation: event.currentTarget.value } })}
          error={at('representative/relation')}
        />
        <TextInput
          label={t('appealForm.representativePhone')}
          maxLength={40}
          value={representative.phone}
          onChange={(event) => onChange({ representative: { ...representative, phone: event.currentTarget.value } })}
          error={at('representative/phone')}
        />
      </SimpleGrid>
      <Group gap="xl" align="flex-end">
        <DayInput
          label={t('appealForm.dueOn')}
          description={t('appealForm.dueHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={value.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
          error={at('dueOn')}
        />
        <Checkbox
          my="auto"
          label={t('appealForm.urgent')}
          checked={value.urgent}
          onChange={(event) => onChange({ urgent: event.currentTarget.checked })}
        />
        <Checkbox
          my="auto"
          label={t('appealForm.restricted')}
          checked={value.restricted}
          onChange={(event) => onChange({ restricted: event.currentTarget.checked })}
        />
      </Group>
    </Stack>
  )
}
