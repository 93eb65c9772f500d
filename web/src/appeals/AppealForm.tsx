import { Button, Checkbox, Select, Stack, Textarea, TextInput, Title } from '@mantine/core'
import type { Appeal } from '@qorgan/shared/appeals'
import { Channel } from '@qorgan/shared/effects'
import { AppealCategory } from '@qorgan/shared/organisation'
import { useState } from 'react'
import { useMe } from '../accounts/may.ts'
import { ClosedQuarterHint } from '../closing/ClosedQuarterHint.tsx'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { AidFields } from './AidFields.tsx'
import classes from './AppealForm.module.css'
import { ApplicantFields } from './ApplicantFields.tsx'
import { aidEffect, voucherEffect } from './computed-effect.ts'
import type { AppealText } from './draft.ts'
import { MoreFields } from './MoreFields.tsx'
import { ResolutionFields } from './ResolutionFields.tsx'
import { VoucherFields } from './VoucherFields.tsx'

export interface FormPart {
  value: AppealText
  onChange: (patch: Partial<AppealText>) => void
  at: (path: string) => string | undefined
}

/** What is written down about an appeal, in the order a conversation goes. */
export function AppealForm({ appeal, ...part }: FormPart & { appeal?: Appeal }) {
  const isNew = appeal === undefined
  const { t } = useText()
  const { label } = useFormat()
  const { topics } = useUnitNames()
  const { value, onChange, at } = part
  const [more, setMore] = useState(!isNew)
  const me = useMe()
  const level = value.level ?? (me.activePost.role === 'organisation_chair' ? 'primary_organisation' : null)
  const hint = { act: isNew ? 'enter' : 'change', level } as const
  const ofCategory = topics.filter(
    (topic) => topic.category === value.category && (topic.active || topic.id === value.topicId),
  )
  const chooseTopic = (topicId: string | null) => {
    const topic = topics.find((one) => one.id === topicId)
    const fill = topic && value.subjectFromTopic ? { subject: label(topic.name) } : {}
    onChange({ topicId, ...fill })
  }
  const chooseCategory = (category: AppealCategory) => {
    const fill = value.subjectFromTopic && value.topicId ? { subject: '' } : {}
    onChange({ category, topicId: null, ...fill })
  }
  return (
    <Stack gap="lg">
      <section className="q-surface q-pad" aria-labelledby="applicant">
        <Title order={2} id="applicant" mb="sm">
          {t('appealForm.applicant')}
        </Title>
        <ApplicantFields {...part} isNew={isNew} />
      </section>
      <section className="q-surface q-pad" data-after-applicant>
        <Stack gap="sm">
          <ChoiceChips
            label={t('appealForm.category')}
            required
            options={AppealCategory.options.map((one) => ({ value: one, label: t(`categoryShort.${one}`) }))}
            value={value.category}
            onChange={chooseCategory}
            error={at('category')}
          />
          <div>
            <div className={classes['trio']}>
              <Select
                label={t('appealForm.topic')}
                searchable
                clearable
                clearButtonProps={{ 'aria-label': t('action.clear') }}
                disabled={value.category === null}
                data={ofCategory.map((topic) => ({ value: topic.id, label: label(topic.name) }))}
                value={value.topicId}
                onChange={chooseTopic}
                error={at('topicId')}
                nothingFoundMessage={t('state.nothingFound')}
              />
              <Select
                label={t('appealForm.channel')}
                searchable
                allowDeselect={false}
                data={Channel.options.map((one) => ({ value: one, label: t(`channel.${one}`) }))}
                value={value.channel}
                onChange={(channel) =>
                  onChange({ channel: Channel.options.find((one) => one === channel) ?? value.channel })
                }
                error={at('channel')}
              />
              <DayInput
                label={t('appealForm.receivedOn')}
                required
                max={today()}
                min="2000-01-01"
                value={value.receivedOn}
                onChange={(receivedOn) => onChange({ receivedOn })}
                error={at('receivedOn')}
              />
            </div>
            <ClosedQuarterHint {...hint} days={[value.receivedOn]} standing={[appeal?.closedPeriod ?? null]} />
          </div>
          <TextInput
            label={t('appealForm.subject')}
            required
            maxLength={500}
            value={value.subject}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) =>
              onChange({ subject: event.currentTarget.value, subjectFromTopic: event.currentTarget.value === '' })
            }
            error={at('subject')}
          />
          <Textarea
            label={t('appealForm.description')}
            minRows={3}
            maxRows={14}
            maxLength={20_000}
            value={value.description}
            onChange={(event) => onChange({ description: event.currentTarget.value })}
            error={at('description')}
          />
        </Stack>
      </section>
      {value.category === 'sanatorium' && (
        <section className="q-surface q-pad">
          <Title order={2} mb="sm">
            {t('appealForm.voucherTitle')}
          </Title>
          <VoucherFields
            value={value.voucher}
            onChange={(patch) => onChange({ voucher: { ...value.voucher, ...patch } })}
            at={at}
            isNew={isNew}
          />
          <ClosedQuarterHint {...hint} days={[voucherEffect(value.voucher, today())?.receivedOn ?? null]} />
        </section>
      )}
      {value.category === 'material_aid' && (
        <section className="q-surface q-pad">
          <Title order={2} mb="sm">
            {t('appealForm.aidTitle')}
          </Title>
          <AidFields value={value.aid} onChange={(patch) => onChange({ aid: { ...value.aid, ...patch } })} at={at} />
          <ClosedQuarterHint {...hint} days={[aidEffect(value.aid)?.receivedOn ?? null]} />
        </section>
      )}
      {isNew && (
        <section className="q-surface q-pad">
          <Checkbox
            size="md"
            label={t('appealForm.consultation')}
            checked={value.consultation}
            onChange={(event) =>
              onChange({
                consultation: event.currentTarget.checked,
                resolution: event.currentTarget.checked
                  ? {
                      ...value.resolution,
                      outcome: value.resolution.outcome ?? 'explained',
                      noEffectReason: value.resolution.noEffectReason ?? 'advice_only',
                    }
                  : value.resolution,
              })
            }
          />
          {value.consultation && (
            <Stack gap="sm" mt="md">
              <ResolutionFields
                value={value.resolution}
                onChange={(patch) => onChange({ resolution: { ...value.resolution, ...patch } })}
                at={at}
                prefix="resolution/"
                hasEffect={false}
              />
            </Stack>
          )}
        </section>
      )}
      <div>
        <Button
          variant="subtle"
          aria-expanded={more}
          onClick={() => setMore((now) => !now)}
          className={classes['moreButton'] ?? ''}
          styles={{ label: { whiteSpace: 'normal' } }}
        >
          {more ? t('appealForm.moreHide') : t('appealForm.more')}
        </Button>
        {more && <MoreFields {...part} isNew={isNew} />}
      </div>
    </Stack>
  )
}
