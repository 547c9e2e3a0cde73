import { SettingsPanel } from '#renderer/settings/settings-panel.tsx'

/** Settings. */
export function Page() {
  return <SettingsPanel />
}
