import { useNavigate } from 'react-router'
import { paths } from '#renderer/app/paths.ts'
import { BinView } from '#renderer/customers/bin/bin-view.tsx'

/** Deleted customers, for ninety days. */
export function Page() {
  const navigate = useNavigate()
  return <BinView onBack={() => void navigate(paths.customers)} />
}
