import { SafetyPanel } from '#renderer/archives/safety-panel.tsx'

/** Safety and backups. */
export function Page() {
  return <SafetyPanel />
}
