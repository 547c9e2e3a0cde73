import type { OrderExportColumn } from '#shared/domain/export.ts'
import { maskContactPoint } from '#shared/domain/masking.ts'
import { type CellContext, dayCell, majorUnits } from './cell-values.ts'
import type { ExportReads, LineRow, OrderRow } from './export.queries.ts'
import type { ExportCell } from './sheet-xml.ts'

/** One row of exported orders: an order with one of its lines, or without any. */
export type ExportedLine = {
  readonly order: OrderRow
  readonly line: LineRow | undefined
  readonly refundedOn: string | null
}

/** The columns whose cells are made of an order; the row's key is made of the cells. */
export type OrderColumnName = Exclude<OrderExportColumn, 'ownOrderKey'>

/** Reads the lines of orders for an export, in the order of the orders. */
export function readLines(reads: ExportReads, orders: readonly OrderRow[]): ExportedLine[] {
  const ids = orders.map(order => order.sales_order_id)
  const refundDays = new Map(reads.refundDays(ids))
  const lines = new Map<number, LineRow[]>()
  for (const line of reads.lines(ids)) {
    const known = lines.get(line.sales_order_id)
    if (known) known.push(line)
    else lines.set(line.sales_order_id, [line])
  }
  return orders.flatMap((order): ExportedLine[] => {
    const refundedOn = refundDays.get(order.sales_order_id) ?? null
    return (lines.get(order.sales_order_id) ?? [undefined]).map(line => ({ order, line, refundedOn }))
  })
}

/** How each column of an order is filled. */
export const orderCells: Readonly<
  Record<OrderColumnName, (row: ExportedLine, context: CellContext) => ExportCell>
> = {
  orderNumber: ({ order }) => order.order_number,
  orderedAt: ({ order }) => dayCell(order.ordered_at_local),
  orderStatus: ({ order }, { word }) => order.status_text ?? word(`order-status.${order.status}`),
  platform: ({ order }) => order.platform,
  shop: ({ order }) => order.shop,
  customerNumber: ({ order }) => order.customer_number,
  customerName: ({ order }) => order.customer_name,
  receiverName: ({ order }) => order.receiver_name,
  receiverPhone: ({ order }, context) => masked('phone', order.receiver_phone, context),
  receiverAddress: ({ order }, context) => masked('address', order.receiver_address, context),
  orderPaid: ({ order }, context) => majorUnits(order.paid_minor, context),
  orderRefunded: ({ order }, context) =>
    order.refunded_minor === 0 ? null : majorUnits(order.refunded_minor, context),
  refundedOn: ({ refundedOn }) => dayCell(refundedOn),
  orderNote: ({ order }) => order.note,
  flowNote: ({ order }) => order.flow_note,
  subOrderNumber: ({ line }) => line?.sub_order_number ?? null,
  productTitle: ({ line }) => line?.title ?? null,
  productAttributes: ({ line }) => line?.attributes ?? null,
  productId: ({ line }) => line?.external_id ?? null,
  sku: ({ line }) => line?.sku ?? null,
  merchantCode: ({ line }) => line?.merchant_code ?? null,
  productCategory: ({ line }) => line?.category ?? null,
  quantity: ({ line }) => line?.quantity ?? null,
  unitPrice: ({ line }) => (line?.unit_price_micro == null ? null : line.unit_price_micro / 1_000_000),
  linePaid: ({ line }, context) =>
    line === undefined ? null : majorUnits(line.net_minor + line.refunded_minor, context),
  lineRefunded: ({ line }, context) =>
    line === undefined || line.refunded_minor === 0 ? null : majorUnits(line.refunded_minor, context),
}

function masked(kind: 'phone' | 'address', value: string | null, { isMasked }: CellContext): string | null {
  return value !== null && isMasked ? maskContactPoint(kind, value) : value
}
