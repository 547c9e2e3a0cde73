import type { Ref } from 'react'
import type { CustomerFile } from '#shared/domain/report.ts'
import { DetailsPanel } from './details-panel.tsx'
import { RecentPurchases } from './recent-purchases.tsx'
import { TimelinePanel } from './timeline-panel.tsx'
import type { Explained } from './use-explanation.ts'
import { WhyPanel } from './why-panel.tsx'

type CustomerOverviewProps = {
  readonly file: CustomerFile
  readonly explained: Explained
  /** The place of the reasons, to be focused. */
  readonly whyRef: Ref<HTMLDivElement>
  readonly onEdit: (() => void) | undefined
  readonly onOpenOrders: (onlyPeriod: boolean) => void
}

/** What happened, what was bought last, why this segment, and the details that are known. */
export function CustomerOverview(props: CustomerOverviewProps) {
  const { file, explained, whyRef, onEdit, onOpenOrders } = props
  return (
    <div className="customer-overview">
      <TimelinePanel file={file} onOpenOrders={() => onOpenOrders(false)} />
      <RecentPurchases file={file} onOpenOrders={() => onOpenOrders(false)} />
      <div className="customer-overview-side">
        <div ref={whyRef} tabIndex={-1} className="customer-overview-why">
          <WhyPanel explained={explained} onOpenOrders={() => onOpenOrders(true)} />
        </div>
        <DetailsPanel file={file} onEdit={onEdit} />
      </div>
    </div>
  )
}
