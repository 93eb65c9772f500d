import { Button, Text } from '@mantine/core'
import { type Appeal, AppealDraft } from '@qorgan/shared/appeals'
import { Channel } from '@qorgan/shared/effects'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { memberQueries } from '../members/queries.ts'
import { useDraft } from '../platform/drafts.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { useSave } from '../platform/use-save.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { AppealForm } from './AppealForm.tsx'
import classes from './AppealForm.module.css'
import { AppealHints } from './AppealHints.tsx'
import { type AppealText, chosenMember, draftOf, emptyAppeal, withoutIin } from './draft.ts'
import { appealMutations } from './queries.ts'
import { Registered } from './Registered.tsx'

const lastChannel = 'qorgan.channel'
const usualChannel = (): Channel =>
  Channel.options.find((one) => one === localStorage.getItem(lastChannel)) ?? 'in_person'
const blank = () => emptyAppeal(usualChannel())

const route = getRouteApi('/_app/appeals/new')

/** One screen, from the keyboard alone; a draft outlives a reload, and a repeated send makes one record. */
export function NewAppealPage() {
  const { t } = useText()
  const { memberId } = route.useSearch()
  const draft = useDraft<AppealText>('appeal.new', blank, withoutIin)
  const [saved, setSaved] = useState<Appeal | null>(null)
  const { value, change } = draft

  const asked = useQuery({ ...memberQueries.detail(memberId ?? ''), enabled: memberId !== undefined }).data
  useEffect(() => {
    if (asked) change({ applicantKind: 'member', member: chosenMember(asked, asked.iinMasked ?? '') })
    // The member of the address is taken once, when it arrives.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked?.id])

  const register = useSave(appealMutations.register, (appeal) => {
    localStorage.setItem(lastChannel, value.channel)
    draft.reset(blank())
    setSaved(appeal)
  })
  const save = () => {
    if (saved) return
    const body = draftOf(value)
    register.send(body, body, AppealDraft)
  }
  useHotkeys({ 'ctrl+enter': save })

  if (saved)
    return (
      <Registered
        appeal={saved}
        onMore={(again) => {
          setSaved(null)
          register.reset()
          const { memberId: id, fullName, iinMasked } = saved.applicant
          if (again && id)
            change({ applicantKind: 'member', member: { id, name: fullName ?? '', about: iinMasked ?? '' } })
        }}
      />
    )
  return (
    <>
      <PageHeader
        title={t('appealForm.title')}
        aside={
          draft.touched && (
            <Button
              variant="default"
              onClick={() => {
                draft.reset(blank())
                register.reset()
              }}
            >
              {t('state.startAnew')}
            </Button>
          )
        }
      >
        {draft.restored ? t('state.draftRestored') : t('appealForm.draftNote')}
      </PageHeader>
      <div className={classes['page']}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <AppealForm value={value} onChange={change} at={register.at} />
          {register.error && <ProblemNotice error={register.error} />}
          <div className={classes['bar']}>
            <Button type="submit" size="md" loading={register.pending} aria-keyshortcuts="Control+Enter">
              {value.consultation ? t('appealForm.saveAndClose') : t('appealForm.save')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('appealForm.saveHint')}
            </Text>
          </div>
        </form>
        <aside className={classes['side']}>
          <AppealHints value={value} onChange={change} />
        </aside>
      </div>
    </>
  )
}
