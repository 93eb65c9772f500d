import { Text, Textarea } from '@mantine/core'
import { type ConflictCheck, ConflictDecision, decideConflictCheck } from '@qorgan/shared/lawyers'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useState } from 'react'
import { StepForm } from '../case-money/StepForm.tsx'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { ConflictMatches } from './ConflictMatches.tsx'
import { lawyerMutations } from './queries.ts'

interface Props {
  legalCase: LegalCase
  check: ConflictCheck
  steps: number
  onDecided: (check: ConflictCheck) => void
  onBack: () => void
}

/** What was found, the one question that no table answers, and the decision. */
export function ConflictStep({ legalCase, check, steps, onDecided, onBack }: Props) {
  const { t } = useText()
  const [under, setUnder] = useState<'yes' | 'no' | null>(null)
  const [chosen, setChosen] = useState<ConflictDecision | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const save = useSave(lawyerMutations.decide, onDecided)
  const clean = check.matches.length === 0 && under === 'no'
  const decision = chosen ?? (clean ? 'clear' : null)
  const needsReason = decision === 'waived' || decision === 'blocked'
  const submit = () => {
    setTried(true)
    if (under === null || decision === null || (needsReason && reason.trim() === '')) return
    const body = { decision, reason: reason.trim() === '' ? null : reason, chairUnderAccused: under === 'yes' }
    save.send({ id: legalCase.id, itemId: check.id, version: check.version, body }, body, decideConflictCheck.body)
  }
  const missing = (wrong: boolean) => (tried && wrong ? t('state.required') : undefined)
  return (
    <StepForm
      step={2}
      of={steps}
      name={t('counsel.checks.stepName')}
      submitLabel={t('counsel.checks.submit')}
      back={{ label: t('action.back'), onClick: onBack }}
      pending={save.pending}
      error={save.error}
      onSubmit={submit}
    >
      <Text fw={600}>{check.lawyerName}</Text>
      <div role="status">
        {check.matches.length > 0 && <Text className="q-soon">{t('counsel.checks.found')}</Text>}
        <ConflictMatches matches={check.matches} />
      </div>
      <ChoiceChips
        label={t('counsel.checks.question')}
        required
        options={[
          { value: 'no', label: t('state.no') },
          { value: 'yes', label: t('state.yes') },
        ]}
        value={under}
        onChange={setUnder}
        error={missing(under === null) ?? save.at('chairUnderAccused')}
      />
      <ChoiceChips
        label={t('counsel.checks.decision')}
        required
        options={ConflictDecision.options.map((value) => ({ value, label: t(`counsel.checks.choice.${value}`) }))}
        value={decision}
        onChange={setChosen}
        error={missing(decision === null) ?? save.at('decision')}
      />
      {(needsReason || !clean) && (
        <Textarea
          label={t('counsel.reason')}
          required={needsReason}
          maxLength={2000}
          minRows={1}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={missing(needsReason && reason.trim() === '') ?? save.at('reason')}
        />
      )}
    </StepForm>
  )
}
