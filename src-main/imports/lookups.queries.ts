import type { ReadableDb } from '#main/database/db.ts'
import {
  type BalanceRow,
  balanceColumns,
  type ContactRow,
  type CustomerRow,
  contactColumns,
  customerColumns,
  type IdentityRow,
  identityColumns,
  type LineRow,
  lineColumns,
  type OrderRow,
  orderColumns,
  toBalance,
  toContact,
  toCustomer,
  toIdentity,
  toLine,
  toOrder,
} from './lookup-rows.ts'
import { CustomersAhead, OrdersAhead } from './lookups-ahead.queries.ts'
import type {
  KnownBalance,
  KnownContact,
  KnownCustomer,
  KnownIdentity,
  Lookups,
  MovedTable,
} from './plan/lookups.ts'
import type { FieldParts } from './plan/record-fields.ts'

const nobody: readonly number[] = []
const noBalances: readonly KnownBalance[] = []
const noFields: ReadonlyMap<number, FieldParts> = new Map()

/** The values of one customer beyond the default card; public for the query-plan test. */
export const fieldsSql =
  'SELECT field_id, value FROM field_value WHERE customer_id = ? ORDER BY field_id, position'

/**
 * Prepares everything that a plan asks the archive; `sortKeyOf` is the archive's sort key of a name.
 *
 * Shape: what cannot have an answer, because the table is still empty, is not asked.
 * Cost: some 10 microseconds per question, a fifth of that for what was announced by `expectCustomers`,
 * `expectOrders` or `expectLines`: that is fetched for a thousand rows at once.
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
    `SELECT ${customerColumns} FROM customer WHERE customer_id = ?`,
  )
  const contacts = db.prepareReadArrays<ContactRow>(
    `SELECT ${contactColumns} FROM contact_point WHERE customer_id = ?`,
  )
  const archiveNumber = db.prepareReadArrays<[number]>(
    'SELECT customer_id FROM customer WHERE archive_number = ?',
  )
  const tags = db.prepareReadArrays<[string]>(
    'SELECT tag.name FROM customer_tag JOIN tag USING (tag_id) WHERE customer_id = ?',
  )
  const hasFields = isFilled(db, 'field_value')
  const fields = db.prepareReadArrays<[number, string | number]>(fieldsSql)
  const ahead = new CustomersAhead(db)
  const getCustomer = (customerId: number): KnownCustomer => {
    const fetched = ahead.customer(customerId)
    if (fetched) return fetched
    const row = customer.get(customerId)
    if (!row) throw new Error('a customer that is referred to is there')
    const [id] = row
    const mergedInto = row[12]
    return mergedInto === null ? toCustomer(row, identities.all(id).map(toIdentity)) : getCustomer(mergedInto)
  }
  return {
    expectCustomers: (customers: Parameters<Lookups['expectCustomers']>[0]) => {
      if (hasCustomers) ahead.fetch(customers)
    },
    findIdentity: (...key: [KnownIdentity['kind'], string, string, string]) => {
      if (!hasCustomers) return undefined
      const fetched = ahead.identity(...key)
      if (fetched !== undefined) return fetched ?? undefined
      const row = identity.get(...key)
      return row && toIdentity(row)
    },
    findArchiveNumber: (number: string) => archiveNumber.get(number)?.[0],
    listPhoneOwners: (phoneKey: string) => {
      if (!hasCustomers) return nobody
      return ahead.phoneOwners(phoneKey) ?? phoneOwners.all(phoneKey).map(([id]) => id)
    },
    listNamesakes: (name: string) =>
      hasCustomers ? namesakes.all(sortKeyOf(name), name).map(([id]) => id) : [],
    getCustomer,
    listContacts: (customerId: number): readonly KnownContact[] =>
      ahead.contactsOf(customerId) ?? contacts.all(customerId).map(toContact),
    listTags: (customerId: number) => ahead.tagsOf(customerId) ?? tags.all(customerId).map(([name]) => name),
    listFields: (customerId: number) => (hasFields ? partsByField(fields.all(customerId)) : noFields),
    ...balanceLookups(db, ahead),
    ...mergeLookups(db),
  }
}

function partsByField(
  rows: readonly (readonly [number, string | number])[],
): ReadonlyMap<number, FieldParts> {
  const parts = new Map<number, (string | number)[]>()
  for (const [fieldId, value] of rows) parts.set(fieldId, [...(parts.get(fieldId) ?? []), value])
  return parts
}

function balanceLookups(db: ReadableDb, ahead: CustomersAhead) {
  const hasBalances = isFilled(db, 'opening_balance')
  const hasOrders = isFilled(db, 'sales_order')
  const balances = db.prepareReadArrays<BalanceRow>(
    `SELECT ${balanceColumns} FROM opening_balance WHERE customer_id = ? ORDER BY opening_balance_id`,
  )
  const orderUpTo = db.prepareReadArrays<[number]>(
    `SELECT 1 FROM sales_order WHERE customer_id = ? AND ordered_on <= ? AND deleted_at IS NULL
       AND (? = '' OR (platform = ? AND shop = ?)) LIMIT 1`,
  )
  return {
    listBalances: (customerId: number) => {
      if (!hasBalances) return noBalances
      return ahead.balancesOf(customerId) ?? balances.all(customerId).map(toBalance)
    },
    hasOrderUpTo: (
      customerId: number,
      { platform, shop }: { readonly platform: string; readonly shop: string },
      day: string,
    ) => hasOrders && orderUpTo.get(customerId, day, platform + shop, platform, shop) !== undefined,
  }
}

/** The first move of a row tells whose it was; public for the query-plan test. */
export const originSql = `SELECT before FROM change WHERE table_name = ? AND row_id = ? AND column_name = 'customer_id'
  ORDER BY change_id LIMIT 1`

function mergeLookups(db: ReadableDb) {
  const origin = db.prepareReadArrays<[number]>(originSql)
  let survivors: ReadonlySet<number> | undefined
  const listSurvivors = () =>
    db
      .prepareReadArrays<[number]>('SELECT survivor_id FROM customer_merge WHERE split_change_set_id IS NULL')
      .all()
      .map(([id]) => id)
  return {
    hasMergedFiles: (customerId: number) => {
      survivors ??= new Set(listSurvivors())
      return survivors.has(customerId)
    },
    findOrigin: (table: MovedTable, rowId: number, ownerId: number) =>
      origin.get(table, rowId)?.[0] ?? ownerId,
  }
}

function orderLookups(db: ReadableDb) {
  const hasOrders = isFilled(db, 'sales_order')
  const hasProducts = isFilled(db, 'product')
  const order = db.prepareReadArrays<OrderRow>(
    `SELECT ${orderColumns} FROM sales_order WHERE platform = ? AND shop = ? AND order_key = ?`,
  )
  const lines = db.prepareReadArrays<LineRow>(
    `SELECT ${lineColumns} FROM order_line WHERE sales_order_id = ? ORDER BY line_number`,
  )
  const ahead = new OrdersAhead(db)
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
    expectOrders: (orders: Parameters<Lookups['expectOrders']>[0]) => {
      if (hasOrders) ahead.fetchOrders(orders)
    },
    expectLines: (orderIds: readonly number[]) => ahead.fetchLines(orderIds),
    findOrder: (...key: [string, string, string]) => {
      if (!hasOrders) return undefined
      const fetched = ahead.order(...key)
      if (fetched !== undefined) return fetched ?? undefined
      const row = order.get(...key)
      return row && toOrder(row)
    },
    listLines: (orderId: number) => ahead.linesOf(orderId) ?? lines.all(orderId).map(toLine),
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

function isFilled(
  db: ReadableDb,
  table: 'customer' | 'field_value' | 'opening_balance' | 'sales_order' | 'product',
): boolean {
  return db.prepareReadArrays<[number]>(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined
}
