import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { ChoiceChip } from '#renderer/components/chip.tsx'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import type { SheetSource } from '#renderer/components/sheet-grid/sheet-column.ts'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import type { SheetSummary } from '#renderer/components/sheet-grid/summary.ts'
import { StatusFacts } from '#renderer/components/status-facts.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { isRevenueStatus, type OrderLine, type SalesOrder } from '#shared/domain/sales-order.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { FlowNoteDialog } from './flow-note-dialog.tsx'
import { LineDetailsDialog } from './line-details-dialog.tsx'
import { type OrderRow, orderColumns, toOrderRows } from './order-columns.tsx'
import { type AskedOrder, OrderSourceDialog } from './order-source-dialog.tsx'
import type { Explained } from './use-explanation.ts'

type CustomerOrdersProps = {
  readonly file: CustomerFile
  readonly explained: Explained
  /** Only the orders that the scores count. */
  readonly isInPeriod: boolean
  readonly onChangePeriod: (isInPeriod: boolean) => void
}

/** The orders of the period whose money the scores add up. */
function ordersInPeriod(
  orders: readonly SalesOrder[],
  explanation: Explained['explanation'],
): readonly SalesOrder[] {
  if (!explanation) return orders
  const { fromOn, asOf } = explanation
  return orders.filter(
    ({ orderedOn, status }) =>
      isRevenueStatus(status) && orderedOn <= asOf && (fromOn === null || orderedOn >= fromOn),
  )
}

const moneyColumns: readonly string[] = ['lineNet', 'paid', 'refunded', 'net']

/** All orders with their lines, like a sheet, the newest first. */
export function CustomerOrders({ file, explained, isInPeriod, onChangePeriod }: CustomerOrdersProps) {
  const { t, tCode, language } = useTranslation()
  const { currency, isReadOnly } = useOpenArchive()
  const rowPx = useRowPx()
  const [summary, setSummary] = useState<SheetSummary | null>(null)
  const { explanation } = explained
  const inPeriod = useMemo(() => ordersInPeriod(file.orders, explanation), [file.orders, explanation])
  const orders = isInPeriod ? inPeriod : file.orders
  const lines = file.orders.flatMap(order => order.lines)
  const hasDetails = lines.some(line => line.details !== null || line.picture !== null)
  const { data: settings } = useRequest('settings.get', {})
  const usedTrade = lines.find(line => line.details !== null)?.details?.trade
  const trade = settings?.trade ?? usedTrade ?? 'clothing'
  const [described, setDescribed] = useState<OrderLine | null>(null)
  const hasFlow = file.orders.some(order => order.flowNote !== null)
  const hasAttributes = lines.some(line => line.attributes)
  const columns = useMemo(
    () => orderColumns({ t, tCode, language, currency }, { hasAttributes, hasDetails, hasFlow }),
    [t, tCode, language, currency, hasAttributes, hasDetails, hasFlow],
  )
  const { rows, source } = useRowsSource(orders)
  const [activeRow, setActiveRow] = useState(-1)
  const [asked, setAsked] = useState<AskedOrder | null>(null)
  const [noted, setNoted] = useState<SalesOrder | null>(null)
  const active = rows[activeRow]
  return (
    <div className="customer-orders">
      <div className="row customer-orders-bar">
        <ChoiceChip isOn={!isInPeriod} onClick={() => onChangePeriod(false)}>
          {t('customers.orders.all', { count: file.allOrderCount })}
        </ChoiceChip>
        {explanation && (
          <ChoiceChip isOn={isInPeriod} onClick={() => onChangePeriod(true)}>
            {t('customers.orders.inPeriod', { count: inPeriod.length })}
          </ChoiceChip>
        )}
        {file.orders.length < file.allOrderCount && (
          <span className="small secondary num">
            {t('customers.orders.partly', { count: file.orders.length, total: file.allOrderCount })}
          </span>
        )}
        <span className="grow" />
        {!isReadOnly && (
          <Button
            size="small"
            disabled={!active?.line}
            title={t('lineDetails.selectRow')}
            onClick={() => setDescribed(active?.line ?? null)}
          >
            {t('lineDetails.edit')}
          </Button>
        )}
        {!isReadOnly && (
          <Button
            size="small"
            disabled={!active}
            title={t('customers.orders.flow.selectRow')}
            onClick={() => setNoted(active?.order ?? null)}
          >
            {t('customers.orders.flow.edit')}
          </Button>
        )}
        <Button
          size="small"
          disabled={!active}
          title={t('source.selectRow')}
          onClick={() => setAsked(active ?? null)}
        >
          {t('source.show')}
        </Button>
      </div>
      {described && <LineDetailsDialog line={described} trade={trade} onClose={() => setDescribed(null)} />}
      {noted && <FlowNoteDialog order={noted} onClose={() => setNoted(null)} />}
      {asked && <OrderSourceDialog {...asked} customerId={file.customerId} onClose={() => setAsked(null)} />}
      <SheetGrid
        label={t('customers.orders.label')}
        columns={columns}
        source={source}
        rowPx={rowPx}
        onSummary={setSummary}
        onSelectionChange={({ activeRow }) => setActiveRow(activeRow)}
        onOpenRow={setAsked}
        emptyState={<EmptyState text={t('customers.recent.empty')} />}
      />
      {summary?.columns[0] && summary.columns[0].count > 1 && (
        <StatusFacts>
          {summary.columns.slice(0, 3).map(({ key, sum, mean }) => {
            const write = (value: number) =>
              moneyColumns.includes(key) ? formatMoney(value, currency) : formatNumber(value, 2)
            return (
              <span key={key} className="num">
                {t('customers.selectionSum', {
                  column: columns.find(column => column.key === key)?.title ?? '',
                  sum: write(sum),
                  mean: write(mean),
                })}
              </span>
            )
          })}
        </StatusFacts>
      )}
    </div>
  )
}

let generation = 0

/** Rows that are all there already. Orders that changed are another list. */
function useRowsSource(orders: readonly SalesOrder[]): {
  readonly rows: readonly OrderRow[]
  readonly source: SheetSource<OrderRow>
} {
  return useMemo(() => {
    const rows = toOrderRows(orders)
    generation += 1
    const fetchRange = async (start: number, count: number) => rows.slice(start, start + count)
    return { rows, source: { generation, count: rows.length, fetchRange } }
  }, [orders])
}
