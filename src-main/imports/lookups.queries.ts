import type { ReadableDb } from '#main/database/db.ts'
import type { KnownContact, KnownCustomer, KnownIdentity, KnownOrder, Lookups } from './plan/lookups.ts'

type IdentityRow = [
  id: number,
  customer: number,
  kind: KnownIdentity['kind'],
  platform: string,
  shop: string,
  value: string,
  nickname: string | null,
]
type CustomerRow = [
  ...[
    id: number,
    name: string,
    kind: string,
    gender: string | null,
    birth: string | null,
    occupation: string | null,
  ],
  ...[
    source: string | null,
    note: string | null,
    legacy: string | null,
    factsOn: string,
    deleted: string | null,
  ],
  ...[mergedInto: number | null],
]
type OrderRow = [
  ...[
    id: number,
    customer: number | null,
    at: string,
    status: KnownOrder['status'],
    statusText: string | null,
  ],
  ...[isCancellation: number, isCounted: number, paid: number, refunded: number, receiver: string | null],
  ...[phone: string | null, address: string | null, note: string | null, deleted: string | null],
]

const identityColumns = 'customer_identity_id, customer_id, kind, platform, shop, value, nickname'

/**
 * Prepares everything that a plan asks the archive; `sortKeyOf` is the archive's sort key of a name.
 *
 * Shape: what cannot have an answer, because the table is still empty, is not asked.
 * Cost: a few microseconds per question.
 */
export function prepareLookups(db: ReadableDb, sortKeyOf: (name: string) => string): Lookups {
  return { ...customerLookups(db, sortKeyOf), ...orderLookups(db) }
}

function customerLookups(db: ReadableDb, sortKeyOf: (name: string) => string) {
  const hasCustomers = isFilled(db, 'customer')
  const identity = db.prepareReadArrays<IdentityRow>(
    `SELECT ${identityColumns} FROM customer_identity WHERE kind = ? AND platform = ? AND shop = ? AND value = ?`,
  )
  const identities = db.prepareReadArrays<IdentityRow>(
    `SELECT ${identityColumns} FROM customer_identity WHERE customer_id = ? AND kind != 'row-hash'`,
  )
  const phoneOwners = db.prepareReadArrays<[number]>(
    "SELECT DISTINCT customer_id FROM contact_point WHERE match_key = ? AND kind = 'phone' ORDER BY customer_id",
  )
  const namesakes = db.prepareReadArrays<[number]>(
    'SELECT customer_id FROM customer WHERE name_sort = ? AND name = ? AND deleted_at IS NULL AND merged_into_id IS NULL LIMIT 2',
  )
  const customer = db.prepareReadArrays<CustomerRow>(
    `SELECT customer_id, name, kind, gender, birth_on, occupation, source, note, legacy_number,
       coalesce(facts_on, substr(updated_at, 1, 10)), deleted_at, merged_into_id
     FROM customer WHERE customer_id = ?`,
  )
  const contacts = db.prepareReadArrays<[string, string, string]>(
    'SELECT kind, match_key, value FROM contact_point WHERE customer_id = ?',
  )
  const tags = db.prepareReadArrays<[string]>(
    'SELECT tag.name FROM customer_tag JOIN tag USING (tag_id) WHERE customer_id = ?',
  )
  const getCustomer = (customerId: number): KnownCustomer => {
    const row = customer.get(customerId)
    if (!row) throw new Error('a customer that is referred to is there')
    const [id, name, kind, gender, birth, occupation, source, note, legacy, factsOn, deleted, mergedInto] =
      row
    if (mergedInto !== null) return getCustomer(mergedInto)
    return {
      customerId: id,
      card: { name, kind, gender, birth_on: birth, occupation, source, note, legacy_number: legacy },
      factsOn,
      isInBin: deleted !== null,
      identities: identities.all(id).map(toIdentity),
    }
  }
  return {
    findIdentity: (...key: [KnownIdentity['kind'], string, string, string]) => {
      const row = hasCustomers ? identity.get(...key) : undefined
      return row && toIdentity(row)
    },
    listPhoneOwners: (phoneKey: string) => (hasCustomers ? phoneOwners.all(phoneKey).map(([id]) => id) : []),
    listNamesakes: (name: string) =>
      hasCustomers ? namesakes.all(sortKeyOf(name), name).map(([id]) => id) : [],
    getCustomer,
    listContacts: (customerId: number): KnownContact[] =>
      contacts.all(customerId).map(([kind, key, value]) => ({ kind, key, value })),
    listTags: (customerId: number) => tags.all(customerId).map(([name]) => name),
    ...balanceLookups(db),
  }
}

function balanceLookups(db: ReadableDb) {
  const hasBalances = isFilled(db, 'opening_balance')
  const hasOrders = isFilled(db, 'sales_order')
  const balances = db.prepareReadArrays<
    [number, string, string, number, number, number, string | null, string | null, string]
  >(
    `SELECT opening_balance_id, platform, shop, order_count, spend_minor, return_count, first_on, last_on,
       covers_until_on FROM opening_balance WHERE customer_id = ?`,
  )
  const orderUpTo = db.prepareReadArrays<[number]>(
    `SELECT 1 FROM sales_order WHERE customer_id = ? AND ordered_on <= ? AND deleted_at IS NULL
       AND (? = '' OR (platform = ? AND shop = ?)) LIMIT 1`,
  )
  return {
    listBalances: (customerId: number) =>
      hasBalances
        ? balances
            .all(customerId)
            .map(
              ([
                balanceId,
                platform,
                shop,
                orderCount,
                spendMinor,
                returnCount,
                firstOn,
                lastOn,
                coversUntilOn,
              ]) => ({
                ...{
                  balanceId,
                  platform,
                  shop,
                  orderCount,
                  spendMinor,
                  returnCount,
                  firstOn,
                  lastOn,
                  coversUntilOn,
                },
              }),
            )
        : [],
    hasOrderUpTo: (
      customerId: number,
      { platform, shop }: { readonly platform: string; readonly shop: string },
      day: string,
    ) => hasOrders && orderUpTo.get(customerId, day, platform + shop, platform, shop) !== undefined,
  }
}

function orderLookups(db: ReadableDb) {
  const hasOrders = isFilled(db, 'sales_order')
  const hasProducts = isFilled(db, 'product')
  const order = db.prepareReadArrays<OrderRow>(
    `SELECT sales_order_id, customer_id, ordered_at_local, status, status_text, is_cancellation, is_counted,
       paid_minor, refunded_minor, receiver_name, receiver_phone, receiver_address, note, deleted_at
     FROM sales_order WHERE platform = ? AND shop = ? AND order_key = ?`,
  )
  const lines = db.prepareReadArrays<
    [
      number,
      number,
      string | null,
      number | null,
      string,
      string | null,
      number,
      number | null,
      number,
      number,
    ]
  >(
    `SELECT order_line_id, line_number, sub_order_number, product_id, title, attributes, quantity, unit_price_micro,
       net_minor, refunded_minor FROM order_line WHERE sales_order_id = ? ORDER BY line_number`,
  )
  const refunds = db.prepareReadArrays<[number, string, number]>(
    'SELECT refund_id, refunded_on, is_date_known FROM refund WHERE sales_order_id = ?',
  )
  const elsewhere = db.prepareReadArrays<[number]>(
    'SELECT 1 FROM sales_order WHERE order_number = ? AND NOT (platform = ? AND shop = ?) LIMIT 1',
  )
  const product = db.prepareReadArrays<[number]>(
    'SELECT product_id FROM product WHERE platform = ? AND shop = ? AND product_key = ?',
  )
  return {
    findOrder: (...key: [string, string, string]) => {
      const row = hasOrders ? order.get(...key) : undefined
      return row && toOrder(row)
    },
    listLines: (orderId: number) =>
      lines
        .all(orderId)
        .map(
          ([
            lineId,
            lineNumber,
            subOrderNumber,
            productId,
            title,
            attributes,
            quantity,
            price,
            net,
            refunded,
          ]) => ({
            ...{ lineId, lineNumber, subOrderNumber, productId, title, attributes, quantity },
            ...{ unitPriceMicro: price, netMinor: net, refundedMinor: refunded },
          }),
        ),
    listRefunds: (orderId: number) =>
      refunds.all(orderId).map(([refundId, refundedOn, isDateKnown]) => ({
        refundId,
        refundedOn,
        isDateKnown: isDateKnown === 1,
      })),
    hasOrderElsewhere: (...key: [string, string, string]) => hasOrders && elsewhere.get(...key) !== undefined,
    findProduct: (...key: [string, string, string]) => (hasProducts ? product.get(...key)?.[0] : undefined),
  }
}

function toIdentity([
  identityId,
  customerId,
  kind,
  platform,
  shop,
  value,
  nickname,
]: IdentityRow): KnownIdentity {
  return { identityId, customerId, kind, platform, shop, value, nickname }
}

function toOrder(row: OrderRow): KnownOrder {
  const [
    orderId,
    customerId,
    orderedAt,
    status,
    statusText,
    isCancellation,
    isCounted,
    paidMinor,
    refundedMinor,
  ] = row
  const [, , , , , , , , , receiverName, receiverPhone, receiverAddress, note, deleted] = row
  return {
    ...{ orderId, customerId, orderedAt, status, statusText, paidMinor, refundedMinor },
    ...{ isCancellation: isCancellation === 1, isCounted: isCounted === 1, isInBin: deleted !== null },
    ...{ receiverName, receiverPhone, receiverAddress, note },
  }
}

function isFilled(
  db: ReadableDb,
  table: 'customer' | 'opening_balance' | 'sales_order' | 'product',
): boolean {
  return db.prepareReadArrays<[number]>(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined
}
