import type { ReportStart } from '#renderer/reports/reports-panel.tsx'

let next: ReportStart = {}

/** Says what the reports page is to begin with; called before going there. */
export function setReportStart(start: ReportStart): void {
  next = start
}

/** What the reports page was called for, once. Empty: nothing, when it was opened from the navigation. */
export function takeReportStart(): ReportStart {
  const start = next
  next = {}
  return start
}
