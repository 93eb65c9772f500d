import { Button, Text } from '@mantine/core'
import { LegalCaseDraft } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import formClasses from '../appeals/AppealForm.module.css'
import { useText } from '../i18n/i18n.ts'
import { memberName } from '../members/member-name.ts'
import { memberQueries } from '../members/queries.ts'
import { useDraft } from '../platform/drafts.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { useSave } from '../platform/use-save.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { toast } from '../ui/toast.ts'
import { CaseForm } from './CaseForm.tsx'
import { CaseHints } from './CaseHints.tsx'
import { type CaseText, draftOf, emptyCase } from './draft.ts'
import { caseMutations } from './queries.ts'

const route = getRouteApi('/_app/cases/new')

/** One screen; a draft outlives a reload, and a repeated send makes one case. Saved, the case itself says what is next. */
export function NewCasePage() {
  const { t } = useText()
  const navigate = useNavigate()
  const { memberId } = route.useSearch()
  const draft = useDraft<CaseText>('case.new', emptyCase)
  const { value, change } = draft

  const asked = useQuery({ ...memberQueries.detail(memberId ?? ''), enabled: memberId !== undefined }).data
  useEffect(() => {
    if (asked) change({ people: [{ id: asked.id, name: memberName(asked), about: asked.position ?? '', role: null }] })
    // The member of the address is taken once, when it arrives.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked?.id])

  const open = useSave(caseMutations.open, async (legalCase) => {
    draft.reset(emptyCase())
    toast(t('legal.form.opened', { number: legalCase.number }))
    await navigate({ to: '/cases/$caseId', params: { caseId: legalCase.id } })
  })
  const save = () => {
    const body = draftOf(value)
    open.send(body, body, LegalCaseDraft)
  }
  useHotkeys({ 'ctrl+enter': save })
  return (
    <>
      <PageHeader
        title={t('legal.form.title')}
        aside={
          draft.touched && (
            <Button
              variant="default"
              onClick={() => {
                draft.reset(emptyCase())
                open.reset()
              }}
            >
              {t('state.startAnew')}
            </Button>
          )
        }
      >
        {draft.restored ? t('state.draftRestored') : t('legal.form.draftNote')}
      </PageHeader>
      <div className={formClasses['page']}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <CaseForm value={value} onChange={change} at={open.at} isNew />
          {open.error && <ProblemNotice error={open.error} />}
          <div className={formClasses['bar']}>
            <Button type="submit" size="md" loading={open.pending} aria-keyshortcuts="Control+Enter">
              {t('legal.form.save')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('legal.form.saveHint')}
            </Text>
          </div>
        </form>
        <aside className={formClasses['side']}>
          <CaseHints value={value} onChange={change} />
        </aside>
      </div>
    </>
  )
}
