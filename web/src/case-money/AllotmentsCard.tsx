import { Button } from '@mantine/core'
import type { Allotment } from '@qorgan/shared/case-money'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { AllotmentDialog } from './AllotmentDialog.tsx'
import { Card, Row, Rows } from './Card.tsx'
import { caseMoneyMutations, caseMoneyQueries } from './queries.ts'
import { RowMenu } from './RowMenu.tsx'
import { useAct } from './use-act.ts'

/** What was allotted for the case: asked for by one person, approved by another. */
export function AllotmentsCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { tenge, day } = useFormat()
  const may = useMay()
  const list = useQuery({ ...caseMoneyQueries.allotments(legalCase.id), enabled: may('caseMoney:read') })
  const [open, setOpen] = useState<Allotment | 'new' | null>(null)
  const approve = useAct(caseMoneyMutations.approveAllotment, t('counsel.allotments.approved'))
  if (!may('caseMoney:read')) return null
  return (
    <Card
      title={t('counsel.allotments.title')}
      query={list}
      empty={t('counsel.allotments.empty')}
      add={legalCase.can.allotments && { label: t('counsel.allotments.add'), onClick: () => setOpen('new') }}
    >
      <Rows>
        {list.data?.map((one) => (
          <Row
            key={one.id}
            title={t(`legal.stage.${one.stage}`)}
            amount={tenge(one.amount)}
            muted={one.approvedBy === null}
            actions={
              <>
                {one.can.approve && (
                  <Button
                    size="xs"
                    loading={approve.isPending && approve.variables.itemId === one.id}
                    onClick={() => approve.mutate({ id: legalCase.id, itemId: one.id, version: one.version })}
                  >
                    {t('counsel.allotments.approve')}
                  </Button>
                )}
                <RowMenu
                  of={one.decisionNumber}
                  choices={[one.can.edit && { label: t('action.edit'), onClick: () => setOpen(one) }]}
                />
              </>
            }
          >
            <p>{t('counsel.allotments.decision', { number: one.decisionNumber, day: day(one.decidedOn) })}</p>
            <p className="q-dim">{t('counsel.allotments.asked', { name: one.requestedBy.fullName })}</p>
            {one.approvedBy ? (
              <p className="q-good">{t('counsel.allotments.approvedBy', { name: one.approvedBy.fullName })}</p>
            ) : (
              <p className="q-soon">{t('counsel.allotments.waiting')}</p>
            )}
          </Row>
        ))}
      </Rows>
      {open && (
        <AllotmentDialog
          legalCase={legalCase}
          allotment={open === 'new' ? undefined : (list.data?.find((one) => one.id === open.id) ?? open)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}
