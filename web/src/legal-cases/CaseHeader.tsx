import { Group } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { Fragment } from 'react'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { LinkAnchor } from '../ui/links.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { CaseStatusBadge } from './CaseStatusBadge.tsx'

/** The number, how it stands, and where it came from. */
export function CaseHeader({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const names = useUnitNames()
  const may = useMay()
  const { appealId, appealNumber, branchId } = legalCase
  const parts = [
    t(`legal.kind.${legalCase.kind}`),
    t(`legal.stage.${legalCase.stage}`),
    ...(branchId ? [names.unit(branchId)] : []),
  ]
  return (
    <PageHeader title={legalCase.number}>
      <Group gap="xs">
        <CaseStatusBadge legalCase={legalCase} />
        {parts.map((part, i) => (
          <Fragment key={part}>
            {i > 0 && <span aria-hidden>·</span>}
            <span>{part}</span>
          </Fragment>
        ))}
        {appealId && appealNumber && may('appeals:read') && (
          <>
            <span aria-hidden>·</span>
            <span>
              {t('legal.page.byAppeal')}{' '}
              <LinkAnchor to="/appeals/$appealId" params={{ appealId }} inherit>
                {appealNumber}
              </LinkAnchor>
            </span>
          </>
        )}
        {legalCase.restricted && <b className="q-soon">{t('legal.list.restricted')}</b>}
      </Group>
    </PageHeader>
  )
}
