import { useNavigate } from 'react-router'
import { FieldsPanel } from '#renderer/fields/fields-panel.tsx'
import { paths } from '../paths.ts'

/** The fields of a file beyond the default card. */
export function Page() {
  const navigate = useNavigate()
  return <FieldsPanel onBack={() => navigate(paths.settings)} />
}
