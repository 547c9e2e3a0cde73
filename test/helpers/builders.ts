import type { Act } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'

/** An artificial customer; name what matters to the case. */
export function draftOf(facts: Partial<CustomerDraft> = {}): CustomerDraft {
  return {
    kind: 'individual',
    cardType: 'active',
    name: '样例甲',
    gender: null,
    birthOn: null,
    idNumber: null,
    occupation: null,
    source: null,
    note: null,
    contactRefusedOn: null,
    contactPoints: [],
    tags: [],
    fields: {},
    ...facts,
  }
}

/** A fixed moment and actor. */
export const act: Act = { actor: 'operator', now: '2026-11-21T04:30:00.000Z' }

type OrderFacts = {
  customerId: number | null
  orderedOn: string
  netMinor: number
  status?: 'unpaid' | 'paid' | 'shipped' | 'completed' | 'closed'
  isCancellation?: boolean
  refundedMinor?: number
  isCounted?: boolean
}

let orderCount = 0

/** Stores an order as an import would, without lines; its key. */
export function insertOrder(db: WritableDb, facts: OrderFacts): number {
  const {
    customerId,
    orderedOn,
    netMinor,
    status = 'completed',
    isCancellation = false,
    refundedMinor = 0,
  } = facts
  const isCounted = facts.isCounted ?? (!isCancellation && ['paid', 'shipped', 'completed'].includes(status))
  return db
    .prepare(
      `INSERT INTO sales_order (customer_id, platform, shop, order_key, order_number, ordered_on, ordered_at_local, status,
        is_cancellation, is_counted, paid_minor, refunded_minor, net_minor, created_at, updated_at)
       VALUES (?, '', '', ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      customerId,
      `n:T${++orderCount}`,
      orderedOn,
      orderedOn,
      status,
      isCancellation,
      isCounted,
      netMinor + refundedMinor,
      refundedMinor,
      netMinor,
      act.now,
      act.now,
    ).lastInsertRowid
}

/** Every row of the tables that an undo must put back, as text: equal dumps mean equal archives. */
export function dumpArchive(db: WritableDb): string {
  const tables = [
    ['customer', 'customer_id'],
    ['contact_point', 'contact_point_id'],
    ['customer_identity', 'customer_identity_id'],
    ['tag', 'tag_id'],
    ['customer_tag', 'customer_tag_id'],
    ['field_definition', 'field_id'],
    ['field_option', 'field_option_id'],
    ['field_value', 'field_value_id'],
    ['product', 'product_id'],
    ['sales_order', 'sales_order_id'],
    ['order_line', 'order_line_id'],
    ['refund', 'refund_id'],
    ['opening_balance', 'opening_balance_id'],
    ['customer_total', 'customer_id'],
  ] as const
  return tables
    .map(
      ([table, key]) =>
        `${table} ${JSON.stringify(db.prepareRead(`SELECT * FROM ${table} ORDER BY ${key}`).all())}`,
    )
    .join('\n')
}
