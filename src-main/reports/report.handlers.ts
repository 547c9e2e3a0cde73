import type { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { FilterRequest } from '#shared/domain/customer-filter.ts'
import type { ReportData, ReportRequest } from '#shared/domain/report.ts'
import { getMediaReport } from './media-report.service.ts'
import { getReportData } from './report.service.ts'

/** Marks with 1 the keys of the customers whom a filter finds. */
type FindCustomers = (where: FilterRequest) => Uint8Array

/** Reads of the reports room; they share the analyst and the filters of their thread. */
export const reportQueries = (db: ReadableDb, analyst: RfmAnalyst, find: FindCustomers) =>
  ({
    'reports.getData': request =>
      request.kind === 'media'
        ? mediaData(db, request, find)
        : getReportData(db, request, analyst.analyse(request.analysis)),
  }) satisfies Partial<Handlers>

function mediaData(
  db: ReadableDb,
  request: Extract<ReportRequest, { kind: 'media' }>,
  find: FindCustomers,
): ReportData {
  const { shopName, currency } = getArchiveSettings(db)
  const found = request.where && find(request.where)
  const customerIds = found && [...found.keys()].filter(id => found[id] === 1)
  return { ...request, shopName, currency, ...getMediaReport(db, customerIds) }
}
