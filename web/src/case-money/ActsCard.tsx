import { Button } from '@mantine/core'
import type { Act } from '@qorgan/shared/case-money'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { ActDialog } from './ActDialog.tsx'
import { Card, Row, Rows } from './Card.tsx'
import { caseMoneyMutations, caseMoneyQueries } from './queries.ts'
import { RowMenu } from './RowMenu.tsx'
import { useAct } from './use-act.ts'

/** Acts of work done: handed in by counsel or for them, accepted, then paid. */
export function ActsCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { tenge, day } = useFormat()
  const may = useMay()
  const reads = may('caseMoney:own')
  const list = useQuery({ ...caseMoneyQueries.acts(legalCase.id), enabled: reads })
  const contracts = useQuery({ ...caseMoneyQueries.assignments(legalCase.id), enabled: reads }).data ?? []
  const [open, setOpen] = useState<Act | 'new' | null>(null)
  const accept = useAct(caseMoneyMutations.acceptAct, t('counsel.acts.accepted'))
  if (!reads) return null
  return (
    <Card
      title={t('counsel.acts.title')}
      query={list}
      empty={t('counsel.acts.empty')}
      add={
        legalCase.can.acts && contracts.length > 0 && { label: t('counsel.acts.add'), onClick: () => setOpen('new') }
      }
    >
      <Rows>
        {list.data?.map((act) => (
          <Row
            key={act.id}
            title={t('counsel.acts.act', { number: act.number, day: day(act.date) })}
            amount={tenge(act.amount)}
            muted={act.acceptedBy === null}
            actions={
              <>
                {act.can.accept && (
                  <Button
                    size="xs"
                    loading={accept.isPending && accept.variables.itemId === act.id}
                    onClick={() => accept.mutate({ id: legalCase.id, itemId: act.id, version: act.version })}
                  >
                    {t('counsel.acts.accept')}
                  </Button>
                )}
                <RowMenu
                  of={act.number}
                  choices={[act.can.edit && { label: t('action.edit'), onClick: () => setOpen(act) }]}
                />
              </>
            }
          >
            <p>{act.lawyerName}</p>
            <ActState act={act} />
          </Row>
        ))}
      </Rows>
      {open && (
        <ActDialog
          legalCase={legalCase}
          act={open === 'new' ? undefined : (list.data?.find((one) => one.id === open.id) ?? open)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}

function ActState({ act }: { act: Act }) {
  const { t } = useText()
  const { tenge } = useFormat()
  if (act.acceptedBy === null)
    return <p className="q-soon">{t('counsel.acts.waiting', { name: act.enteredBy.fullName })}</p>
  return (
    <>
      <p className="q-dim">{t('counsel.acts.acceptedBy', { name: act.acceptedBy.fullName })}</p>
      {act.paid >= act.amount ? (
        <p className="q-good">{t('counsel.acts.paid')}</p>
      ) : (
        <p className="q-soon">{t('counsel.acts.toPay', { sum: tenge(act.amount - act.paid) })}</p>
      )}
    </>
  )
}
