import { addAddendum, addAssignment, changeAssignment, endAssignment, listAssignments } from '@qorgan/shared/case-money'
import { checkConflicts, decideConflictCheck, listConflictChecks } from '@qorgan/shared/lawyers'
import type { FastifyInstance } from 'fastify'
import { findAssignments, placeOfAssignment, presentAssignment } from '../case-money/service.ts'
import { pageOf } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { seenCase } from './acting.ts'
import { assignCounsel, correctContract, endContract, signAddendum } from './assignment.ts'
import { checkCounsel, decideCheck } from './conflict-check.ts'
import { findChecks, presentCheck } from './conflict-check-queries.ts'
import { actingOn, answerCreated, onItem } from './money-acting.ts'

/** Who defends: checks of conflicts of interest, and contracts. */
export function counselRoutes(app: FastifyInstance): void {
  query(app, listConflictChecks, async ({ db, actor, input, clock }) => {
    const row = await seenCase(db, actor, input.params.id, clock.today())
    return pageOf(
      await findChecks(db, actor, row.id, input.query),
      input.query.limit,
      (check) => [check.place, check.id],
      (check) => presentCheck(actor, check, row),
    )
  })
  command(app, checkConflicts, async (call) => answerCreated(call, await checkCounsel(actingOn(call), call.input.body)))
  command(app, decideConflictCheck, (call) => decideCheck(onItem(call), call.input.body))

  query(app, listAssignments, async ({ db, actor, input, clock }) => {
    const row = await seenCase(db, actor, input.params.id, clock.today(), 'money')
    return pageOf(
      await findAssignments(db, actor, row.id, input.query),
      input.query.limit,
      placeOfAssignment,
      (assignment) => presentAssignment(actor, assignment),
    )
  })
  command(app, addAssignment, async (call) => answerCreated(call, await assignCounsel(actingOn(call), call.input.body)))
  command(app, changeAssignment, (call) => correctContract(onItem(call), call.input.body))
  command(app, addAddendum, (call) => signAddendum(onItem(call), call.input.body))
  command(app, endAssignment, (call) => endContract(onItem(call), call.input.body))
}
