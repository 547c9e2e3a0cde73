import type { WritableDb } from '#main/database/db.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { toPhoneKey } from '#shared/domain/text.ts'

/** A customer as a test states it; what is not stated is not there. */
export type Card = {
  readonly name: string
  readonly phones?: readonly string[]
  readonly addresses?: readonly string[]
  readonly email?: string
  readonly wechat?: string
  readonly note?: string
  readonly occupation?: string
  readonly legacyNumber?: string
  readonly archiveNumber?: string
  readonly tags?: readonly string[]
  readonly buyer?: { readonly id: string; readonly nickname?: string }
  readonly orders?: readonly {
    readonly number: string | null
    readonly products?: readonly string[]
    readonly isDeleted?: boolean
  }[]
}

const now = '2026-03-01T00:00:00.000Z'

/** Stores customers and queues them; answers their ids. */
export function addCards(db: WritableDb, cards: readonly Card[]): number[] {
  return db.transaction(() => {
    const ids = cards.map(card => addCard(db, card))
    queueForIndexing(db, ids)
    db.prepare(`UPDATE topic_revision SET revision = revision + 1`).run()
    return ids
  })
}

/** Brings the index up to date. */
export function indexAll(db: WritableDb): void {
  while (indexQueuedCustomers(db, 500) > 0);
}

function addCard(db: WritableDb, card: Card): number {
  const { last } = db.prepare<{ last: number }>('SELECT count(*) AS last FROM customer').get() ?? { last: 0 }
  const id = db
    .prepare(
      `INSERT INTO customer (archive_number, kind, card_type, name, name_sort, occupation, note, legacy_number, created_at, updated_at)
       VALUES (?, 'individual', 'active', ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      card.archiveNumber ?? `C${String(900_001 + last)}`,
      card.name,
      nameSortKey(card.name),
      card.occupation ?? null,
      card.note ?? null,
      card.legacyNumber ?? null,
      now,
      now,
    ).lastInsertRowid
  addContacts(db, id, 'phone', card.phones ?? [])
  addContacts(db, id, 'address', card.addresses ?? [])
  addContacts(db, id, 'email', card.email ? [card.email] : [])
  addContacts(db, id, 'wechat', card.wechat ? [card.wechat] : [])
  for (const name of card.tags ?? []) {
    db.prepare('INSERT OR IGNORE INTO tag (name) VALUES (?)').run(name)
    db.prepare('INSERT INTO customer_tag (customer_id, tag_id) SELECT ?, tag_id FROM tag WHERE name = ?').run(
      id,
      name,
    )
  }
  if (card.buyer)
    db.prepare(
      `INSERT INTO customer_identity (customer_id, kind, platform, shop, value, nickname)
       VALUES (?, 'buyer-id', 'taobao', '样例店', ?, ?)`,
    ).run(id, card.buyer.id, card.buyer.nickname ?? null)
  for (const order of card.orders ?? []) addOrder(db, id, order)
  return id
}

function addContacts(db: WritableDb, id: number, kind: string, values: readonly string[]): void {
  const insert = db.prepare(
    'INSERT INTO contact_point (customer_id, kind, position, value, match_key) VALUES (?, ?, ?, ?, ?)',
  )
  for (const [position, value] of values.entries())
    insert.run(id, kind, position, value, (kind === 'phone' && toPhoneKey(value)) || value)
}

/** Stores an order; who calls queues the customer. */
export function addOrder(
  db: WritableDb,
  customerId: number,
  order: NonNullable<Card['orders']>[number],
): void {
  const { last } = db.prepare<{ last: number }>('SELECT count(*) AS last FROM sales_order').get() ?? {
    last: 0,
  }
  const orderId = db
    .prepare(
      `INSERT INTO sales_order (customer_id, platform, shop, order_key, order_number, ordered_on, ordered_at_local, status,
         is_cancellation, is_counted, paid_minor, refunded_minor, net_minor, created_at, updated_at, deleted_at)
       VALUES (?, 'taobao', '样例店', ?, ?, '2026-02-01', '2026-02-01', 'completed', 0, 1, 100, 0, 100, ?, ?, ?)`,
    )
    .run(customerId, `n:${last}`, order.number, now, now, order.isDeleted ? now : null).lastInsertRowid
  for (const [index, name] of (order.products ?? []).entries()) {
    db.prepare(
      `INSERT OR IGNORE INTO product (platform, shop, product_key, name) VALUES ('taobao', '样例店', ?, ?)`,
    ).run(name, name)
    db.prepare(
      `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, net_minor, refunded_minor)
       SELECT ?, ?, product_id, name, 1, 100, 0 FROM product WHERE product_key = ?`,
    ).run(orderId, index + 1, name)
  }
}
