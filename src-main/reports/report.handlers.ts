import type { ContributionAnalyst } from '#main/analytics/contribution.service.ts'
import type { Portraits } from '#main/analytics/portrait.service.ts'
import type { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { FilterRequest } from '#shared/domain/customer-filter.ts'
import type { ReportData, ReportRequest } from '#shared/domain/report.ts'
import { getContributionReport } from './contribution-report.service.ts'
import { getMediaReport } from './media-report.service.ts'
import { getReportData } from './report.service.ts'

/** Marks with 1 the keys of the customers whom a filter finds. */
type FindCustomers = (where: FilterRequest) => Uint8Array

/** Who answers for the scores that reports show. */
type Analysts = {
  readonly rfm: RfmAnalyst
  readonly contribution: ContributionAnalyst
  readonly portraits: Portraits
}

/** Reads of the reports room; they share the analysts and the filters of their thread. */
export const reportQueries = (
  db: ReadableDb,
  { rfm: analyst, contribution, portraits }: Analysts,
  find: FindCustomers,
) =>
  ({
    'reports.getData': request => {
      if (request.kind === 'media') return mediaData(db, request, find)
      if (request.kind === 'portrait') return portraitData(db, request, portraits, analyst)
      if (request.kind === 'contribution') return getContributionReport(db, request, contribution)
      return getReportData(db, request, analyst.analyse(request.analysis))
    },
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

/** A portrait with the name of whose it is. */
function portraitData(
  db: ReadableDb,
  { of, analysis, hasHoleMargin }: Extract<ReportRequest, { kind: 'portrait' }>,
  portraits: Portraits,
  analyst: RfmAnalyst,
): ReportData {
  const { shopName, currency } = getArchiveSettings(db)
  const portrait = portraits.paint({ of, analysis })
  const [row] = of.kind === 'customer' ? getCustomerRows(db, [of.customerId]) : []
  const customer = row ? { archiveNumber: row.archiveNumber, name: row.name, cardType: row.cardType } : null
  const segments = analyst.analyse(analysis).summary.segments.map(({ code, name }) => ({ code, name }))
  return { kind: 'portrait', ...portrait, shopName, currency, customer, segments, hasHoleMargin }
}
