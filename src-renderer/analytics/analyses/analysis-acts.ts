import type { RenderExport } from '#renderer/analytics/members-sheet.tsx'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AnalysisMark, MarkFigure } from '#shared/domain/mark-members.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'

/** What the page above does for the analyses. */
export type AnalysisActs = {
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly onImport: () => void
  /** Draws the way to export the members that are shown, in their order. */
  readonly renderExport?: RenderExport | undefined
}

/** What every analysis is asked for: the reference date and the period that all share; `fromOn` null: all time. */
export type AnalysisProps = {
  readonly request: RfmRequest
  readonly fromOn: CalendarDate | null
  readonly acts: AnalysisActs
}

/** A mark that was opened, with its name in words. */
export type OpenedMark = {
  readonly mark: AnalysisMark
  readonly title: string
  readonly note?: string
  /** Figures that are not said of these customers; their columns are left out. */
  readonly leftOut?: readonly MarkFigure[]
}
