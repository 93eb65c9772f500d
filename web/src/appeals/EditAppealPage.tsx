import { Button } from '@mantine/core'
import { AppealChange } from '@qorgan/shared/appeals'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useBlocker, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { type FieldErrors, focusFirstError, problemErrors, schemaErrors } from '../platform/form.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { isProblem } from '../platform/problem.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { LeaveGuard } from '../ui/LeaveGuard.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import { AppealForm } from './AppealForm.tsx'
import classes from './AppealForm.module.css'
import { changeOf, textOfAppeal } from './draft.ts'
import { useAppealFacts } from './facts.ts'
import { appealMutations, appealQueries } from './queries.ts'

const route = getRouteApi('/_app/appeals/$appealId_/edit')

/** The same form over what was written down; somebody else's change meanwhile is shown, and nothing typed is lost. */
export function EditAppealPage() {
  const { t } = useText()
  const say = useProblemText()
  const navigate = useNavigate()
  const { appealId } = route.useParams()
  const appeal = useSuspenseQuery(appealQueries.detail(appealId)).data
  const facts = useAppealFacts(appeal)
  const [seen, setSeen] = useState(appeal)
  const [value, setValue] = useState(() => textOfAppeal(appeal))
  const [wrong, setWrong] = useState<FieldErrors>({})
  const [dirty, setDirty] = useState(false)
  const saved = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const change = useMutation({
    ...appealMutations.change,
    onSuccess: async () => {
      saved.current = true
      toast(t('appealForm.saved'))
      await navigate({ to: '/appeals/$appealId', params: { appealId } })
    },
    onError: (error) => {
      setWrong(problemErrors(error))
      focusFirstError(form.current ?? document)
    },
  })
  const conflicted = isProblem(change.error, 'record.changedMeanwhile')
  const before = facts(seen)
  const changes = facts(appeal).flatMap((fact, i) =>
    fact.value === before[i]?.value
      ? []
      : [{ key: fact.key, name: fact.name, was: before[i]?.value ?? '', now: fact.value }],
  )
  const save = () => {
    if (change.isPending) return
    const body = changeOf(value, seen)
    const checked = AppealChange.safeParse(body)
    if (!checked.success) {
      setWrong(schemaErrors(checked.error))
      focusFirstError(form.current ?? document)
      return
    }
    setWrong({})
    if (conflicted) setSeen(appeal)
    change.mutate({ id: appeal.id, version: conflicted ? appeal.version : seen.version, body })
  }
  useHotkeys({ 'ctrl+enter': save })
  const blocker = useBlocker({
    shouldBlockFn: () => dirty && !saved.current,
    enableBeforeUnload: () => dirty && !saved.current,
    withResolver: true,
  })
  return (
    <>
      <PageHeader title={t('appealForm.editTitle', { number: appeal.number })} />
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <AppealForm
          appeal={appeal}
          value={value}
          onChange={(patch) => {
            setDirty(true)
            setValue((now) => ({ ...now, ...patch }))
          }}
          at={(path) => say.at(wrong, path)}
        />
        {conflicted && <ConflictNotice changes={changes} />}
        {change.error && !conflicted && <ProblemNotice error={change.error} />}
        <div className={classes['bar']}>
          <Button type="submit" size="md" loading={change.isPending}>
            {conflicted ? t('conflict.saveAnyway') : t('action.save')}
          </Button>
          <Button
            size="md"
            variant="default"
            onClick={() => void navigate({ to: '/appeals/$appealId', params: { appealId } })}
          >
            {t('action.cancel')}
          </Button>
        </div>
      </form>
      <LeaveGuard blocker={blocker} />
    </>
  )
}
