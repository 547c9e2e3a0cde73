import type { ProductRecord } from './product-book.ts'
import type { RowValues } from './row-values.ts'

/** One row of an order as an item. Units: money in minor units; null where the file says nothing. */
export type FileLine = {
  readonly ordinal: number
  readonly subOrderNumber: string | null
  readonly product: ProductRecord | null
  readonly title: string
  readonly attributes: string | null
  readonly quantity: number | null
  readonly unitPriceMicro: number | null
  /** What was paid for the line: as stated, else quantity times price. */
  readonly money: number | null
  readonly isMoneyStated: boolean
  readonly refundedMinor: number | null
  readonly refundedOn: string | null
}

/** Says whether a row describes an item, and not only money of its order. */
export function isLineRow(values: RowValues): boolean {
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
export function isNegativeLine(line: Pick<FileLine, 'money' | 'quantity'>): boolean {
  return (line.money ?? 0) < 0 || (line.quantity ?? 0) < 0
}
