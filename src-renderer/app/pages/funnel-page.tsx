import { useNavigate } from 'react-router'
import { customerPath } from '#renderer/app/paths.ts'
import { FunnelPage } from '#renderer/funnel/funnel-page.tsx'

/** The funnel of customers. */
export function Page() {
  const navigate = useNavigate()
  return <FunnelPage onOpenCustomer={customerId => void navigate(customerPath(customerId))} />
}
