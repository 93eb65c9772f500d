import { Alert } from '@mantine/core'
import { mergeLegalCase } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { appealQueries } from '../appeals/queries.ts'
import { ClosedQuarterHint } from '../closing/ClosedQuarterHint.tsx'
import { useText } from '../i18n/i18n.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type CaseDialogProps, useCaseAct } from './case-act.ts'
import { findAppeal } from './find.ts'
import { NumberField } from './NumberField.tsx'
import { caseMutations } from './queries.ts'

export function MergeDialog({ legalCase, onClose }: CaseDialogProps) {
  const { t } = useText()
  const [appeal, setAppeal] = useState<{ id: string; number: string } | null>(null)
  const own = useQuery({
    ...appealQueries.detail(legalCase.appealId ?? ''),
    enabled: legalCase.appealId !== null,
  }).data
  const act = useCaseAct({ legalCase, onClose }, caseMutations.merge, t('legal.merge.done'))
  return (
    <FormDialog
      title={t('legal.merge.title')}
      submitLabel={t('legal.merge.submit')}
      onClose={onClose}
      onSubmit={() => {
        const body = { appealId: appeal?.id ?? '' }
        act.send({ id: legalCase.id, version: legalCase.version, body }, body, mergeLegalCase.body)
      }}
      pending={act.pending}
      error={act.error}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <div>
        <Alert color="ochre">{t('legal.merge.hint', { number: legalCase.appealNumber ?? '' })}</Alert>
        <ClosedQuarterHint act="takeOut" standing={[own?.closedPeriod ?? null]} />
      </div>
      <NumberField
        autoFocus
        label={t('legal.merge.appeal')}
        placeholder="KAR-2026-00042"
        value={appeal}
        find={findAppeal}
        onChange={setAppeal}
        error={act.at('appealId')}
      />
    </FormDialog>
  )
}
