import { reportAppeals, reportMedAdvokat } from '@qorgan/shared/reports'
import type { FastifyInstance } from 'fastify'
import { toUnitIds } from '../organisation/service.ts'
import { query } from '../platform/http/route.ts'
import { reportOnMedAdvokat } from './medadvokat.ts'
import { reportOnAppeals } from './service.ts'

export function reportRoutes(app: FastifyInstance): void {
  query(app, reportAppeals, ({ db, actor, input }) => {
    const { branchId, ...question } = input.query
    return reportOnAppeals(db, actor, { ...question, unitIds: branchId?.length ? toUnitIds(branchId) : undefined })
  })
  query(app, reportMedAdvokat, ({ db, actor, input }) => {
    const { from, to, branchId, rows } = input.query
    return reportOnMedAdvokat(db, actor, {
      from,
      to,
      unitIds: branchId?.length ? toUnitIds(branchId) : undefined,
      byBranch: rows === 'branch',
    })
  })
}
