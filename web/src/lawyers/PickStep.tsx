import { Skeleton, Text, TextInput } from '@mantine/core'
import type { ConflictCheck, Lawyer } from '@qorgan/shared/lawyers'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { IconSearch } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { StepForm } from '../case-money/StepForm.tsx'
import { useText } from '../i18n/i18n.ts'
import { useDebounced } from '../platform/debounced.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import classes from './Lawyers.module.css'
import { LawyerOption } from './LawyerOption.tsx'
import { lawyerMutations, lawyerQueries } from './queries.ts'

interface Props {
  legalCase: LegalCase
  checks: readonly ConflictCheck[]
  assigned: readonly string[]
  steps: number
  onChecked: (check: ConflictCheck) => void
  onClose: () => void
}

/** Who fits the case and is free stands first and is chosen already. */
export function PickStep({ legalCase, checks, assigned, steps, onChecked, onClose }: Props) {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 300)
  const panel = useQuery(lawyerQueries.forCase(legalCase.id, q))
  const free = (panel.data?.items ?? []).filter((one) => !assigned.includes(one.id))
  const [picked, setPicked] = useState<string | null>(null)
  const latest = (lawyer: Lawyer | undefined) => checks.find((check) => check.lawyerId === lawyer?.id)
  const chosen =
    free.find((one) => one.id === picked) ?? free.find((one) => latest(one)?.decision !== 'blocked') ?? free[0]
  const run = useMutation({ ...lawyerMutations.check, onSuccess: onChecked })
  const known = latest(chosen)
  const goesOn = known !== undefined && known.decision !== 'blocked'
  return (
    <StepForm
      step={1}
      of={steps}
      name={t('counsel.pick.name')}
      submitLabel={goesOn ? t('counsel.pick.goOn') : t('counsel.pick.check')}
      back={{ label: t('action.cancel'), onClick: onClose }}
      pending={run.isPending}
      error={run.error}
      onSubmit={() => {
        if (!chosen) return
        if (goesOn) onChecked(known)
        else run.mutate({ id: legalCase.id, body: { id: uuidv7(), lawyerId: chosen.id } })
      }}
    >
      <TextInput
        size="sm"
        type="search"
        aria-label={t('counsel.lawyers.search')}
        placeholder={t('counsel.lawyers.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {panel.isPending && <Skeleton h={180} />}
      {panel.error && <ProblemNotice error={panel.error} onRetry={() => void panel.refetch()} />}
      {panel.isSuccess && free.length === 0 && <Text c="dimmed">{t('counsel.pick.nobody')}</Text>}
      {free.length > 0 && (
        <fieldset className={classes['options']}>
          <legend className={classes['legend']}>{t('counsel.pick.legend')}</legend>
          {free.map((lawyer) => (
            <LawyerOption
              key={lawyer.id}
              lawyer={lawyer}
              check={latest(lawyer)}
              checked={lawyer.id === chosen?.id}
              onChoose={() => setPicked(lawyer.id)}
            />
          ))}
        </fieldset>
      )}
    </StepForm>
  )
}
