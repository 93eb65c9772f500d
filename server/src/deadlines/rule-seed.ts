import { insertMany } from '../platform/db/bulk.ts'
import type { Tx } from '../platform/db/index.ts'
import { newId } from '../platform/ids.ts'
import legalRules from './legal-rules.json' with { type: 'json' }
import { ruleColumns } from './rule-queries.ts'

/** The terms of law that the union starts from: into a database that has none yet, also one of an earlier version. People's edits stay. */
export async function seedLegalRules(tx: Tx): Promise<void> {
  if (await tx.selectFrom('deadlineRules').select('id').limit(1).executeTakeFirst()) return
  await insertMany(
    tx,
    'deadlineRules',
    legalRules.map(({ title, event, ...rule }) => ({
      id: newId(),
      ...rule,
      ...ruleColumns({ title, event }),
      active: true,
      version: 1,
    })),
  )
}
