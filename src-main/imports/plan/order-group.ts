import type { RowReason } from '#shared/domain/import-field.ts'
import type { CustomerRecord } from './customer-record.ts'
import { earlierTime } from './order-time.ts'
import type { FieldProblem, RowValues } from './row-values.ts'

/** The rows of one order as far as they are known after the first pass. */
export type OrderGroup = {
  readonly index: number
  readonly platform: string
  readonly shop: string
  readonly orderKey: string
  readonly orderNumber: string | null
  /** The earliest time of its rows. */
  orderedAt: string | null
  paidMinor: number | null
  refundedMinor: number | null
  buyerId: string | null
  /** Whether a row states money of its own. */
  hasRowMoney: boolean
  lastOrdinal: number
  rejection: { readonly reason: RowReason; readonly columnIndex: number | null } | null
  isKnown: boolean
  knownCustomerId: number | null
  customer: CustomerRecord | null
}

/** Gathers the rows of a sheet by order, also those that do not stand together. */
export class OrderGroups {
  readonly list: OrderGroup[] = []
  private readonly byKey = new Map<string, OrderGroup>()

  /** Finds the order of a row or opens it. */
  get(order: Pick<OrderGroup, 'platform' | 'shop' | 'orderKey' | 'orderNumber'>): OrderGroup {
    const place = `${order.orderKey}\u001f${order.platform}\u001f${order.shop}`
    const found = this.byKey.get(place)
    if (found) return found
    const group: OrderGroup = {
      index: this.list.length,
      ...order,
      orderedAt: null,
      paidMinor: null,
      refundedMinor: null,
      buyerId: null,
      hasRowMoney: false,
      lastOrdinal: -1,
      rejection: null,
      isKnown: false,
      knownCustomerId: null,
      customer: null,
    }
    this.byKey.set(place, group)
    this.list.push(group)
    return group
  }

  /** Frees what is needed only while rows are gathered. */
  seal(): void {
    this.byKey.clear()
  }
}

/** Columns of the values that belong to the order as a whole. */
export type OrderColumns = {
  readonly orderPaid: number | null
  readonly orderRefunded: number | null
  readonly buyerId: number | null
}

/** Adds a row to its order. An order-level value counts once; two that differ reject the order. */
export function addToGroup(
  group: OrderGroup,
  values: RowValues,
  ordinal: number,
  columns: OrderColumns,
): void {
  group.lastOrdinal = ordinal
  group.orderedAt = earlierTime(group.orderedAt, values.orderedAt)
  const differ = (one: string | number | null, other: string | number | null) =>
    one !== null && other !== null && one !== other
  if (differ(group.paidMinor, values.orderPaid)) rejectGroup(group, 'order-values-differ', columns.orderPaid)
  if (differ(group.refundedMinor, values.orderRefunded))
    rejectGroup(group, 'order-values-differ', columns.orderRefunded)
  if (differ(group.buyerId, values.buyerId)) rejectGroup(group, 'order-values-differ', columns.buyerId)
  group.paidMinor ??= values.orderPaid
  group.refundedMinor ??= values.orderRefunded
  group.buyerId ??= values.buyerId
}

/** Rejects all rows of an order; the first reason stays. */
export function rejectGroup(group: OrderGroup, reason: RowReason, columnIndex: number | null): void {
  group.rejection ??= { reason, columnIndex }
}

const keyFields = new Set(['orderNumber', 'subOrderNumber', 'buyerId', 'legacyNumber', 'orderedAt'])
const moneyFields = new Set(['orderPaid', 'orderRefunded', 'linePaid', 'lineRefunded'])

/**
 * Finds the bad cell that takes an order row with it: a key, the date or money. A price or quantity does so only when
 * the row states no other money.
 *
 * Empty: undefined when the row can be imported.
 */
export function decidingProblem(
  values: RowValues,
  problems: readonly FieldProblem[],
): FieldProblem | undefined {
  const hasMoney = values.linePaid !== null || values.orderPaid !== null
  return problems.find(
    ({ field }) =>
      keyFields.has(field) ||
      moneyFields.has(field) ||
      (!hasMoney && (field === 'unitPrice' || (field === 'quantity' && values.unitPrice !== null))),
  )
}
