import { StopOutlined } from '@ant-design/icons'
import { type ReactNode, useMemo, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import type { SheetColumn, SheetSort, SheetSource } from '#renderer/components/sheet-grid/sheet-column.ts'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import { segmentName } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { call } from '#renderer/ipc/client.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { ExportScope } from '#shared/domain/export.ts'
import type { MemberSelector, RfmAnalysis, RfmRequest, SegmentMember } from '#shared/domain/rfm-analysis.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { selectorTitle } from './member-selection.ts'

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

/** Draws the way to export so many customers. */
export type RenderExport = (count: number, readScope: () => Promise<ExportScope | null>) => ReactNode

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
    {
      key: 'name',
      title: t('segments.member.name'),
      widthPx: 150,
      isSortable: true,
      text: member => member.name,
      render: member => (
        <>
          {member.name}{' '}
          {member.isContactRefused && <StopOutlined className="seal" title={t('common.refused')} />}
        </>
      ),
    },
    {
      key: 'phone',
      title: t('segments.member.phone'),
      widthPx: 130,
      text: member => formatPhone(member.phone ?? ''),
    },
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
      value: member => member.spendMinor / 100,
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

/** The customers behind a mark of a chart; Enter opens one. */
export function SegmentMembers(props: SegmentMembersProps) {
  const { analysis, request, selector, currency, onOpenCustomer, renderExport } = props
  const translation = useTranslation()
  const { t } = translation
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
  const list = opened.data
  const source = useMemo<SheetSource<SegmentMember> | undefined>(
    () =>
      list && {
        count: list.total,
        generation: list.listId,
        fetchRange: (start, count) => call('analytics.membersPage', { listId: list.listId, start, count }),
      },
    [list],
  )
  const columns = useMemo(
    () => memberColumns(translation, analysis, currency),
    [translation, analysis, currency],
  )
  const rowPx = useRowPx()
  return (
    <section className="segment-members">
      <div className="row segment-members-head">
        <h2 className="section-title">{selectorTitle(translation, analysis, selector)}</h2>
        {list && <span className="num">{t('segments.members.count', { count: list.total })}</span>}
        {list && list.refusedCount > 0 && (
          <span className="secondary">{t('segments.members.refused', { count: list.refusedCount })}</span>
        )}
        <span className="grow" />
        {props.uses}
        {list &&
          list.total > 0 &&
          renderExport?.(list.total, async () => ({ of: 'list', listId: list.listId }))}
      </div>
      {opened.error && <ErrorNote error={opened.error} />}
      {!list && !opened.error && <Skeleton />}
      {list && (
        <SheetGrid
          label={selectorTitle(translation, analysis, selector)}
          columns={columns}
          source={source}
          frozenCount={1}
          rowPx={rowPx}
          sort={sort}
          onSort={setSort}
          onOpenRow={member => onOpenCustomer(member.customerId, list.listId)}
          emptyState={<EmptyState text={t('segments.members.empty')} />}
        />
      )}
    </section>
  )
}
