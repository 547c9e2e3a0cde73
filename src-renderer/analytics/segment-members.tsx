import { type ReactNode, useMemo, useState } from 'react'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import type { SheetColumn, SheetSort } from '#renderer/components/sheet-grid/sheet-column.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { segmentName } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { call } from '#renderer/ipc/client.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Request } from '#shared/contract/contract.ts'
import { type CurrencyCode, minorPerMajor } from '#shared/domain/currency.ts'
import type { MemberSelector, RfmAnalysis, RfmRequest, SegmentMember } from '#shared/domain/rfm-analysis.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { selectorTitle } from './member-selection.ts'
import { MembersSheet, personColumns, type RenderExport } from './members-sheet.tsx'

type SegmentMembersProps = {
  readonly analysis: RfmAnalysis
  readonly request: RfmRequest
  readonly selector: MemberSelector
  readonly currency: CurrencyCode
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly renderExport?: RenderExport | undefined
  /** What can be done with them. */
  readonly uses: ReactNode
}

type MemberColumn = 'name' | 'recencyDays' | 'orderCount' | 'spendMinor'

function memberColumns(
  translation: Translation,
  analysis: RfmAnalysis,
  currency: CurrencyCode,
): SheetColumn<SegmentMember>[] {
  const { t } = translation
  const segmentOf = (member: SegmentMember) => analysis.segments.find(one => one.code === member.segmentCode)
  const nameOf = (member: SegmentMember) =>
    segmentName(translation, segmentOf(member) ?? { code: member.segmentCode, name: null })
  return [
    ...personColumns<SegmentMember>(translation),
    {
      key: 'recencyDays',
      title: t('segments.member.recencyDays'),
      widthPx: 96,
      isNumeric: true,
      isSortable: true,
      text: member => (member.recencyDays === null ? '' : formatNumber(member.recencyDays)),
      value: member => member.recencyDays,
    },
    {
      key: 'orderCount',
      title: t('segments.member.orderCount'),
      widthPx: 76,
      isNumeric: true,
      isSortable: true,
      text: member => formatNumber(member.orderCount),
      value: member => member.orderCount,
    },
    {
      key: 'spendMinor',
      title: t('segments.member.spend'),
      widthPx: 120,
      isNumeric: true,
      isSortable: true,
      text: member => formatMoney(member.spendMinor, currency),
      value: member => member.spendMinor / minorPerMajor(currency),
    },
    {
      key: 'scores',
      title: t('segments.member.scores'),
      widthPx: 80,
      text: member => [member.r, member.f, member.m].map(score => score ?? '—').join(' '),
    },
    {
      key: 'segment',
      title: t('segments.member.segment'),
      widthPx: 200,
      text: nameOf,
      render: member => (
        <SegmentSwatch colorKey={segmentOf(member)?.colorKey ?? 'none'}>{nameOf(member)}</SegmentSwatch>
      ),
    },
    {
      key: 'lastOn',
      title: t('segments.member.lastOn'),
      widthPx: 104,
      text: member => member.lastOn ?? '',
      isGrowing: true,
    },
  ]
}

const fetchPage = (page: Request<'analytics.membersPage'>) => call('analytics.membersPage', page)

/** The customers behind a mark of a chart of segments or months. */
export function SegmentMembers(props: SegmentMembersProps) {
  const { analysis, request, selector, currency } = props
  const translation = useTranslation()
  const [sort, setSort] = useState<SheetSort>({ key: 'spendMinor', direction: 'descending' })
  const opened = useRequest(
    'analytics.openMembers',
    {
      analysis: request,
      selector,
      sort: { column: sort.key as MemberColumn, isDescending: sort.direction === 'descending' },
    },
    { keepsPrevious: true },
  )
  const columns = useMemo(
    () => memberColumns(translation, analysis, currency),
    [translation, analysis, currency],
  )
  return (
    <MembersSheet
      title={selectorTitle(translation, analysis, selector)}
      list={opened.data}
      error={opened.error}
      columns={columns}
      fetchPage={fetchPage}
      sort={sort}
      onSort={setSort}
      onOpenCustomer={props.onOpenCustomer}
      renderExport={props.renderExport}
      uses={props.uses}
    />
  )
}
