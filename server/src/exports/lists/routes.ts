import type { Readable } from 'node:stream'
import * as contract from '@qorgan/shared/exports'
import type { Route, RouteInput } from '@qorgan/shared/contract'
import type { Expression } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { countAppeals } from '../../appeals/service.ts'
import { effectsInOrder, summariseEffectRows } from '../../effects/service.ts'
import {
  casesInOrder,
  countCases,
  paymentsInOrder,
  presentCase,
  summariseStatement,
} from '../../legal-cases/service.ts'
import { countMembers, membersInOrder } from '../../members/service.ts'
import { may } from '../../platform/auth/actor.ts'
import type { Reader } from '../../platform/db/index.ts'
import { type Call, register, writing } from '../../platform/http/route.ts'
import { fileName } from '../file-names.ts'
import { announce } from '../sending.ts'
import type { Column } from '../sheets/columns.ts'
import { csvOf } from '../sheets/csv.ts'
import { workbookOf } from '../sheets/workbook.ts'
import { leaveExportTrace } from '../trace.ts'
import { type Words, wordsOf } from '../words/words.ts'
import { appealColumns, appealsForFile } from './appeals.ts'
import { type Directories, findDirectories } from './directories.ts'
import { effectColumns } from './effects.ts'
import { legalCaseColumns } from './legal-cases.ts'
import { memberColumns } from './members.ts'
import { paymentColumns } from './payments.ts'
import { listStreams } from './stream.ts'

type ListRoute = Route & { query: { _zod: { output: { locale: 'ru' | 'kk' | 'en' } } } }

/** How a list is read and what of it stands in a file. */
interface List<R extends ListRoute, Row, Item> {
  entity: string
  name: keyof Words['lists']
  routes: { xlsx: R; csv: Route }
  count: (db: Reader, call: Call<R>) => Promise<number>
  rows: (db: Reader, call: Call<R>) => Promise<{ query: Expression<Row> }>
  present: (call: Call<R>, row: Row) => Item
  columns: (words: Words, names: Directories, isPersonal: boolean) => Column<Item>[]
}

export function listExportRoutes(app: FastifyInstance): void {
  const streamed = listStreams(app.db)

  function exported<R extends ListRoute, Row, Item>(list: List<R, Row, Item>): void {
    const send =
      (format: 'xlsx' | 'csv') =>
      async (call: Call<R>): Promise<Readable> => {
        const { actor, input, clock, reply, request } = call as Call<Route> & {
          actor: NonNullable<Call<Route>['actor']>
        }
        const query = input.query as RouteInput<R>['query'] & { locale: 'ru' | 'kk' | 'en' }
        const words = wordsOf(query.locale)
        const title = words.lists[list.name]
        const { bytes, count } = await streamed<Row>({
          actor,
          request,
          reading: { count: (db) => list.count(db, call), rows: (db) => list.rows(db, call) },
          leaveTrace: (found) =>
            writing(
              app.db,
              actor,
            )((tx) => leaveExportTrace(tx, actor, { entity: list.entity, format, query, count: found })),
          encode: async (db, batches) => {
            const names = await findDirectories(db, query.locale)
            const columns = list.columns(words, names, may(actor, 'exports:personal'))
            const items = presented(batches, (row) => list.present(call, row))
            const sheet = { name: title, title, columns, yes: words.yes }
            return format === 'xlsx' ? workbookOf(sheet, items) : csvOf(sheet, items)
          },
        })
        announce(reply, format, fileName(title, [clock.today()], query.locale, format))
        // How many rows are coming, so that a reader can tell how far it is.
        reply.header('x-total-count', count)
        return bytes
      }
    register(app, list.routes.xlsx, send('xlsx'))
    // The same query and the same rows: the contract makes both from one list.
    register(app, list.routes.csv as R, send('csv'))
  }

  exported({
    entity: 'appeal',
    name: 'appeals',
    routes: { xlsx: contract.appealsXlsx, csv: contract.appealsCsv },
    count: (db, { actor, input, clock }) => countAppeals(db, actor, filterOf(input.query), clock.today()),
    rows: async (db, { actor, input, clock }) => ({
      query: await appealsForFile(db, actor, filterOf(input.query), clock.today(), input.query.sort),
    }),
    present: asItIs,
    columns: appealColumns,
  })
  exported({
    entity: 'effect',
    name: 'effects',
    routes: { xlsx: contract.effectsXlsx, csv: contract.effectsCsv },
    count: async (db, { actor, input }) => (await summariseEffectRows(db, actor, filterOf(input.query))).count,
    rows: async (db, { actor, input }) => ({ query: effectsInOrder(db, actor, filterOf(input.query)) }),
    present: asItIs,
    columns: effectColumns,
  })
  exported({
    entity: 'member',
    name: 'members',
    routes: { xlsx: contract.membersXlsx, csv: contract.membersCsv },
    count: (db, { actor, input }) => countMembers(db, actor, filterOf(input.query)),
    rows: async (db, { actor, input }) => ({ query: membersInOrder(db, actor, filterOf(input.query)) }),
    present: asItIs,
    columns: (words, names) => memberColumns(words, names, (cipher) => app.iinCipher.mask(cipher)),
  })
  exported({
    entity: 'legalCase',
    name: 'legal-cases',
    routes: { xlsx: contract.legalCasesXlsx, csv: contract.legalCasesCsv },
    count: (db, { actor, input, clock }) => countCases(db, actor, filterOf(input.query), clock.today()),
    rows: async (db, { actor, input, clock }) => ({
      query: await casesInOrder(db, actor, filterOf(input.query), clock.today(), input.query.sort),
    }),
    present: ({ actor }, row) => presentCase(actor, row),
    columns: legalCaseColumns,
  })
  exported({
    entity: 'payment',
    name: 'payments',
    routes: { xlsx: contract.paymentsXlsx, csv: contract.paymentsCsv },
    count: async (db, { actor, input, clock }) =>
      (await summariseStatement(db, actor, filterOf(input.query), clock.today())).count,
    rows: async (db, { actor, input, clock }) => ({
      query: paymentsInOrder(db, actor, filterOf(input.query), clock.today()),
    }),
    present: asItIs,
    columns: paymentColumns,
  })
}

/** Whoever finds such a row may read all of it. */
const asItIs = <Row>(_call: unknown, row: Row): Row => row

/** What of a query finds rows. */
function filterOf<Q extends { locale: unknown; sort?: unknown }>(query: Q): Omit<Q, 'locale' | 'sort'> {
  const { locale: _locale, sort: _sort, ...filter } = query
  return filter
}

async function* presented<Row, Item>(
  batches: AsyncIterable<Row[]>,
  present: (row: Row) => Item,
): AsyncGenerator<Item[]> {
  for await (const rows of batches) yield rows.map(present)
}
