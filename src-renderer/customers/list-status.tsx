import { useReferenceDay } from '#renderer/components/analysis-choice.ts'
import type { RowRange } from '#renderer/components/sheet-grid/selection.ts'
import type { SheetColumn } from '#renderer/components/sheet-grid/sheet-column.ts'
import type { ColumnSummary, SheetSummary } from '#renderer/components/sheet-grid/summary.ts'
import { StatusFacts } from '#renderer/components/status-facts.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { ListRow } from './list-rows.ts'

type ListStatusProps = {
  readonly shown: RowRange | null
  readonly total: number
  readonly summary: SheetSummary | null
  readonly columns: readonly SheetColumn<ListRow>[]
}

/** The column one most likely wants summed: money before orders before days. */
const order = ['spendMinor', 'orderCount', 'days']

const mostWanted = (columns: readonly ColumnSummary[]) =>
  columns.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))[0]

/** In the status bar: which rows are seen, and what the selection adds up to. */
export function ListStatus({ shown, total, summary, columns }: ListStatusProps) {
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  const today = useReferenceDay()
  const { data: facts } = useRequest('program.facts', {})
  const summed = summary && mostWanted(summary.columns)
  const write = (value: number, decimals?: number) =>
    summed?.key === 'spendMinor' ? formatMoney(value, currency) : formatNumber(value, decimals)
  return (
    <StatusFacts>
      {shown && (
        <span className="num">
          {t('shell.rowsShown', { first: shown.first + 1, last: shown.last + 1, count: total })}
        </span>
      )}
      <span>{t('filter.keys')}</span>
      {today !== undefined && today !== facts?.today && facts !== undefined && (
        <span className="num">{t('customers.daysUntil', { day: today })}</span>
      )}
      {summary && (
        <span className="num list-selection">
          {t('shell.selection', { count: summary.rowCount })}
          {summed && summed.count > 1 && (
            <>
              {' '}
              {t('customers.selectionSum', {
                column: columns.find(column => column.key === summed.key)?.title ?? '',
                sum: write(summed.sum),
                mean: write(summed.mean, 1),
              })}
            </>
          )}
        </span>
      )}
    </StatusFacts>
  )
}
