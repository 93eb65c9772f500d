import { Button } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import classes from './Bar.module.css'
import type { Check } from './queries.ts'
import { SubmitDialog } from './SubmitDialog.tsx'
import type { Words } from './use-report-words.ts'

interface Props {
  report: BranchReport
  words: Words
  checks: readonly Check[] | undefined
}

/** Always in reach: what is typed and not saved yet, and the way to hand it in. */
export function SubmitBar({ report, words, checks = [] }: Props) {
  const { t } = useText()
  const { longDay, number } = useFormat()
  const [submitting, setSubmitting] = useState(false)
  const blocking = checks.filter(({ severity }) => severity === 'blocking')
  const blocked = blocking.reduce((sum, { count }) => sum + count, 0)
  const save = async () => {
    if (!words.dirty || submitting) return
    if ((await words.save()) !== null) toast(t('state.saved'))
  }
  useHotkeys({ 'ctrl+enter': () => void save() })
  const state = words.dirty ? 'dirty' : 'saved'
  return (
    <div className={`q-no-print ${classes['bar']}`}>
      {words.conflict && <ConflictNotice changes={words.conflict} />}
      {words.error && <ProblemNotice error={words.error} />}
      <div className={classes['barRow']}>
        <span className={classes['barState']} role="status">
          {t(`closing.bar.${state}`)}
          {report.can.submit && blocked > 0 && (
            <button
              type="button"
              className={classes['barLink']}
              onClick={() => document.getElementById('checks')?.focus()}
            >
              {t('closing.bar.blocked', { value: number(blocked) })}
            </button>
          )}
          {!report.can.submit && <span className="q-dim">{t('closing.bar.early', { day: longDay(report.to) })}</span>}
        </span>
        {report.can.edit && (
          <Button
            size="md"
            variant={report.can.submit ? 'default' : 'filled'}
            loading={words.pending && !submitting}
            disabled={!words.dirty}
            onClick={() => void save()}
          >
            {words.conflict ? t('conflict.saveAnyway') : t('action.save')}
          </Button>
        )}
        {report.can.submit && (
          <Button
            size="md"
            onClick={() => (blocked > 0 ? document.getElementById('checks')?.focus() : setSubmitting(true))}
          >
            {t('closing.submit.action')}
          </Button>
        )}
      </div>
      {submitting && (
        <SubmitDialog report={report} words={words} checks={checks} onClose={() => setSubmitting(false)} />
      )}
    </div>
  )
}
