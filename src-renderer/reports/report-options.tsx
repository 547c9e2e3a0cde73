import { Checkbox, Radio, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Note } from '#renderer/components/note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import { segmentName } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import type { MemberSelector, RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { ContributionSheetChoice } from './contribution-sheet-choice.tsx'
import { memberListName } from './layouts/segment-report.tsx'
import { MediaChoice, type ReportList } from './media-choice.tsx'
import { contributionSections, fileSections, type ReportChoice, segmentSections } from './report-choice.ts'

type ReportOptionsProps = {
  readonly choice: ReportChoice
  readonly analysis: RfmRequest
  readonly lists: readonly ReportList[]
  readonly textOf: (filter: CustomerFilter) => string
  readonly onChange: (choice: ReportChoice) => void
}

/** The left side of the page: which report, of whom, which parts, masked or in full. */
export function ReportOptions({ choice, analysis, lists, textOf, onChange }: ReportOptionsProps) {
  const { t, tCode } = useTranslation()
  const change = (part: Partial<ReportChoice>) => onChange({ ...choice, ...part })
  const kinds = (['customer-file', 'segment', 'contribution', 'portrait', 'media'] as const).map(kind => ({
    value: kind,
    label: tCode(`reports.kind.${kind}`),
  }))
  const { kind, portraitOf } = choice
  const isOfCustomer = kind === 'customer-file' || (kind === 'portrait' && portraitOf === 'customer')
  const isOfSegment = kind === 'segment' || (kind === 'portrait' && portraitOf === 'members')
  return (
    <Panel>
      <div className="reports-options">
        <Segmented
          block
          orientation="vertical"
          aria-label={t('reports.kind')}
          value={choice.kind}
          options={kinds}
          onChange={kind => change({ kind })}
        />
        {choice.kind === 'portrait' && <PortraitChoice choice={choice} change={change} />}
        {isOfCustomer && <CustomerChoice choice={choice} onChange={customerId => change({ customerId })} />}
        {isOfSegment && (
          <SegmentChoice choice={choice} analysis={analysis} onChange={selector => change({ selector })} />
        )}
        {choice.kind === 'contribution' && (
          <ContributionSheetChoice
            chosen={choice.contribution}
            onChange={contribution => change({ contribution })}
          />
        )}
        {choice.kind === 'media' && (
          <MediaChoice
            where={choice.where}
            textOf={textOf}
            analysis={analysis}
            lists={lists}
            onChange={where => change({ where })}
          />
        )}
        {(choice.kind === 'customer-file' || choice.kind === 'segment' || choice.kind === 'contribution') && (
          <PartsAndMasking choice={choice} change={change} />
        )}
        <div className="reports-options-group">
          <span className="small secondary">{t('reports.paper')}</span>
          <Checkbox
            checked={choice.hasHoleMargin}
            onChange={event => change({ hasHoleMargin: event.target.checked })}
          >
            {t('reports.holeMargin')}
          </Checkbox>
        </div>
        <Note>{t('reports.hint')}</Note>
      </div>
    </Panel>
  )
}

function PortraitChoice({ choice, change }: PartsAndMaskingProps) {
  const { t } = useTranslation()
  return (
    <div className="reports-options-group">
      <span className="small secondary">{t('portrait.of')}</span>
      <Radio.Group
        value={choice.portraitOf}
        onChange={event => change({ portraitOf: event.target.value as ReportChoice['portraitOf'] })}
        options={[
          { value: 'customer', label: t('reports.customer') },
          { value: 'members', label: t('reports.segment') },
        ]}
      />
    </div>
  )
}

type PartsAndMaskingProps = {
  readonly choice: ReportChoice
  readonly change: (part: Partial<ReportChoice>) => void
}

function PartsAndMasking({ choice, change }: PartsAndMaskingProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className="reports-options-group">
        <span className="small secondary">{t('reports.sections')}</span>
        {choice.kind === 'customer-file' && (
          <Sections
            all={fileSections}
            chosen={choice.fileSections}
            onChange={sections => change({ fileSections: sections })}
          />
        )}
        {choice.kind === 'segment' && (
          <Sections
            all={segmentSections}
            chosen={choice.segmentSections}
            onChange={sections => change({ segmentSections: sections })}
          />
        )}
        {choice.kind === 'contribution' && (
          <Sections
            all={contributionSections}
            chosen={choice.contributionSections}
            onChange={sections => change({ contributionSections: sections })}
          />
        )}
      </div>
      <div className="reports-options-group">
        <span className="small secondary">{t('reports.contact')}</span>
        <Radio.Group
          className="reports-options-group"
          value={choice.isMasked}
          onChange={event => change({ isMasked: event.target.value as boolean })}
          options={[
            { value: false, label: t('reports.contact.full') },
            { value: true, label: t('reports.contact.masked') },
          ]}
        />
      </div>
    </>
  )
}

function Sections<Section extends string>(props: {
  all: readonly Section[]
  chosen: readonly Section[]
  onChange: (sections: readonly Section[]) => void
}) {
  const { tCode } = useTranslation()
  const { all, chosen, onChange } = props
  return all.map(section => (
    <Checkbox
      key={section}
      checked={chosen.includes(section)}
      onChange={event =>
        onChange(all.filter(one => (one === section ? event.target.checked : chosen.includes(one))))
      }
    >
      {tCode(`reports.section.${section}`)}
    </Checkbox>
  ))
}

function CustomerChoice({
  choice,
  onChange,
}: {
  choice: ReportChoice
  onChange: (id: number | null) => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const found = useRequest(
    'search.customers',
    { text, limit: 20 },
    { isEnabled: text.trim() !== '', keepsPrevious: true },
  )
  const chosen = useRequest(
    'customers.get',
    { customerId: choice.customerId ?? 1, orderLimit: 0 },
    { isEnabled: choice.customerId !== null },
  )
  const rows =
    text.trim() === ''
      ? chosen.data
        ? [chosen.data]
        : []
      : (found.data?.hits ?? []).map(hit => hit.customer)
  return (
    <div className="reports-options-group">
      <span className="small secondary">{t('reports.customer')}</span>
      <Select
        showSearch={{ filterOption: false, onSearch: setText }}
        aria-label={t('reports.customer')}
        placeholder={t('reports.customer.choose')}
        value={choice.customerId}
        notFoundContent={null}
        options={rows.map(row => ({ value: row.customerId, label: `${row.name} ${row.archiveNumber}` }))}
        onChange={(id: number) => {
          setText('')
          onChange(id)
        }}
      />
    </div>
  )
}

type SegmentChoiceProps = {
  readonly choice: ReportChoice
  readonly analysis: RfmRequest
  readonly onChange: (selector: MemberSelector) => void
}

function SegmentChoice({ choice, analysis, onChange }: SegmentChoiceProps) {
  const translation = useTranslation()
  const { t } = translation
  const { data } = useRequest('analytics.summarizeSegments', analysis, { keepsPrevious: true })
  const { selector } = choice
  const isListed = selector.kind === 'segment' || selector.kind === 'all'
  const options = [
    { value: '', label: t('reports.segment.all') },
    ...(data?.segments ?? []).map(segment => ({
      value: segment.code,
      label: <SegmentSwatch colorKey={segment.colorKey}>{segmentName(translation, segment)}</SegmentSwatch>,
    })),
    ...(isListed || !data ? [] : [{ value: '*', label: memberListName(translation, data, selector) }]),
  ]
  const select = (code: string) => {
    if (code !== '*') onChange(code === '' ? { kind: 'all' } : { kind: 'segment', code })
  }
  return (
    <div className="reports-options-group">
      <span className="small secondary">{t('reports.segment')}</span>
      <Select
        aria-label={t('reports.segment')}
        value={selector.kind === 'segment' ? selector.code : selector.kind === 'all' ? '' : '*'}
        options={options}
        onChange={select}
      />
    </div>
  )
}
