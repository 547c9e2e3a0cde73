import '#renderer/styles/segments.css'
import { useState } from 'react'
import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { MemberSelector, RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { type ContributionView, ContributionViews } from './contribution-views.tsx'
import { RfmControls } from './rfm-controls.tsx'
import { firstSelector, RfmTabs, type RfmView, type SegmentsActs } from './rfm-tabs.tsx'
import { SegmentsHead, type SegmentsView } from './segments-head.tsx'

/** Who the customers are on a reference date: by segment, by month, by contribution, and who moved. */
export function SegmentsPanel(props: SegmentsActs) {
  const { analysis } = useAnalysisChoice()
  return analysis ? <Segments {...props} request={analysis} /> : <Skeleton lines={8} />
}

type SegmentsProps = SegmentsActs & { readonly request: RfmRequest }
type ViewProps<View extends SegmentsView> = SegmentsProps & {
  readonly view: View
  readonly onView: (view: SegmentsView) => void
}

function Segments(props: SegmentsProps) {
  const [view, setView] = useState<SegmentsView>('segments')
  const [selector, setSelector] = useState<MemberSelector | null>(null)
  return isOfContribution(view) ? (
    <ContributionViews {...props} view={view} onView={setView} />
  ) : (
    <RfmViews {...props} view={view} onView={setView} selector={selector} onSelect={setSelector} />
  )
}

function isOfContribution(view: SegmentsView): view is ContributionView {
  return view === 'contribution' || view === 'moves'
}

type RfmViewsProps = ViewProps<RfmView> & {
  /** The mark whose customers were opened last; null before one was. */
  readonly selector: MemberSelector | null
  readonly onSelect: (selector: MemberSelector) => void
}

function RfmViews(props: RfmViewsProps) {
  const { request, view, onView, selector } = props
  const { data: analysis, error } = useRequest('analytics.summarizeSegments', request, {
    keepsPrevious: true,
  })
  const shown = selector ?? (analysis ? firstSelector(analysis) : null)
  return (
    <>
      <SegmentsHead
        request={request}
        view={view}
        onView={onView}
        hasTabs={(analysis?.customerCount ?? 0) > 0}
      >
        <RfmControls
          request={request}
          analysis={analysis}
          onPrint={() => shown && props.onPrint(request, shown)}
        />
      </SegmentsHead>
      <RfmTabs {...props} analysis={analysis} error={error} view={view} onView={onView} selector={shown} />
    </>
  )
}
