import { z } from 'zod'
import { ReportData, ReportRequest } from '#shared/domain/report.ts'
import type { Contract } from './method.ts'

export const reportsContract = {
  'reports.getData': { kind: 'query', on: 'reader', request: ReportRequest, response: ReportData },
  /** Asks where to, lays the report out in a hidden window and saves it. Null when the dialog was closed. */
  'reports.savePdf': {
    kind: 'command',
    on: 'desktop',
    request: ReportRequest,
    response: z.object({ fileName: z.string(), pageCount: z.int() }).nullable(),
  },
  /** Opens the print dialog of the operating system. False when it was closed. */
  'reports.print': { kind: 'command', on: 'desktop', request: ReportRequest, response: z.boolean() },
} as const satisfies Contract
