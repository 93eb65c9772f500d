import { Resolution } from '@qorgan/shared/appeals'
import { useQuery } from '@tanstack/react-query'
import { effectQueries } from '../effects/queries.ts'
import { useText } from '../i18n/i18n.ts'
import { clearDraft, useDraft } from '../platform/drafts.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useAppealAct } from './act.ts'
import type { DialogProps } from './AppealDialog.tsx'
import { appealMutations } from './queries.ts'
import { emptyResolution, resolutionBody, ResolutionFields } from './ResolutionFields.tsx'

export function ResolveDialog({ appeal, onClose }: DialogProps) {
  const { t } = useText()
  const key = `resolve.${appeal.id}`
  const draft = useDraft(key, emptyResolution)
  const ledger = useQuery(effectQueries.ofAppeal(appeal.id)).data ?? []
  const act = useAppealAct(appeal, appealMutations.resolve, {
    done: t('appeals.done.resolve'),
    onClose: () => {
      clearDraft(key)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('appeals.action.resolve')}
      submitLabel={t('appeals.action.resolve')}
      size="lg"
      onClose={onClose}
      pending={act.pending}
      error={act.error}
      onSubmit={() => act.send(resolutionBody(draft.value), Resolution)}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <ResolutionFields
        autoFocus
        value={draft.value}
        onChange={draft.change}
        at={act.at}
        hasEffect={ledger.some((effect) => effect.voidedAt === null)}
      />
    </FormDialog>
  )
}
