import { Select, SimpleGrid, Stack, Switch, Textarea, TextInput, Title } from '@mantine/core'
import type { Day } from '@qorgan/shared/dates'
import { LegalCaseKind, LegalStage } from '@qorgan/shared/legal-cases'
import { ClosedQuarterHint } from '../closing/ClosedQuarterHint.tsx'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { NumberField } from './NumberField.tsx'
import { ConciliationFields } from './ConciliationFields.tsx'
import { type CaseText, hasArticle, mayBeLabour, usualRole } from './draft.ts'
import { findAppeal, findCase } from './find.ts'
import { PeopleFields } from './PeopleFields.tsx'
import { ReadersField } from './ReadersField.tsx'

export interface FormPart {
  value: CaseText
  onChange: (patch: Partial<CaseText>) => void
  at: (path: string) => string | undefined
}

/** What is written down about a case: whom it is about, what happened, by when, and who may know. */
export function CaseForm({ isNew, ...part }: FormPart & { isNew: boolean }) {
  const { t } = useText()
  const { label } = useFormat()
  const { branches } = useUnitNames()
  const { value, onChange, at } = part
  const chooseKind = (kind: LegalCaseKind) => {
    const before = usualRole(value.kind)
    // A part that nobody chose by hand follows the kind.
    const people = value.people.map((one) =>
      one.role === null || one.role === before ? { ...one, role: usualRole(kind) } : one,
    )
    onChange({ kind, people })
  }
  return (
    <Stack gap="lg">
      <section className="q-surface q-pad" aria-labelledby="who">
        <Title order={2} id="who" mb="sm">
          {isNew ? t('legal.form.who') : t('legal.form.kind')}
        </Title>
        <Stack gap="sm">
          <ChoiceChips
            label={t('legal.form.kind')}
            required
            options={LegalCaseKind.options.map((kind) => ({ value: kind, label: t(`legal.kind.${kind}`) }))}
            value={value.kind}
            onChange={chooseKind}
            error={at('kind')}
          />
          {isNew ? (
            <PeopleFields {...part} />
          ) : (
            <Select
              label={t('legal.form.stage')}
              allowDeselect={false}
              data={LegalStage.options.map((stage) => ({ value: stage, label: t(`legal.stage.${stage}`) }))}
              value={value.stage}
              onChange={(stage) => onChange({ stage: LegalStage.options.find((one) => one === stage) ?? value.stage })}
              error={at('stage')}
            />
          )}
        </Stack>
      </section>
      <section className="q-surface q-pad" aria-labelledby="matter">
        <Title order={2} id="matter" mb="sm">
          {t('legal.form.matter')}
        </Title>
        <Stack gap="sm">
          <Textarea
            label={t('legal.form.summary')}
            description={t('legal.form.summaryHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            minRows={3}
            maxLength={4000}
            value={value.summary}
            onChange={(event) => onChange({ summary: event.currentTarget.value })}
            error={at('summary')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label={t('legal.form.opposingParty')}
              description={t('legal.form.opposingHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={300}
              value={value.opposingParty}
              onChange={(event) => onChange({ opposingParty: event.currentTarget.value })}
              error={at('opposingParty')}
            />
            {hasArticle(value.kind) && (
              <TextInput
                label={t('legal.form.article')}
                description={t('legal.form.articleHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                placeholder={t('legal.form.articlePlaceholder')}
                maxLength={300}
                value={value.article}
                onChange={(event) => onChange({ article: event.currentTarget.value })}
                error={at('article')}
              />
            )}
          </SimpleGrid>
          <div>
            <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
              <DayInput
                label={t('legal.form.openedOn')}
                required
                max={today()}
                value={value.openedOn}
                onChange={(openedOn) => onChange({ openedOn })}
                error={at('openedOn')}
              />
              <DayInput
                label={t('legal.form.applicationOn')}
                max={today()}
                value={value.applicationOn}
                onChange={(applicationOn) => onChange({ applicationOn })}
                error={at('applicationOn')}
              />
              <DayInput
                label={t('legal.form.consentOn')}
                max={today()}
                value={value.consentOn}
                onChange={(consentOn) => onChange({ consentOn })}
                error={at('consentOn')}
              />
            </SimpleGrid>
            <ClosedQuarterHint act="enter" days={isNew ? [ownAppealOn(value)] : []} />
          </div>
        </Stack>
      </section>
      {mayBeLabour(value.kind) && (
        <section className="q-surface q-pad" aria-labelledby="labour">
          <Title order={2} id="labour" mb="sm">
            {t('legal.conciliation.title')}
          </Title>
          <Switch
            label={t('legal.conciliation.labour')}
            mb={value.labour ? 'sm' : 0}
            checked={value.labour}
            onChange={(event) => onChange({ labour: event.currentTarget.checked })}
          />
          {value.labour && (
            <ConciliationFields
              value={value.conciliation}
              onChange={(patch) => onChange({ conciliation: { ...value.conciliation, ...patch } })}
              at={(path) => at(`conciliation/${path}`)}
            />
          )}
        </section>
      )}
      <section className="q-surface q-pad" aria-labelledby="links">
        <Title order={2} id="links" mb="sm">
          {t('legal.form.links')}
        </Title>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {isNew && (
            <NumberField
              label={t('legal.form.appeal')}
              description={t('legal.form.appealHint')}
              placeholder="KAR-2026-00042"
              value={value.appeal}
              find={findAppeal}
              onChange={(found) => onChange({ appeal: found && { id: found.id, number: found.number } })}
              error={at('appealId')}
            />
          )}
          <NumberField
            label={t('legal.form.repeatOf')}
            description={t('legal.form.repeatHint')}
            placeholder="MA-2026-00042"
            value={value.repeatOf && { id: value.repeatOf.caseId, number: value.repeatOf.number }}
            find={findCase}
            onChange={(found) => onChange({ repeatOf: found && { caseId: found.id, number: found.number } })}
            error={at('repeatOf/caseId')}
          />
          {isNew && (
            <Select
              label={t('legal.form.branch')}
              placeholder={t('legal.form.branchOfMember')}
              searchable
              clearable
              data={branches.map((branch) => ({ value: branch.id, label: label(branch.name) }))}
              value={value.branchId}
              onChange={(branchId) => onChange({ branchId })}
              error={at('branchId')}
              nothingFoundMessage={t('state.nothingFound')}
            />
          )}
        </SimpleGrid>
      </section>
      <section className="q-surface q-pad" aria-labelledby="access">
        <Title order={2} id="access" mb="sm">
          {t('legal.form.access')}
        </Title>
        <Stack gap="sm">
          <ReadersField {...part} />
        </Stack>
      </section>
    </Stack>
  )
}

/** A case without an appeal registers one; the server dates it so. */
function ownAppealOn({ appeal, openedOn, applicationOn }: CaseText): Day | null {
  if (appeal) return null
  return openedOn && applicationOn && applicationOn <= openedOn ? applicationOn : openedOn
}
