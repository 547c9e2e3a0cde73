import { SafetyPanel } from '#renderer/archives/safety-panel.tsx'
import { LeavePanel } from '#renderer/exports/leave-panel.tsx'

/** Safety and backups. */
export function Page() {
  return <SafetyPanel more={<LeavePanel />} />
}
