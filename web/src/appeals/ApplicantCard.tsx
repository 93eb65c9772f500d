import { Group, Text, Title } from '@mantine/core'
import type { Appeal } from '@qorgan/shared/appeals'
import { useMay } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { FactList } from './FactList.tsx'
import { LinkAnchor } from '../ui/links.tsx'

export function ApplicantCard({ appeal: { applicant } }: { appeal: Appeal }) {
  const { t } = useText()
  const { day } = useFormat()
  const may = useMay()
  return (
    <section className="q-surface q-pad">
      <Group justify="space-between" mb={4}>
        <Title order={2}>{t('appeals.page.applicant')}</Title>
        {applicant.memberId && may('members:read') && (
          <LinkAnchor to="/members/$memberId" params={{ memberId: applicant.memberId }} size="sm">
            {t('appeals.page.memberCard')}
          </LinkAnchor>
        )}
      </Group>
      <Text fw={600} mb="xs">
        {applicant.anonymous ? t('appeals.anonymous') : (applicant.fullName ?? t('state.empty'))}
      </Text>
      <FactList
        facts={[
          { key: 'membership', name: t('appeals.fact.membership'), value: t(`membership.${applicant.membership}`) },
          { key: 'phone', name: t('appeals.fact.phone'), value: applicant.phone ?? '' },
          { key: 'iin', name: t('appeals.fact.iin'), value: applicant.iinMasked ?? '' },
          {
            key: 'written',
            name: t('appeals.fact.writtenApplicationOn'),
            value: applicant.writtenApplicationOn ? day(applicant.writtenApplicationOn) : '',
          },
        ]}
      />
    </section>
  )
}
