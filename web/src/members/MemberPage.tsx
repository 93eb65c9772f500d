import { Alert, Button, Group, Text, Title } from '@mantine/core'
import { useInfiniteQuery, useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMay } from '../accounts/may.ts'
import { useAppealColumns } from '../appeals/columns.tsx'
import { FactList } from '../appeals/FactList.tsx'
import { appealQueries } from '../appeals/queries.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { useUnitNames } from '../organisation/names.ts'
import { LinkAnchor, LinkButton } from '../ui/links.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { SimpleTable } from '../ui/SimpleTable.tsx'
import { toast } from '../ui/toast.ts'
import { memberName } from './member-name.ts'
import { memberMutations, memberQueries } from './queries.ts'

const route = getRouteApi('/_app/members/$memberId')

export function MemberPage() {
  const { t } = useText()
  const say = useProblemText()
  const { day } = useFormat()
  const may = useMay()
  const names = useUnitNames()
  const { memberId } = route.useParams()
  const member = useSuspenseQuery(memberQueries.detail(memberId)).data
  const reveal = useMutation({
    ...memberMutations.revealIin,
    onSuccess: ({ iin }) => toast(iin === null ? t('members.noIin') : t('members.iinShown')),
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  const facts = {
    unit: names.unit(member.branchId),
    organisation: names.organisation(member.primaryOrganisationId),
    position: member.position ?? '',
    kind: t(`memberKind.${member.kind}`),
    cardNumber: member.cardNumber ?? '',
    iin: reveal.data?.iin ?? member.iinMasked ?? '',
    birthDate: member.birthDate ? day(member.birthDate) : '',
    sex: member.sex ? t(`sex.${member.sex}`) : '',
    phone: member.phone ?? '',
    email: member.email ?? '',
    joinedOn: member.joinedOn ? day(member.joinedOn) : '',
    leftOn: member.leftOn ? day(member.leftOn) : '',
  }
  return (
    <>
      <PageHeader
        title={memberName(member)}
        aside={
          <>
            {member.can.edit && (
              <LinkButton variant="default" to="/members/$memberId/edit" params={{ memberId }}>
                {t('action.edit')}
              </LinkButton>
            )}
            {member.can.register && may('appeals:register') && (
              <LinkButton to="/appeals/new" search={{ memberId }}>
                {t('members.newAppeal')}
              </LinkButton>
            )}
          </>
        }
      >
        {member.leftOn ? t('members.left', { day: day(member.leftOn) }) : t(`membership.member`)}
      </PageHeader>
      {member.warnings.length > 0 && (
        <Alert color="ochre" title={t('members.warnings')} mb="md">
          {member.warnings.map((warning) => (
            <div key={warning.code}>{t(`warning.${warning.code}`)}</div>
          ))}
        </Alert>
      )}
      <section className="q-surface q-pad">
        <Group justify="space-between" mb="sm">
          <Title order={2}>{t('members.facts')}</Title>
          {member.can.revealIin && member.iinMasked && !reveal.data && (
            <Button variant="default" loading={reveal.isPending} onClick={() => reveal.mutate(memberId)}>
              {t('members.showIin')}
            </Button>
          )}
        </Group>
        <FactList
          facts={Object.entries(facts).map(([key, value]) => ({
            key,
            name: t(`members.${key as keyof typeof facts}`),
            value,
          }))}
        />
      </section>
      {may('appeals:read') && <MemberAppeals memberId={memberId} />}
    </>
  )
}

function MemberAppeals({ memberId }: { memberId: string }) {
  const { t } = useText()
  const columns = useAppealColumns()
  const list = useInfiniteQuery(appealQueries.list({ memberId: [memberId] }))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section>
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2}>{t('members.appeals')}</Title>
        {list.hasNextPage && (
          <LinkAnchor to="/appeals" search={{ memberId: [memberId] }}>
            {t('home.recentAll')}
          </LinkAnchor>
        )}
      </Group>
      <div className="q-surface">
        {list.isPending && <RowsSkeleton rows={3} />}
        {list.isSuccess && items.length === 0 && (
          <Text c="dimmed" p="md">
            {t('members.noAppeals')}
          </Text>
        )}
        {items.length > 0 && <SimpleTable label={t('members.appeals')} items={items} columns={columns} />}
      </div>
    </section>
  )
}
