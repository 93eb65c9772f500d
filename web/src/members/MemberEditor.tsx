import { Button } from '@mantine/core'
import { type Member, MemberChange, MemberDraft } from '@qorgan/shared/members'
import { useMutation } from '@tanstack/react-query'
import { useBlocker, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useMe } from '../accounts/may.ts'
import formClasses from '../appeals/AppealForm.module.css'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { type FieldErrors, focusFirstError, problemErrors, schemaErrors } from '../platform/form.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { isProblem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { LeaveGuard } from '../ui/LeaveGuard.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import { bodyOfMember, MemberForm, textOfMember } from './MemberForm.tsx'
import { memberMutations } from './queries.ts'

/** A new card, or a change of one. */
export function MemberEditor({ member }: { member?: Member }) {
  const { t } = useText()
  const say = useProblemText()
  const navigate = useNavigate()
  const me = useMe()
  const inCouncil = me.activePost.branchId === null
  const [id] = useState(() => member?.id ?? uuidv7())
  const [value, setValue] = useState(() => textOfMember(member))
  const [seen, setSeen] = useState(member)
  const [wrong, setWrong] = useState<FieldErrors>({})
  const [dirty, setDirty] = useState(false)
  const saved = useRef(false)
  const finish = {
    onSuccess: async () => {
      saved.current = true
      toast(member ? t('members.changed') : t('members.created'))
      await navigate({ to: '/members/$memberId', params: { memberId: id } })
    },
    onError: (error: Error) => {
      setWrong(problemErrors(error))
      focusFirstError()
    },
  }
  const create = useMutation({ ...memberMutations.create, ...finish })
  const change = useMutation({ ...memberMutations.change, ...finish })
  const failure = create.error ?? change.error
  const conflicted = isProblem(failure, 'record.changedMeanwhile')
  const save = () => {
    if (create.isPending || change.isPending) return
    const body = bodyOfMember(value, inCouncil)
    const checked = member ? MemberChange.safeParse(body) : MemberDraft.safeParse(body)
    if (!checked.success) {
      setWrong(schemaErrors(checked.error))
      focusFirstError()
      return
    }
    setWrong({})
    if (!member || !seen) create.mutate({ ...body, id })
    else {
      change.mutate({ id, version: conflicted ? member.version : seen.version, body })
      if (conflicted) setSeen(member)
    }
  }
  useHotkeys({ 'ctrl+enter': save })
  const blocker = useBlocker({
    shouldBlockFn: () => dirty && !saved.current,
    enableBeforeUnload: () => dirty && !saved.current,
    withResolver: true,
  })
  const changes =
    conflicted && member && seen
      ? (['lastName', 'firstName', 'patronymic', 'phone', 'email', 'position', 'cardNumber'] as const)
          .filter((key) => member[key] !== seen[key])
          .map((key) => ({ key, name: t(`members.${key}`), was: seen[key] ?? '', now: member[key] ?? '' }))
      : null
  return (
    <>
      <PageHeader title={member ? t('members.editTitle') : t('members.newTitle')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className="q-surface q-pad">
          <MemberForm
            value={value}
            known={member}
            onChange={(patch) => {
              setDirty(true)
              setValue((now) => ({ ...now, ...patch }))
            }}
            at={(path) => say.at(wrong, path)}
          />
        </div>
        {changes && <ConflictNotice changes={changes} />}
        {failure && !conflicted && <ProblemNotice error={failure} />}
        <div className={formClasses['bar']}>
          <Button type="submit" size="md" loading={create.isPending || change.isPending}>
            {conflicted ? t('conflict.saveAnyway') : t('action.save')}
          </Button>
          <Button
            size="md"
            variant="default"
            onClick={() =>
              void navigate(member ? { to: '/members/$memberId', params: { memberId: id } } : { to: '/members' })
            }
          >
            {t('action.cancel')}
          </Button>
        </div>
      </form>
      <LeaveGuard blocker={blocker} />
    </>
  )
}
