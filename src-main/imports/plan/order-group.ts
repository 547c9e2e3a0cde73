import type { RowReason } from '#shared/domain/import-field.ts'
import type { CustomerFacts } from './customer-facts.ts'
import type { CustomerRecord } from './customer-record.ts'
import type { KnownOrder } from './lookups.ts'
import type { OrderRow } from './order-line.ts'
import { earlierTime } from './order-time.ts'
import type { FieldProblem, RowValues } from './row-values.ts'

/** An order of the file with its rows, as far as it was gathered. Units: minor units. */
export type OrderGroup = {
  readonly index: number
  readonly platform: string
  readonly shop: string
  readonly orderKey: string
  readonly orderNumber: string | null
  /** Its rows that can be imported by themselves, in their order. */
  rows: OrderRow[]
  /** The earliest time of its rows. */
  orderedAt: string | null
  paidMinor: number | null
  refundedMinor: number | null
  buyerId: string | null
  note: string | null
  flowNote: string | null
  /** What its rows say about the customer. */
  facts: CustomerFacts | null
  /** Whether a row states money of its own. */
  hasRowMoney: boolean
  /** The customer whom an own export names, where the archive no longer has the order. */
  ownCustomerId: number | undefined
  rejection: { readonly reason: RowReason; readonly columnIndex: number | null } | null
  known: KnownOrder | undefined
  customer: CustomerRecord | null
}

/** Gathers the rows of a sheet by order, also those that do not stand together. */
export class OrderGroups {
  readonly list: OrderGroup[] = []
  private readonly byKey = new Map<string, OrderGroup>()

  private last: OrderGroup | undefined

  /** Gives the order of the row before if this one has the same number: the rows of an order mostly stand together. */
  sameAsLast(platform: string, shop: string, orderNumber: string): OrderGroup | undefined {
    const { last } = this
    const isSame = last?.orderNumber === orderNumber && last.platform === platform && last.shop === shop
    return isSame ? last : undefined
  }

  /** Finds the order of a row or opens it. */
  get(platform: string, shop: string, orderKey: string, orderNumber: string | null): OrderGroup {
    const place = `${orderKey}\u001f${platform}\u001f${shop}`
    const found = this.byKey.get(place)
    if (found) {
      this.last = found
      return found
    }
    const group: OrderGroup = {
      index: this.list.length,
      platform,
      shop,
      orderKey,
      orderNumber,
      rows: [],
      orderedAt: null,
      paidMinor: null,
      refundedMinor: null,
      buyerId: null,
      note: null,
      flowNote: null,
      facts: null,
      hasRowMoney: false,
      ownCustomerId: undefined,
      rejection: null,
      known: undefined,
      customer: null,
    }
    this.byKey.set(place, group)
    this.list.push(group)
    this.last = group
    return group
  }
}

/** Columns of the values that belong to the order as a whole. */
export type OrderColumns = {
  readonly orderPaid: number | null
  readonly orderRefunded: number | null
  readonly buyerId: number | null
}

/** Adds a row to its order. An order-level sum counts once; two that differ reject the order. */
export function addToGroup(group: OrderGroup, values: RowValues, row: OrderRow, columns: OrderColumns): void {
  group.rows.push(row)
  group.orderedAt = earlierTime(group.orderedAt, values.orderedAt)
  if (differ(group.paidMinor, values.orderPaid)) rejectGroup(group, 'order-values-differ', columns.orderPaid)
  if (differ(group.refundedMinor, values.orderRefunded))
    rejectGroup(group, 'order-values-differ', columns.orderRefunded)
  group.paidMinor ??= values.orderPaid
  group.refundedMinor ??= values.orderRefunded
  group.note ??= values.orderNote
  group.flowNote ??= values.flowNote
  if (row.money !== null) group.hasRowMoney = true
}

/** Says that an order is of a buyer; two different ones reject the order. */
export function setBuyer(group: OrderGroup, buyerId: string | null, columns: OrderColumns): void {
  if (differ(group.buyerId, buyerId)) rejectGroup(group, 'order-values-differ', columns.buyerId)
  group.buyerId ??= buyerId
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
  if (problems.length === 0) return undefined
  const hasMoney = values.linePaid !== null || values.orderPaid !== null
  const isPartOfMoney = (field: string) =>
    field === 'unitPrice' || (field === 'quantity' && values.unitPrice !== null)
  return problems.find(
    ({ field }) => keyFields.has(field) || moneyFields.has(field) || (!hasMoney && isPartOfMoney(field)),
  )
}

function differ(one: string | number | null, other: string | number | null): boolean {
  return one !== null && other !== null && one !== other
}
