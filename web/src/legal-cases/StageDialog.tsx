import { LegalCaseChange, LegalStage } from '@qorgan/shared/legal-cases'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type CaseDialogProps, useCaseAct } from './case-act.ts'
import { caseMutations } from './queries.ts'

export function StageDialog({ legalCase, onClose }: CaseDialogProps) {
  const { t } = useText()
  const [stage, setStage] = useState(legalCase.stage)
  const act = useCaseAct({ legalCase, onClose }, caseMutations.change, t('legal.stageDialog.done'))
  return (
    <FormDialog
      title={t('legal.stageDialog.title')}
      submitLabel={t('action.save')}
      onClose={onClose}
      onSubmit={() =>
        act.send({ id: legalCase.id, version: legalCase.version, body: { stage } }, { stage }, LegalCaseChange)
      }
      pending={act.pending}
      error={act.error}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <ChoiceChips
        autoFocus
        label={t('legal.form.stage')}
        required
        options={LegalStage.options.map((one) => ({ value: one, label: t(`legal.stage.${one}`) }))}
        value={stage}
        onChange={setStage}
        error={act.at('stage')}
      />
    </FormDialog>
  )
}
