import { useNavigate } from 'react-router'
import { PlansPanel } from '#renderer/plans/plans-panel.tsx'
import { SettingsPanel } from '#renderer/settings/settings-panel.tsx'
import { paths } from '../paths.ts'

/** Settings. */
export function Page() {
  const navigate = useNavigate()
  return <SettingsPanel onFields={() => void navigate(paths.fields)} plans={<PlansPanel />} />
}
