import { Alert } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import pageClasses from '../appeals/AppealPage.module.css'
import { AttachmentsCard } from '../attachments/AttachmentsCard.tsx'
import { ActsCard, AllotmentsCard, CounselCard, PaymentsCard } from '../case-money/CaseMoneyCards.tsx'
import { MoneyBar } from '../case-money/MoneyBar.tsx'
import { useText } from '../i18n/i18n.ts'
import { AboutCard } from './AboutCard.tsx'
import { CaseActions } from './CaseActions.tsx'
import { CaseContents } from './CaseContents.tsx'
import { CaseDialogs, type OpenDialog } from './CaseDialogs.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import classes from './CasePage.module.css'
import { CaseTimeline } from './CaseTimeline.tsx'
import { HearingsCard } from './HearingsCard.tsx'
import { NearestCard } from './NearestCard.tsx'
import { NextStep } from './NextStep.tsx'
import { NotesCard } from './NotesCard.tsx'
import { OutcomeCard } from './OutcomeCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { caseQueries } from './queries.ts'
import { ScreeningCard } from './ScreeningCard.tsx'
import { TermsCard } from './TermsCard.tsx'
import { useGo } from './use-go.ts'
import { useSections } from './sections.ts'
import { WorthCard } from './WorthCard.tsx'

const route = getRouteApi('/_app/cases/$caseId')

/** One case: what to do now stands first, then everything that is known, by what the viewer may know. */
export function CasePage() {
  const { caseId } = route.useParams()
  const legalCase = useSuspenseQuery(caseQueries.detail(caseId)).data
  const may = useMay()
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const go = useGo(legalCase, setOpen)
  const works = may('legalCases:inspect') || may('caseMoney:read')
  if (!works) return <CaseForBranch legalCase={legalCase} />
  return (
    <>
      <CaseHeader legalCase={legalCase} />
      <NextStep legalCase={legalCase} onGo={go.to} pending={go.pending} />
      {legalCase.money && legalCase.money.allotted > 0 && (
        <div className={`q-surface q-pad ${classes['money']}`}>
          <MoneyBar money={legalCase.money} settled={legalCase.status === 'closed'} />
        </div>
      )}
      <div className={pageClasses['columns']}>
        <aside className={pageClasses['side']}>
          <NearestCard legalCase={legalCase} />
          {may('legalCases:work') && <CaseActions legalCase={legalCase} onOpen={(name) => setOpen({ name })} />}
          <CaseContents legalCase={legalCase} />
        </aside>
        <div className={pageClasses['main']}>
          <OutcomeCard legalCase={legalCase} />
          <Cards legalCase={legalCase} onEffect={() => setOpen({ name: 'effect' })} />
        </div>
      </div>
      {open && <CaseDialogs open={open} legalCase={legalCase} onClose={() => setOpen(null)} />}
    </>
  )
}

/** A branch is told who the counsel is, when the next hearing is, and how it ended. */
function CaseForBranch({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  return (
    <>
      <CaseHeader legalCase={legalCase} />
      <div className={classes['narrow']}>
        <OutcomeCard legalCase={legalCase} />
        <NearestCard legalCase={legalCase} />
        <Alert color="gray">{t('legal.page.branchText')}</Alert>
      </div>
    </>
  )
}

function Cards({ legalCase, onEffect }: { legalCase: LegalCase; onEffect: () => void }) {
  const { t } = useText()
  const may = useMay()
  const inspects = may('legalCases:inspect')
  const shown = useSections(legalCase)
  const whole = shown.about
  return (
    <>
      {inspects && !whole && (
        <Alert color="ochre" title={t('legal.page.restrictedTitle')}>
          {t('legal.page.restrictedText')}
        </Alert>
      )}
      {whole && <AboutCard legalCase={legalCase} />}
      {shown.screening && <ScreeningCard legalCase={legalCase} />}
      {inspects && <PeopleCard legalCase={legalCase} />}
      {shown.counsel && (
        <div className={classes['slot']} id="counsel" tabIndex={-1}>
          <CounselCard legalCase={legalCase} />
        </div>
      )}
      {whole && <HearingsCard legalCase={legalCase} />}
      {whole && <TermsCard legalCase={legalCase} />}
      {shown.money && (
        <div className={classes['slot']} id="money" tabIndex={-1}>
          <AllotmentsCard legalCase={legalCase} />
          <ActsCard legalCase={legalCase} />
          <PaymentsCard legalCase={legalCase} />
        </div>
      )}
      {shown.worth && <WorthCard legalCase={legalCase} onAdd={onEffect} />}
      {whole && (
        <div className={classes['slot']} id="files" tabIndex={-1}>
          <AttachmentsCard of="case" recordId={legalCase.id} canAdd={legalCase.can.attachments} />
        </div>
      )}
      {shown.notes && <NotesCard legalCase={legalCase} />}
      {whole && <CaseTimeline legalCase={legalCase} />}
    </>
  )
}
