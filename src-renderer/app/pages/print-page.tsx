import { PrintPanel } from '#renderer/reports/print-panel.tsx'

/** The hidden window that a report is laid out in. */
export function Page() {
  return <PrintPanel />
}
