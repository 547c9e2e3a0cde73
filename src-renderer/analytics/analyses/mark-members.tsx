import { useMemo, useState } from 'react'
import { MembersSheet, personColumns } from '#renderer/analytics/members-sheet.tsx'
import type { SheetColumn, SheetSort } from '#renderer/components/sheet-grid/sheet-column.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { call } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Request } from '#shared/contract/contract.ts'
import { type CurrencyCode, minorPerMajor } from '#shared/domain/currency.ts'
import type { AnalysisMark, MarkFigure, MarkMember, MarkMemberSort } from '#shared/domain/mark-members.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { AnalysisActs, OpenedMark } from './analysis-acts.ts'

const figuresOf: Readonly<Partial<Record<AnalysisMark['kind'], readonly MarkFigure[]>>> = {
  value: ['valueMinor', 'expectedPurchases', 'chanceAlive'],
  discount: ['discountShare'],
}

function figureText(figure: MarkFigure, value: number | null, currency: CurrencyCode): string {
  if (value === null) return '—'
  if (figure === 'valueMinor') return formatMoney(value, currency)
  return figure === 'expectedPurchases' ? formatNumber(value, 1) : formatRate(value)
}

function memberColumns(
  translation: Translation,
  currency: CurrencyCode,
  figures: readonly MarkFigure[],
): SheetColumn<MarkMember>[] {
  const { t } = translation
  return [
    ...personColumns<MarkMember>(translation),
    ...figures.map(figure => ({
      ...{
        key: figure,
        title: t(`analyses.member.${figure}`),
        widthPx: 160,
        isNumeric: true,
        isSortable: true,
      },
      text: (member: MarkMember) => figureText(figure, member.figures[figure] ?? null, currency),
    })),
    {
      key: 'lastOn',
      title: t('analyses.member.lastOn'),
      widthPx: 110,
      isSortable: true,
      text: member => member.lastOn ?? '—',
    },
    {
      key: 'orderCount',
      title: t('segments.member.orderCount'),
      widthPx: 80,
      isNumeric: true,
      isSortable: true,
      text: member => formatNumber(member.orderCount),
      value: member => member.orderCount,
    },
    {
      key: 'spendMinor',
      title: t('segments.member.spend'),
      widthPx: 130,
      isNumeric: true,
      isSortable: true,
      text: member => formatMoney(member.spendMinor, currency),
      value: member => member.spendMinor / minorPerMajor(currency),
    },
    {
      key: 'archiveNumber',
      title: t('analyses.member.archiveNumber'),
      widthPx: 120,
      text: member => member.archiveNumber,
      isGrowing: true,
    },
  ]
}

const noFigures: readonly MarkFigure[] = []

const fetchPage = (page: Request<'analytics.markMembersPage'>) => call('analytics.markMembersPage', page)

/** The customers behind the mark of an analysis that was opened, exactly those. */
export function MarkMembers({ opened, acts }: { opened: OpenedMark; acts: AnalysisActs }) {
  const translation = useTranslation()
  const { currency } = useOpenArchive()
  const { leftOut } = opened
  const figures = useMemo(
    () => (figuresOf[opened.mark.kind] ?? noFigures).filter(figure => !leftOut?.includes(figure)),
    [opened.mark.kind, leftOut],
  )
  const [chosenSort, setSort] = useState<SheetSort | null>(null)
  const sort = chosenSort ?? { key: figures[0] ?? 'spendMinor', direction: 'descending' }
  const list = useRequest(
    'analytics.openMarkMembers',
    {
      mark: opened.mark,
      sort: {
        column: sort.key as MarkMemberSort['column'],
        isDescending: sort.direction === 'descending',
      },
    },
    { keepsPrevious: true },
  )
  const columns = useMemo(
    () => memberColumns(translation, currency, figures),
    [translation, currency, figures],
  )
  return (
    <MembersSheet
      title={opened.title}
      {...(opened.note === undefined ? {} : { note: opened.note })}
      list={list.data}
      error={list.error}
      columns={columns}
      fetchPage={fetchPage}
      sort={sort}
      onSort={setSort}
      onOpenCustomer={acts.onOpenCustomer}
      renderExport={acts.renderExport}
    />
  )
}
