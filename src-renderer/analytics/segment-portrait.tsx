import { Select } from 'antd'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import { segmentName } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { MemberSelector, RfmAnalysis, RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { selectorTitle } from './member-selection.ts'
import { PortraitPanel } from './portrait-panel.tsx'

type SegmentPortraitProps = {
  readonly request: RfmRequest
  readonly analysis: RfmAnalysis
  readonly selector: MemberSelector
  readonly onSelect: (selector: MemberSelector) => void
  readonly onOpenCustomer: (customerId: number) => void
  readonly onPrint: () => void
}

const allKey = 'all'
const otherKey = 'other'

/** The portrait of the customers behind a mark; another segment is chosen here. */
export function SegmentPortrait(props: SegmentPortraitProps) {
  const { request, analysis, selector, onSelect } = props
  const words = useTranslation()
  const { t } = words
  const isOther = selector.kind !== 'segment' && selector.kind !== 'all'
  const options = [
    { value: allKey, label: t('segments.members.all') },
    ...analysis.segments
      .filter(({ customerCount }) => customerCount > 0)
      .map(segment => ({
        value: `segment:${segment.code}`,
        label: <SegmentSwatch colorKey={segment.colorKey}>{segmentName(words, segment)}</SegmentSwatch>,
      })),
    ...(isOther ? [{ value: otherKey, label: selectorTitle(words, analysis, selector) }] : []),
  ]
  const value = selector.kind === 'segment' ? `segment:${selector.code}` : isOther ? otherKey : allKey
  return (
    <PortraitPanel
      of={{ kind: 'members', selector }}
      analysis={request}
      onOpenCustomer={props.onOpenCustomer}
      extra={
        <span className="row">
          <Select
            size="small"
            aria-label={t('portrait.of')}
            value={value}
            options={options}
            style={{ width: 220 }}
            onChange={key => {
              if (key !== otherKey)
                onSelect(
                  key === allKey ? { kind: 'all' } : { kind: 'segment', code: key.slice('segment:'.length) },
                )
            }}
          />
          <LinkButton onClick={props.onPrint}>{t('portrait.print')}</LinkButton>
        </span>
      }
    />
  )
}
