import { Alert, Text, Textarea } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { useState } from 'react'
import { useMe } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import type { Check } from './queries.ts'
import { useQuarterName } from './use-quarter-name.ts'
import type { Words } from './use-report-words.ts'
import { useSubmit } from './use-submit.ts'

interface Props {
  report: BranchReport
  words: Words
  checks: readonly Check[]
  onClose: () => void
}

/** Says what is handed in and what that means; for a unit without a chair it asks why. */
export function SubmitDialog({ report, words, checks, onClose }: Props) {
  const { t } = useText()
  const { count, tenge, number } = useFormat()
  const names = useUnitNames()
  const quarterName = useQuarterName()
  const own = useMe().activePost.branchId === report.branchId
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = useSubmit(report, words)
  const warnings = checks.filter(({ severity }) => severity === 'warning')
  const { signed } = words.words
  const send = async () => {
    if (!own && reason.trim() === '') {
      setMissing(true)
      return
    }
    const sent = await submit.send(own ? null : reason.trim())
    // What has to be put right stands at its field, beneath this window.
    if (sent || submit.error === null) onClose()
  }
  return (
    <FormDialog
      title={t('closing.submit.title', { quarter: quarterName(report.periodKey) })}
      submitLabel={t('closing.submit.action')}
      onClose={onClose}
      onSubmit={() => void send()}
      pending={submit.pending}
      error={submit.error}
    >
      <Text>
        {t('closing.submit.what', {
          unit: names.unit(report.branchId),
          appeals: t('count.appeals', { count: report.total.count, value: count(report.total.count) }),
          effect: tenge(report.total.effect),
        })}
      </Text>
      <Text>{t('closing.submit.means')}</Text>
      {signed.fullName && <Text>{t('closing.submit.signer', { name: signed.fullName, post: signed.post })}</Text>}
      {warnings.length > 0 && (
        <Alert color="ochre" title={t('closing.submit.warnings', { value: number(warnings.length) })}>
          {warnings.map(({ key }) => t(`closing.check.${key}`)).join('; ')}
        </Alert>
      )}
      {!own && (
        <Textarea
          data-autofocus
          label={t('closing.submit.reason')}
          description={t('closing.submit.reasonHint')}
          required
          maxLength={1000}
          value={reason}
          onChange={(event) => {
            setMissing(false)
            setReason(event.currentTarget.value)
          }}
          error={missing ? t('state.required') : undefined}
        />
      )}
    </FormDialog>
  )
}
