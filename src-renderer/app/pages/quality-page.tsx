import { useNavigate, useSearchParams } from 'react-router'
import { customerPath, editCustomerPath, paths, qualityPath } from '#renderer/app/paths.ts'
import { DuplicateCount } from '#renderer/identities/duplicate-count.tsx'
import { QualityPage } from '#renderer/quality/quality-page.tsx'

/** The data check; `?kind=` begins with one kind of findings. */
export function Page() {
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  return (
    <QualityPage
      kind={parameters.get('kind')}
      onKind={kind => void navigate(qualityPath(kind), { replace: true })}
      customerHref={customerId => `#${customerPath(customerId)}`}
      onFillIn={customerId => void navigate(editCustomerPath(customerId))}
      duplicates={<DuplicateCount href={`#${paths.duplicates}`} className="quality-kind" />}
    />
  )
}
