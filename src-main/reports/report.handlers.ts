import type { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { getReportData } from './report.service.ts'

/** Reads of the reports room; they share the analyst of their thread. */
export const reportQueries = (db: ReadableDb, analyst: RfmAnalyst) =>
  ({
    'reports.getData': request => getReportData(db, request, analyst.analyse(request.analysis)),
  }) satisfies Partial<Handlers>
