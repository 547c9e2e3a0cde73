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
import type {
  AskedCustomer,
  KnownBalance,
  KnownContact,
  KnownCustomer,
  KnownIdentity,
  KnownLine,
  KnownOrder,
  OrderPlace,
} from './plan/lookups.ts'

/** The values of one kind and source that were asked for, with whom they belong to; null: the archive has none. */
type AskedValues = {
  readonly kind: KnownIdentity['kind']
  readonly platform: string
  readonly shop: string
  readonly found: Map<string, KnownIdentity | null>
}

/**
 * Fetches the keys, contact points and tags of the customers of many rows by a few statements: a fifth of the cost of
 * asking for each. What was fetched before is forgotten, so no more than one batch is in memory.
 *
 * Shape: each answer is undefined for what was not fetched; it must then be asked for by itself.
 */
export class CustomersAhead {
  private values = new Map<string, AskedValues>()
  private owners = new Map<string, number[]>()
  private customers = new Map<number, KnownCustomer>()
  private contacts = new Map<number, KnownContact[]>()
  private tags = new Map<number, string[]>()
  private balances = new Map<number, KnownBalance[]>()
  private readonly fetchValues
  private readonly fetchOwners
  private readonly fetchIdentities
  private readonly fetchCustomers
  private readonly fetchContacts
  private readonly fetchTags
  private readonly fetchBalances

  constructor(db: ReadableDb) {
    this.fetchValues = db.prepareReadArrays<IdentityRow>(
      `SELECT ${identityColumns} FROM json_each(?) AS asked CROSS JOIN customer_identity
       ON customer_identity.kind = ? AND platform = ? AND shop = ? AND customer_identity.value = asked.value`,
    )
    this.fetchOwners = db.prepareReadArrays<[string, number]>(
      `SELECT DISTINCT match_key, customer_id FROM json_each(?) AS asked CROSS JOIN contact_point
       ON match_key = asked.value AND contact_point.kind = 'phone' ORDER BY match_key, customer_id`,
    )
    this.fetchIdentities = db.prepareReadArrays<IdentityRow>(
      `SELECT ${identityColumns} FROM json_each(?) AS asked CROSS JOIN customer_identity
       ON customer_id = asked.value AND customer_identity.kind != 'row-hash' ORDER BY customer_id, customer_identity_id`,
    )
    this.fetchCustomers = db.prepareReadArrays<CustomerRow>(
      `SELECT ${customerColumns} FROM json_each(?) AS asked CROSS JOIN customer
       ON customer_id = asked.value AND merged_into_id IS NULL`,
    )
    this.fetchContacts = db.prepareReadArrays<readonly [customerId: number, ...ContactRow]>(
      `SELECT customer_id, ${contactColumns}
       FROM json_each(?) AS asked CROSS JOIN contact_point ON customer_id = asked.value`,
    )
    this.fetchTags = db.prepareReadArrays<[number, string]>(
      `SELECT customer_id, name FROM json_each(?) AS asked
       CROSS JOIN customer_tag ON customer_id = asked.value CROSS JOIN tag USING (tag_id)`,
    )
    this.fetchBalances = db.prepareReadArrays<readonly [customerId: number, ...BalanceRow]>(
      `SELECT customer_id, ${balanceColumns} FROM json_each(?) AS asked
       CROSS JOIN opening_balance ON customer_id = asked.value ORDER BY opening_balance_id`,
    )
  }

  /** Fetches what will be asked of these customers. */
  fetch(customers: readonly AskedCustomer[]): void {
    this.values = new Map()
    for (const customer of customers) this.noteKeys(customer)
    for (const { kind, platform, shop, found } of this.values.values())
      for (const row of this.fetchValues.all(listOf(found.keys()), kind, platform, shop))
        found.set(row[5], toIdentity(row))
    this.fetchPhones(customers.filter(customer => !this.hasOwner(customer)))
    const ids = new Set<number>()
    for (const { found } of this.values.values())
      for (const identity of found.values()) if (identity) ids.add(identity.customerId)
    for (const owners of this.owners.values()) for (const id of owners) ids.add(id)
    for (const { customerId } of customers) if (customerId !== null) ids.add(customerId)
    this.fetchChildren(ids)
  }

  /** Null: the archive has no such key. */
  identity(
    kind: KnownIdentity['kind'],
    platform: string,
    shop: string,
    value: string,
  ): KnownIdentity | null | undefined {
    return this.values.get(placeOf(kind, platform, shop))?.found.get(value)
  }

  phoneOwners(phoneKey: string): number[] | undefined {
    return this.owners.get(phoneKey)
  }

  /** A merged customer is never among them. */
  customer(customerId: number): KnownCustomer | undefined {
    return this.customers.get(customerId)
  }

  contactsOf(customerId: number): KnownContact[] | undefined {
    return this.contacts.get(customerId)
  }

  tagsOf(customerId: number): string[] | undefined {
    return this.tags.get(customerId)
  }

  balancesOf(customerId: number): KnownBalance[] | undefined {
    return this.balances.get(customerId)
  }

  private noteKeys({ platform, shop, buyerId, legacyNumber, rowKey }: AskedCustomer): void {
    const note = (kind: KnownIdentity['kind'], value: string | null) => {
      if (value === null || !isPlain(value)) return
      const place = placeOf(kind, platform, shop)
      const asked = this.values.get(place) ?? { kind, platform, shop, found: new Map() }
      this.values.set(place, asked)
      asked.found.set(value, null)
    }
    note('buyer-id', buyerId)
    note('legacy-number', legacyNumber)
    note('row-hash', rowKey)
  }

  /** A phone is only looked at when no key decides. */
  private hasOwner({ platform, shop, buyerId, legacyNumber, rowKey, customerId }: AskedCustomer): boolean {
    const isFound = (kind: KnownIdentity['kind'], value: string | null) =>
      value !== null && this.identity(kind, platform, shop, value) != null
    return (
      customerId !== null ||
      isFound('buyer-id', buyerId) ||
      isFound('legacy-number', legacyNumber) ||
      isFound('row-hash', rowKey)
    )
  }

  private fetchPhones(customers: readonly AskedCustomer[]): void {
    const keys = customers.flatMap(customer => customer.phoneKeys).filter(isPlain)
    this.owners = new Map(keys.map(key => [key, []]))
    if (keys.length === 0) return
    for (const [key, customerId] of this.fetchOwners.all(listOf(this.owners.keys())))
      this.owners.get(key)?.push(customerId)
  }

  private fetchChildren(ids: ReadonlySet<number>): void {
    const list = listOf(ids)
    const identities = emptyLists<KnownIdentity>(ids)
    this.customers = new Map()
    this.contacts = emptyLists(ids)
    this.tags = emptyLists(ids)
    this.balances = emptyLists(ids)
    if (ids.size === 0) return
    for (const row of this.fetchIdentities.all(list)) identities.get(row[1])?.push(toIdentity(row))
    for (const row of this.fetchCustomers.all(list))
      this.customers.set(row[0], toCustomer(row, identities.get(row[0]) ?? []))
    for (const [id, ...contact] of this.fetchContacts.all(list))
      this.contacts.get(id)?.push(toContact(contact))
    for (const [id, name] of this.fetchTags.all(list)) this.tags.get(id)?.push(name)
    for (const [id, ...balance] of this.fetchBalances.all(list))
      this.balances.get(id)?.push(toBalance(balance))
  }
}

/** Fetches many orders and their lines by a few statements; what was fetched before is forgotten. */
export class OrdersAhead {
  private orders = new Map<string, Map<string, KnownOrder | null>>()
  private lines = new Map<number, KnownLine[]>()
  private readonly findOrders
  private readonly findLines

  constructor(db: ReadableDb) {
    this.findOrders = db.prepareReadArrays<readonly [key: string, ...OrderRow]>(
      `SELECT order_key, ${orderColumns} FROM json_each(?) AS asked CROSS JOIN sales_order
       ON platform = ? AND shop = ? AND order_key = asked.value`,
    )
    this.findLines = db.prepareReadArrays<readonly [orderId: number, ...LineRow]>(
      `SELECT sales_order_id, ${lineColumns} FROM json_each(?) AS asked CROSS JOIN order_line
       ON sales_order_id = asked.value ORDER BY sales_order_id, line_number`,
    )
  }

  fetchOrders(places: readonly OrderPlace[]): void {
    this.orders = new Map()
    const sources = new Map<string, OrderPlace>()
    for (const place of places) {
      if (!isPlain(place.orderKey)) continue
      const source = placeOf('order', place.platform, place.shop)
      const found = this.orders.get(source) ?? new Map<string, null>()
      this.orders.set(source, found.set(place.orderKey, null))
      sources.set(source, place)
    }
    for (const [source, { platform, shop }] of sources) {
      const found = this.orders.get(source)
      for (const [key, ...order] of this.findOrders.all(listOf(found?.keys() ?? []), platform, shop))
        found?.set(key, toOrder(order))
    }
  }

  fetchLines(orderIds: readonly number[]): void {
    this.lines = emptyLists(orderIds)
    if (orderIds.length === 0) return
    for (const [orderId, ...line] of this.findLines.all(listOf(orderIds)))
      this.lines.get(orderId)?.push(toLine(line))
  }

  /** Null: the archive has no order of that key; undefined: it was not among those fetched last. */
  order(platform: string, shop: string, orderKey: string): KnownOrder | null | undefined {
    return this.orders.get(placeOf('order', platform, shop))?.get(orderKey)
  }

  linesOf(orderId: number): KnownLine[] | undefined {
    return this.lines.get(orderId)
  }
}

const placeOf = (kind: string, platform: string, shop: string) => `${kind}\u001f${platform}\u001f${shop}`

const listOf = (values: Iterable<string | number>) => JSON.stringify([...values])

/** Text with a zero in it does not come through JSON as it was; it is asked for by itself. */
const isPlain = (value: string) => !value.includes('\u0000')

function emptyLists<T>(ids: Iterable<number>): Map<number, T[]> {
  const lists = new Map<number, T[]>()
  for (const id of ids) lists.set(id, [])
  return lists
}
