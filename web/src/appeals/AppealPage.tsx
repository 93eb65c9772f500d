import { Alert, Group, Text, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMay } from '../accounts/may.ts'
import { AttachmentsCard } from '../attachments/AttachmentsCard.tsx'
import { ClosedQuarterMark } from '../closing/ClosedQuarterHint.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { AppealActions } from './AppealActions.tsx'
import { AppealEffects } from './AppealEffects.tsx'
import classes from './AppealPage.module.css'
import { AppealTimeline } from './AppealTimeline.tsx'
import { ApplicantCard } from './ApplicantCard.tsx'
import { DueWords } from './DueWords.tsx'
import { FactList } from './FactList.tsx'
import { useAppealFacts } from './facts.ts'
import { appealQueries } from './queries.ts'
import { ResolutionCard } from './ResolutionCard.tsx'
import { StatusBadge } from './StatusBadge.tsx'
import { AidFacts, VoucherFacts } from './SupportFacts.tsx'
import { useUnitNames } from '../organisation/names.ts'
import { LinkAnchor } from '../ui/links.tsx'

const aside = new Set(['status', 'dueOn', 'subject', 'description', 'outcome', 'resolvedOn', 'assignee', 'category'])

const route = getRouteApi('/_app/appeals/$appealId')

export function AppealPage() {
  const { t } = useText()
  const { day, label, instant } = useFormat()
  const { appealId } = route.useParams()
  const appeal = useSuspenseQuery(appealQueries.detail(appealId)).data
  const facts = useAppealFacts(appeal)(appeal).filter((fact) => !aside.has(fact.key))
  const names = useUnitNames()
  const may = useMay()
  const place = (one: { level: 'council' | 'branch' | 'primary_organisation'; branchId: string | null }) =>
    one.level === 'primary_organisation' ? t('level.primary_organisation') : names.unit(one.branchId)
  const pending = appeal.pendingTransfer
  return (
    <>
      <PageHeader title={appeal.number}>
        <Group gap="xs">
          <StatusBadge status={appeal.status} />
          <span>{t(`categoryShort.${appeal.category}`)}</span>
          {appeal.urgent && <b className="q-attention">{t('appeals.urgent')}</b>}
          {appeal.restricted && <b className="q-soon">{t('appeals.restricted')}</b>}
          {appeal.consultation && <span>{t('appeals.consultation')}</span>}
          {appeal.closedPeriod && appeal.status !== 'annulled' && <ClosedQuarterMark quarter={appeal.closedPeriod} />}
          {appeal.legalCase && (
            <span>
              {t('legal.request.case')}{' '}
              {may('legalCases:read') ? (
                <LinkAnchor to="/cases/$caseId" params={{ caseId: appeal.legalCase.id }} inherit>
                  {appeal.legalCase.number}
                </LinkAnchor>
              ) : (
                appeal.legalCase.number
              )}
            </span>
          )}
        </Group>
      </PageHeader>
      {pending && (
        <Alert color="ochre" title={t('appeals.page.pending')} mb="md">
          {t('appeals.page.pendingText', { from: place(pending.from), to: place(pending.to), reason: pending.reason })}
          <Text size="sm" c="dimmed">
            {pending.requestedBy.fullName}, {instant(pending.requestedAt)}
          </Text>
        </Alert>
      )}
      {appeal.annulment && (
        <Alert color="gray" title={t('appeals.page.annulled')} mb="md">
          {t('appeals.page.annulledReason', { reason: appeal.annulment.reason })}
        </Alert>
      )}
      <div className={classes['columns']}>
        <aside className={classes['side']}>
          <section className="q-surface q-pad">
            <Text size="sm" c="dimmed">
              {t('appeals.page.due')}
            </Text>
            <Text fz="1.375rem" fw={650} lh={1.2}>
              {day(appeal.dueOn)}
            </Text>
            <Text component="div" size="sm" fw={600}>
              <DueWords appeal={appeal} besideDate />
            </Text>
            <Text size="sm" c="dimmed" mt={6}>
              {label(appeal.dueExplained)}
            </Text>
            <Text size="sm" c="dimmed" mt="sm">
              {t('appeals.fact.assignee')}
            </Text>
            <Text fw={500}>{appeal.assignee?.fullName ?? t('appeals.unassigned')}</Text>
          </section>
          <AppealActions appeal={appeal} />
        </aside>
        <div className={classes['main']}>
          <section className="q-surface q-pad">
            <Title order={2} fz="1.25rem" mb={6}>
              {appeal.subject}
            </Title>
            <Text className="q-prose" {...(appeal.description ? {} : { c: 'dimmed' })}>
              {appeal.description ?? t('appeals.page.noDescription')}
            </Text>
            {appeal.repeatOf && (
              <Text mt="sm">
                {t('appeals.page.similarTo')}{' '}
                <LinkAnchor to="/appeals/$appealId" params={{ appealId: appeal.repeatOf.appealId }}>
                  {appeal.repeatOf.number}
                </LinkAnchor>
              </Text>
            )}
          </section>
          <ApplicantCard appeal={appeal} />
          {appeal.voucher && <VoucherFacts voucher={appeal.voucher} />}
          {appeal.aid && <AidFacts aid={appeal.aid} />}
          {appeal.resolution && <ResolutionCard resolution={appeal.resolution} />}
          <AppealEffects appeal={appeal} />
          <section className="q-surface q-pad">
            <Group justify="space-between" mb="sm">
              <Title order={2}>{t('appeals.page.facts')}</Title>
              {appeal.batchId && (
                <LinkAnchor to="/appeals" search={{ batchId: [appeal.batchId] }} size="sm">
                  {t('appeals.page.batch')}
                </LinkAnchor>
              )}
            </Group>
            <FactList facts={facts} />
          </section>
          <AttachmentsCard of="appeal" recordId={appeal.id} canAdd={appeal.can.attachments} />
          <AppealTimeline appeal={appeal} />
        </div>
      </div>
    </>
  )
}
