import '#renderer/styles/segments.css'
import { useState } from 'react'
import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ContributionPreset } from '#shared/domain/contribution.ts'
import type { MemberSelector, RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { ContributionReading, ContributionTab } from './contribution-tab.tsx'
import { RfmControls } from './rfm-controls.tsx'
import { firstSelector, RfmTabs, type SegmentsActs } from './rfm-tabs.tsx'
import { SegmentsHead, type SegmentsView } from './segments-head.tsx'

/** Who the customers are on a reference date: by segment, by month, by contribution. */
export function SegmentsPanel(props: SegmentsActs) {
  const { analysis } = useAnalysisChoice()
  return analysis ? <Segments {...props} request={analysis} /> : <Skeleton lines={8} />
}

function Segments(props: SegmentsActs & { readonly request: RfmRequest }) {
  const { request } = props
  const [view, setView] = useState<SegmentsView>('segments')
  const [preset, setPreset] = useState<ContributionPreset>('as-printed')
  const [selector, setSelector] = useState<MemberSelector | null>(null)
  const isContribution = view === 'contribution'
  const { data: analysis, error } = useRequest('analytics.summarizeSegments', request, {
    keepsPrevious: true,
    isEnabled: !isContribution,
  })
  const shown = selector ?? (analysis ? firstSelector(analysis) : null)
  return (
    <>
      <SegmentsHead
        request={request}
        view={view}
        onView={setView}
        hasTabs={isContribution || (analysis?.customerCount ?? 0) > 0}
      >
        {isContribution ? (
          <ContributionReading preset={preset} onPreset={setPreset} />
        ) : (
          <RfmControls
            request={request}
            analysis={analysis}
            onPrint={() => shown && props.onPrint(request, shown)}
          />
        )}
      </SegmentsHead>
      {isContribution ? (
        <ContributionTab
          asOf={request.asOf}
          preset={preset}
          onOpenCustomer={props.onOpenCustomer}
          onImport={props.onImport}
          renderExport={props.renderExport}
        />
      ) : (
        <RfmTabs
          {...props}
          analysis={analysis}
          error={error}
          view={view}
          onView={setView}
          selector={shown}
          onSelect={setSelector}
        />
      )}
    </>
  )
}
