import { Button } from '@mantine/core'
import { LegalCaseChange } from '@qorgan/shared/legal-cases'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useBlocker, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import formClasses from '../appeals/AppealForm.module.css'
import { useText } from '../i18n/i18n.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { LeaveGuard } from '../ui/LeaveGuard.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { CaseForm } from './CaseForm.tsx'
import { useCaseAct } from './case-act.ts'
import { changeOf, textOfCase } from './draft.ts'
import { caseMutations, caseQueries } from './queries.ts'

const route = getRouteApi('/_app/cases/$caseId_/edit')

/** The same form over what was written down; somebody else's change meanwhile is shown, and nothing typed is lost. */
export function EditCasePage() {
  const { t } = useText()
  const navigate = useNavigate()
  const { caseId } = route.useParams()
  const legalCase = useSuspenseQuery(caseQueries.detail(caseId)).data
  const [value, setValue] = useState(() => textOfCase(legalCase))
  const [first] = useState(legalCase)
  const [dirty, setDirty] = useState(false)
  const saved = useRef(false)
  const back = () => navigate({ to: '/cases/$caseId', params: { caseId } })
  const act = useCaseAct(
    {
      legalCase,
      onClose: async () => {
        saved.current = true
        await back()
      },
    },
    caseMutations.change,
    t('legal.form.saved'),
  )
  const save = () => {
    const body = changeOf(value)
    // The version of what the person read, until they have been told of another's change.
    const { version } = act.conflicted ? legalCase : first
    act.send({ id: caseId, version, body }, body, LegalCaseChange)
  }
  useHotkeys({ 'ctrl+enter': save })
  const blocker = useBlocker({
    shouldBlockFn: () => dirty && !saved.current,
    enableBeforeUnload: () => dirty && !saved.current,
    withResolver: true,
  })
  return (
    <>
      <PageHeader title={t('legal.form.editTitle', { number: legalCase.number })} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <CaseForm
          isNew={false}
          value={value}
          onChange={(patch) => {
            setDirty(true)
            setValue((now) => ({ ...now, ...patch }))
          }}
          at={act.at}
        />
        {act.changes && <ConflictNotice changes={act.changes} />}
        {act.error && <ProblemNotice error={act.error} />}
        <div className={formClasses['bar']}>
          <Button type="submit" size="md" loading={act.pending}>
            {act.conflicted ? t('conflict.saveAnyway') : t('action.save')}
          </Button>
          <Button size="md" variant="default" onClick={() => void back()}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
      <LeaveGuard blocker={blocker} />
    </>
  )
}
