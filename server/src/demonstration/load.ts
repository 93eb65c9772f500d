import { type Hash, createHash } from 'node:crypto'
import type { Tx } from '../platform/db/index.ts'
import { insertMany } from '../platform/db/bulk.ts'
import { loadClosing } from './closing.ts'
import { type DemonstrationTable, type GenerateOptions, demonstrationParts, demonstrationTables } from './generate.ts'
import { findReference } from './queries.ts'

export interface LoadOptions extends GenerateOptions {
  onProgress?: (sentence: string) => void
}
interface Loaded {
  /** Rows and their hash: what the one audit event of a bulk load says. */
  count: number
  contentHash: string
}
export interface DemonstrationLoad extends Loaded {
  counts: Record<DemonstrationTable, number>
  units: ({ unitId: string } & Loaded)[]
}

/** Fills a database that holds nothing but the directories, through the bulk path of lists and imports. The caller audits it. */
export async function loadDemonstrationData(
  tx: Tx,
  { onProgress = () => undefined, ...options }: LoadOptions,
): Promise<DemonstrationLoad> {
  const reference = await findReference(tx)
  const counts = Object.fromEntries(demonstrationTables.map((table) => [table, 0])) as Record<
    DemonstrationTable,
    number
  >
  const units = new Map<string, { count: number; hash: Hash }>()
  let unitSaid = ''
  // The database works on one part while the next one is made.
  let inserted = Promise.resolve()
  for (const { table, unit, rows } of demonstrationParts(reference, options)) {
    if (table === 'members' && unit.code !== unitSaid) onProgress(`Demonstration data: ${unit.name.en ?? unit.name.ru}`)
    unitSaid = unit.code
    counts[table] += rows.length
    const own = units.get(unit.id) ?? { count: 0, hash: createHash('sha256') }
    units.set(unit.id, own)
    own.count += rows.length
    own.hash.update(JSON.stringify([table, rows]))
    await inserted
    inserted = insertMany(tx, table, rows)
  }
  await inserted
  onProgress('Demonstration data: quarters')
  for (const [unitId, { count, contentHash }] of await loadClosing(tx, reference, options.today)) {
    const own = units.get(unitId)
    if (own) own.count += count
    own?.hash.update(contentHash)
  }
  const loaded = [...units].map(([unitId, { count, hash }]) => ({ unitId, count, contentHash: hash.digest('hex') }))
  return {
    counts,
    count: loaded.reduce((sum, { count }) => sum + count, 0),
    contentHash: createHash('sha256').update(JSON.stringify(loaded)).digest('hex'),
    units: loaded,
  }
}
