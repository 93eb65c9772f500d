import * as contract from '@qorgan/shared/exports'
import { useMay } from '../accounts/may.ts'
import { ExportMenu } from './ExportMenu.tsx'

const lists = {
  appeals: { needs: 'appeals:read', xlsx: contract.appealsXlsx, csv: contract.appealsCsv },
  effects: { needs: 'effects:read', xlsx: contract.effectsXlsx, csv: contract.effectsCsv },
  members: { needs: 'exports:personal', xlsx: contract.membersXlsx, csv: contract.membersCsv },
  payments: { needs: 'caseMoney:read', xlsx: contract.paymentsXlsx, csv: contract.paymentsCsv },
  cases: { needs: 'legalCases:read', xlsx: contract.legalCasesXlsx, csv: contract.legalCasesCsv },
} as const

/** The list that is open, by its own filters, as a file: for whoever may take it. */
export function ListExport({ list, search }: { list: keyof typeof lists; search: Record<string, unknown> }) {
  const may = useMay()
  const { needs, ...routes } = lists[list]
  if (!may(needs)) return null
  return <ExportMenu isList routes={routes} query={search} name={list} />
}
