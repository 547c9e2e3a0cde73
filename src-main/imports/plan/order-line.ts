import type { StatusReading } from '#main/imports/cells/read-choice.ts'
import type { ProductRecord } from './product-book.ts'
import type { RowValues } from './row-values.ts'

/** One row of an order. Units: money in minor units; null where the file says nothing. */
export type OrderRow = {
  readonly ordinal: number
  /** Whether it describes an item, and not only the order. */
  readonly isLine: boolean
  readonly subOrderNumber: string | null
  readonly product: ProductRecord | null
  readonly title: string
  readonly attributes: string | null
  readonly quantity: number | null
  readonly unitPriceMicro: number | null
  /** What was paid for the row: as stated, else quantity times price. */
  readonly money: number | null
  readonly isMoneyStated: boolean
  readonly refundedMinor: number | null
  readonly refundedOn: string | null
  readonly status: StatusReading | null
}

/** Keeps what an order row says. `share` gives one copy of texts that come again: a million rows would keep a million. */
export function orderRowOf(
  ordinal: number,
  values: RowValues,
  product: ProductRecord | null,
  { microPerMinor, share }: { readonly microPerMinor: number; readonly share: (text: string) => string },
): OrderRow {
  const title = values.productTitle ?? values.merchantCode ?? values.productId ?? values.sku ?? ''
  return {
    ordinal,
    isLine: isLineRow(values),
    subOrderNumber: values.subOrderNumber,
    product,
    title: share(title),
    attributes: values.productAttributes === null ? null : share(values.productAttributes),
    quantity: values.quantity,
    unitPriceMicro: values.unitPrice,
    money: moneyOfRow(values, microPerMinor),
    isMoneyStated: values.linePaid !== null,
    refundedMinor: values.lineRefunded,
    refundedOn: values.refundedOn,
    status: values.orderStatus,
  }
}

function isLineRow(values: RowValues): boolean {
  return (
    values.productTitle !== null ||
    values.productId !== null ||
    values.merchantCode !== null ||
    values.sku !== null ||
    values.subOrderNumber !== null ||
    values.quantity !== null ||
    values.unitPrice !== null
  )
}

/**
 * Computes the money of a row: as stated, else quantity times unit price, rounded half away from zero.
 *
 * Units: minor units; `microPerMinor` is 10,000 for currencies with two decimals.
 * Empty: null without either. A price without a quantity is of one piece.
 * Example: 3 pieces at 3.335 CNY -> 1001
 */
export function moneyOfRow(
  { linePaid, quantity, unitPrice }: Pick<RowValues, 'linePaid' | 'quantity' | 'unitPrice'>,
  microPerMinor: number,
): number | null {
  if (linePaid !== null) return linePaid
  if (unitPrice === null) return null
  const exact = ((quantity ?? 1) * unitPrice) / microPerMinor
  // Doubles of a quantity such as 0.1 leave noise far below a minor unit.
  return Math.sign(exact) * Math.round(Math.abs(exact) + 1e-9) + 0
}

/** Says whether a line takes something back. */
export function isNegativeLine(line: Pick<OrderRow, 'money' | 'quantity'>): boolean {
  return (line.money ?? 0) < 0 || (line.quantity ?? 0) < 0
}
