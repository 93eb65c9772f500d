import {
  acceptAct,
  addAct,
  addAllotment,
  addPayment,
  approveAllotment,
  changeAct,
  changeAllotment,
  changePayment,
  getCaseMoney,
  listActs,
  listAllotments,
  listCasePayments,
  listPayments,
  refundPayment,
  summarisePayments,
  voidPayment,
} from '@qorgan/shared/case-money'
import type { FastifyInstance } from 'fastify'
import {
  findActs,
  findAllotments,
  findSums,
  pageOfPayments,
  placeOfAct,
  placeOfAllotment,
  placeOfPayment,
  presentAct,
  presentAllotment,
  presentPayment,
  selectPayments,
} from '../case-money/service.ts'
import { pageOf } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { seenCase } from './acting.ts'
import { acceptWork, correctAct, enterAct } from './act.ts'
import { approveMoney, askForMoney, correctAllotment } from './allotment.ts'
import { actingOn, answerCreated, onItem } from './money-acting.ts'
import { annulPayment, correctPayment, enterPayment, enterRefund } from './payment.ts'
import { findStatement, summariseStatement } from './payment-statement.ts'
import { isRightMoment } from './policy.ts'

export function caseMoneyRoutes(app: FastifyInstance): void {
  query(app, getCaseMoney, async ({ db, actor, input, clock }) => {
    const row = await seenCase(db, actor, input.params.id, clock.today(), 'money')
    return findSums(db, row.id)
  })

  query(app, listAllotments, async ({ db, actor, input, clock }) => {
    const row = await seenCase(db, actor, input.params.id, clock.today(), 'money')
    return pageOf(await findAllotments(db, row.id, input.query), input.query.limit, placeOfAllotment, (allotment) =>
      presentAllotment(actor, allotment, isRightMoment(row, 'allotments')),
    )
  })
  command(app, addAllotment, async (call) => answerCreated(call, await askForMoney(actingOn(call), call.input.body)))
  command(app, changeAllotment, (call) => correctAllotment(onItem(call), call.input.body))
  command(app, approveAllotment, (call) => approveMoney(onItem(call)))

  query(app, listActs, async ({ db, actor, input, clock }) => {
    const row = await seenCase(db, actor, input.params.id, clock.today(), 'money')
    return pageOf(await findActs(db, actor, row.id, input.query), input.query.limit, placeOfAct, (act) =>
      presentAct(actor, act),
    )
  })
  command(app, addAct, async (call) => answerCreated(call, await enterAct(actingOn(call), call.input.body)))
  command(app, changeAct, (call) => correctAct(onItem(call), call.input.body))
  command(app, acceptAct, (call) => acceptWork(onItem(call)))

  query(app, listCasePayments, async ({ db, actor, input, clock }) => {
    const row = await seenCase(db, actor, input.params.id, clock.today(), 'money')
    const payments = selectPayments(db, actor).where('casePayments.caseId', '=', row.id)
    return pageOf(await pageOfPayments(payments, input.query), input.query.limit, placeOfPayment, (payment) =>
      presentPayment(actor, payment),
    )
  })
  command(app, addPayment, async (call) => answerCreated(call, await enterPayment(actingOn(call), call.input.body)))
  command(app, changePayment, (call) => correctPayment(onItem(call), call.input.body))
  command(app, voidPayment, (call) => annulPayment(onItem(call), call.input.body.reason))
  command(app, refundPayment, (call) => enterRefund(onItem(call), call.input.body))

  query(app, listPayments, async ({ db, actor, input, clock }) => {
    const { limit, cursor, ...filter } = input.query
    return pageOf(
      await findStatement(db, actor, filter, clock.today(), { limit, cursor }),
      limit,
      placeOfPayment,
      (payment) => presentPayment(actor, payment),
    )
  })
  query(app, summarisePayments, ({ db, actor, input, clock }) =>
    summariseStatement(db, actor, input.query, clock.today()),
  )
}
