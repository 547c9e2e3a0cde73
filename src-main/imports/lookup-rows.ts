import type {
  KnownBalance,
  KnownContact,
  KnownCustomer,
  KnownIdentity,
  KnownLine,
  KnownOrder,
} from './plan/lookups.ts'

/** The columns of an `IdentityRow`. */
export const identityColumns =
  'customer_identity_id, customer_id, customer_identity.kind, platform, shop, customer_identity.value, nickname'

/** A key of a customer, in the order of `identityColumns`. */
export type IdentityRow = readonly [
  id: number,
  customer: number,
  kind: KnownIdentity['kind'],
  platform: string,
  shop: string,
  value: string,
  nickname: string | null,
]

/** Turns a row into what a plan knows of a key. */
export function toIdentity(row: IdentityRow): KnownIdentity {
  const [identityId, customerId, kind, platform, shop, value, nickname] = row
  return { identityId, customerId, kind, platform, shop, value, nickname }
}

/** The columns of a `CustomerRow`. */
export const customerColumns = `customer_id, name, customer.kind, gender, birth_on, id_number, occupation, source,
  note, legacy_number, coalesce(facts_on, substr(updated_at, 1, 10)), deleted_at, merged_into_id`

/** A customer, in the order of `customerColumns`. */
export type CustomerRow = readonly [
  ...[id: number, name: string, kind: string, gender: string | null, birth: string | null],
  idNumber: string | null,
  ...[occupation: string | null, source: string | null, note: string | null, legacy: string | null],
  ...[factsOn: string, deleted: string | null, mergedInto: number | null],
]

/** Turns a row into what a plan knows of a customer. */
export function toCustomer(row: CustomerRow, identities: readonly KnownIdentity[]): KnownCustomer {
  const [id, name, kind, gender, birth, idNumber, occupation, source, note, legacy, factsOn, deleted] = row
  return {
    customerId: id,
    card: {
      ...{ name, kind, gender, birth_on: birth, id_number: idNumber, occupation, source, note },
      legacy_number: legacy,
    },
    factsOn,
    isInBin: deleted !== null,
    identities,
  }
}

/** The columns of a `ContactRow`. */
export const contactColumns =
  'contact_point_id, contact_point.position, contact_point.kind, match_key, contact_point.value'

/** A contact point, in the order of `contactColumns`. */
export type ContactRow = readonly [id: number, position: number, kind: string, key: string, value: string]

/** Turns a row into what a plan knows of a contact point. */
export function toContact([contactId, position, kind, key, value]: ContactRow): KnownContact {
  return { contactId, position, kind, key, value }
}

/** The columns of a `BalanceRow`. */
export const balanceColumns = `opening_balance_id, platform, shop, order_count, spend_minor, return_count, first_on,
  last_on, covers_until_on`

/** An opening balance, in the order of `balanceColumns`. */
export type BalanceRow = readonly [
  ...[id: number, platform: string, shop: string, orderCount: number, spendMinor: number],
  ...[returnCount: number, firstOn: string | null, lastOn: string | null, coversUntilOn: string],
]

/** Turns a row into what a plan knows of a balance. */
export function toBalance(row: BalanceRow): KnownBalance {
  const [balanceId, platform, shop, orderCount, spendMinor, returnCount, ...days] = row
  const [firstOn, lastOn, coversUntilOn] = days
  return {
    ...{ balanceId, platform, shop, orderCount, spendMinor, returnCount },
    ...{ firstOn, lastOn, coversUntilOn },
  }
}

/** The columns of an `OrderRow`. */
export const orderColumns = `sales_order_id, customer_id, ordered_at_local, status, status_text, is_cancellation,
  is_counted, paid_minor, refunded_minor, receiver_name, receiver_phone, receiver_address, note, deleted_at,
  facts_on, flow_note`

/** An order, in the order of `orderColumns`. */
export type OrderRow = readonly [
  ...[id: number, customer: number | null, at: string, status: KnownOrder['status'], text: string | null],
  ...[isCancellation: number, isCounted: number, paid: number, refunded: number, receiver: string | null],
  ...[phone: string | null, address: string | null, note: string | null, deleted: string | null],
  ...[factsOn: string | null, flowNote: string | null],
]

/** Turns a row into what a plan knows of an order. */
export function toOrder(row: OrderRow): KnownOrder {
  const [orderId, customerId, orderedAt, status, statusText, isCancellation, isCounted, ...rest] = row
  const [paidMinor, refundedMinor, receiverName, receiverPhone, receiverAddress, note, ...last] = rest
  const [deleted, factsOn, flowNote] = last
  return {
    ...{ orderId, customerId, orderedAt, status, statusText, paidMinor, refundedMinor },
    ...{ isCancellation: isCancellation === 1, isCounted: isCounted === 1, isInBin: deleted !== null },
    ...{ receiverName, receiverPhone, receiverAddress, note, factsOn, flowNote },
  }
}

/** The columns of a `LineRow`. */
export const lineColumns = `order_line_id, line_number, sub_order_number, product_id, title, attributes, quantity,
  unit_price_micro, net_minor, refunded_minor`

/** A line of an order, in the order of `lineColumns`. */
export type LineRow = readonly [
  ...[id: number, lineNumber: number, subOrderNumber: string | null, productId: number | null, title: string],
  ...[attributes: string | null, quantity: number, unitPriceMicro: number | null, netMinor: number],
  refundedMinor: number,
]

/** Turns a row into what a plan knows of a line. */
export function toLine(row: LineRow): KnownLine {
  const [lineId, lineNumber, subOrderNumber, productId, title, attributes, quantity, ...rest] = row
  const [unitPriceMicro, netMinor, refundedMinor] = rest
  return {
    ...{ lineId, lineNumber, subOrderNumber, productId, title, attributes, quantity },
    ...{ unitPriceMicro, netMinor, refundedMinor },
  }
}
