import type { OrderStatus } from '#shared/domain/sales-order.ts'
import type { CustomerRecord } from './customer-record.ts'
import type { KnownLine, KnownOrder } from './lookups.ts'
import type { ProductRecord } from './product-book.ts'

/** An order as it will be. Units: minor units. */
export type OrderValues = {
  readonly orderedAt: string
  readonly status: OrderStatus
  readonly statusText: string | null
  readonly isCancellation: boolean
  readonly isCounted: boolean
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly receiverName: string | null
  readonly receiverPhone: string | null
  readonly receiverAddress: string | null
  readonly note: string | null
  readonly flowNote: string | null
}

/** A line as it will be; `known` is what the archive has of it, undefined for a new one. */
export type LineChange = {
  /** The row that describes it; null for a line of the archive that the file lacks. */
  readonly ordinal: number | null
  readonly known: KnownLine | undefined
  readonly subOrderNumber: string | null
  readonly product: ProductRecord | null
  readonly title: string
  readonly attributes: string | null
  readonly quantity: number
  readonly unitPriceMicro: number | null
  readonly netMinor: number
  readonly refundedMinor: number
  /** Whether anything differs from the archive. */
  readonly isChanged: boolean
}

/** Money given back that the archive does not have yet. `line` null: for the order as a whole. */
export type NewRefund = {
  readonly line: LineChange | null
  readonly refundedOn: string
  readonly isDateKnown: boolean
  readonly minor: number
}

/** What an import does to one order. */
export type OrderChange = {
  readonly index: number
  readonly platform: string
  readonly shop: string
  readonly orderKey: string
  readonly orderNumber: string | null
  readonly known: KnownOrder | undefined
  readonly customer: CustomerRecord | null
  readonly values: OrderValues
  /** Day up to which the file reached whose values it has. */
  readonly factsOn: string | null
  /** All lines of the file, and those of the archive whose share of the money changes. */
  readonly lines: readonly LineChange[]
  readonly newRefunds: readonly NewRefund[]
  /** A refund whose day is learned now. */
  readonly datedRefund: { readonly refundId: number; readonly before: string; readonly after: string } | null
  readonly isRestored: boolean
  /** Whether the file states other money than the archive has, and neither of them is known to be newer. */
  readonly hasMoneyConflict: boolean
  /** Whether a column of the order itself differs from the archive. */
  readonly isChanged: boolean
}

/** Says whether an order, one of its lines or refunds differs from the archive. */
export function isOrderTouched({ known, isChanged, lines, newRefunds, datedRefund }: OrderChange): boolean {
  return (
    !known || isChanged || datedRefund !== null || newRefunds.length > 0 || lines.some(line => line.isChanged)
  )
}
