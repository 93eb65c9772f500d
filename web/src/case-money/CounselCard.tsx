import { Button, Title } from '@mantine/core'
import type { Assignment } from '@qorgan/shared/case-money'
import type { ConflictCheck } from '@qorgan/shared/lawyers'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { AppointDialog } from './AppointDialog.tsx'
import { lawyerQueries } from '../lawyers/queries.ts'
import { AddendumDialog } from './AddendumDialog.tsx'
import { AssignmentRow } from './AssignmentRow.tsx'
import classes from './Card.module.css'
import { Card, Rows } from './Card.tsx'
import { CheckRow } from './CheckRow.tsx'
import { ContractDialog } from './ContractDialog.tsx'
import { EndContractDialog } from './EndContractDialog.tsx'
import { caseMoneyQueries } from './queries.ts'

type Open =
  | { kind: 'appoint'; check?: ConflictCheck }
  | { kind: 'contract' | 'addendum' | 'end'; assignment: Assignment }
  | null

/** Counsel of the case: contracts with them, and the checks of conflicts that came before. */
export function CounselCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const may = useMay()
  const reads = may('caseMoney:own')
  const judges = may('legalCases:inspect') && may('lawyers:read')
  const contracts = useQuery({ ...caseMoneyQueries.assignments(legalCase.id), enabled: reads })
  const checks = useQuery({ ...lawyerQueries.checks(legalCase.id), enabled: judges })
  const [open, setOpen] = useState<Open>(null)
  if (!reads) return null
  const signed = contracts.data ?? []
  const checkOf = (assignment: Assignment) => checks.data?.find((one) => one.id === assignment.conflictCheckId)
  const loose = (checks.data ?? []).filter((check) => !signed.some((one) => one.conflictCheckId === check.id))
  const close = () => setOpen(null)
  return (
    <Card
      title={t('counsel.contracts.title')}
      query={contracts}
      empty={t('counsel.contracts.empty')}
      add={
        (legalCase.can.assignments || legalCase.can['conflict-checks']) && {
          label: t('counsel.contracts.add'),
          onClick: () => setOpen({ kind: 'appoint' }),
        }
      }
    >
      <Rows>
        {signed.map((one) => (
          <AssignmentRow
            key={one.id}
            assignment={one}
            check={checkOf(one)}
            onOpen={(kind) => setOpen({ kind, assignment: one })}
          />
        ))}
      </Rows>
      {loose.length > 0 && (
        <>
          <Title order={3} className={classes['part'] ?? ''}>
            {t('counsel.checks.title')}
          </Title>
          <Rows>
            {loose.map((check) => (
              <CheckRow
                key={check.id}
                check={check}
                actions={
                  check.can.decide ? (
                    <Button size="xs" onClick={() => setOpen({ kind: 'appoint', check })}>
                      {t('counsel.checks.decide')}
                    </Button>
                  ) : (
                    legalCase.can.assignments &&
                    (check.decision === 'clear' || check.decision === 'waived') && (
                      <Button size="xs" onClick={() => setOpen({ kind: 'appoint', check })}>
                        {t('counsel.checks.toContract')}
                      </Button>
                    )
                  )
                }
              />
            ))}
          </Rows>
        </>
      )}
      {open?.kind === 'appoint' && (
        <AppointDialog
          legalCase={legalCase}
          checks={checks.data ?? []}
          assigned={signed.filter((one) => one.endedOn === null).map((one) => one.lawyerId)}
          start={open.check}
          onClose={close}
        />
      )}
      {open?.kind === 'contract' && (
        <ContractDialog legalCase={legalCase} assignment={open.assignment} onClose={close} />
      )}
      {open?.kind === 'addendum' && (
        <AddendumDialog legalCase={legalCase} assignment={open.assignment} onClose={close} />
      )}
      {open?.kind === 'end' && <EndContractDialog legalCase={legalCase} assignment={open.assignment} onClose={close} />}
    </Card>
  )
}
