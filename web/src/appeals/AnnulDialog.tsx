import { Alert, TextInput, Textarea } from '@mantine/core'
import { annulAppeal, listAppeals } from '@qorgan/shared/appeals'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ClosedQuarterHint } from '../closing/ClosedQuarterHint.tsx'
import { effectQueries } from '../effects/queries.ts'
import { useText } from '../i18n/i18n.ts'
import { api } from '../platform/api.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useAppealAct } from './act.ts'
import type { DialogProps } from './AppealDialog.tsx'
import { appealMutations } from './queries.ts'

export function AnnulDialog({ appeal, onClose }: DialogProps) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [number, setNumber] = useState('')
  const [unknown, setUnknown] = useState(false)
  const ledger = useQuery(effectQueries.ofAppeal(appeal.id)).data ?? []
  const counted = ledger.filter((effect) => effect.voidedAt === null).map((effect) => effect.closedPeriod)
  const act = useAppealAct(appeal, appealMutations.annul, { done: t('appeals.done.annul'), onClose })
  const submit = async () => {
    const wanted = number.trim().toUpperCase()
    if (wanted === '') return act.send({ reason }, annulAppeal.body)
    const found = await api(listAppeals, { query: { q: wanted, limit: 5 } }).catch(() => ({ items: [] }))
    const original = found.items.find((one) => one.number === wanted && one.id !== appeal.id)
    setUnknown(!original)
    if (original) act.send({ reason, duplicateOf: original.id }, annulAppeal.body)
  }
  return (
    <FormDialog
      title={t('appeals.action.annul')}
      submitLabel={t('appeals.action.annul')}
      danger
      onClose={onClose}
      pending={act.pending}
      error={act.error}
      onSubmit={() => void submit()}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <div>
        <Alert color="ochre">{t('appeals.dialog.annulHint')}</Alert>
        <ClosedQuarterHint act="takeOut" standing={[appeal.closedPeriod, ...counted]} />
      </div>
      <Textarea
        data-autofocus
        label={t('appeals.dialog.reason')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={act.at('reason')}
      />
      <TextInput
        label={t('appeals.dialog.duplicateOf')}
        description={t('state.optional')}
        placeholder="KAR-2026-00042"
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={unknown ? t('appeals.dialog.duplicateUnknown') : act.at('duplicateOf')}
      />
    </FormDialog>
  )
}
