import path from 'node:path'
import { createArchiveFolder, openArchiveFolder } from '#main/archives/archive-folder.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { openReadable, openWritable, type WritableDatabase } from '#main/database/open-database.ts'
import { refreshCustomerTotalsOfRange } from '#main/orders/customer-total.service.ts'
import { indexQueuedCustomers, mergeSearchIndex } from '#main/search/search-index.service.ts'
import { saveArchiveSettings } from '#main/settings/setting.service.ts'
import { fillSampleShop } from '#test/main/search/sample-shop.ts'
import type { BenchSize } from './bench-size.ts'
import { measureThread } from './measure.ts'

/** The large archive of a run: real schema, encrypted, filled by direct inserts, with its search index. */
export type BenchShop = {
  readonly folder: string
  readonly size: BenchSize
  /** Units: µs of CPU per customer. */
  readonly fillUs: number
  readonly indexUs: number
  readonly mergeUs: number
}

const indexSlice = 1000

/** Makes the archive. Cost: about a minute for 200,000 customers with 2,000,000 orders. */
export function makeBenchShop(parent: string, size: BenchSize): BenchShop {
  const folder = path.join(parent, '样例大店.kehu')
  createArchiveFolder(folder, db =>
    saveArchiveSettings(db, { shopName: '样例大店', currency: 'CNY', timeZone: 'Asia/Shanghai' }),
  )
  const costs = withWriter(folder, writer => {
    writer.setCacheSize(256)
    const { db } = writer
    const shop = { customers: size.customers, ordersPerCustomer: 0.5, products: 500 }
    const fill = measureThread(() => fillSampleShop(db, shop))
    fillOrders(db, size)
    const index = measureThread(() => {
      while (indexQueuedCustomers(db, indexSlice) > 0);
    })
    const merge = measureThread(() => {
      while (mergeSearchIndex(db));
    })
    return [fill, index, merge].map(({ cpuMs }) => (cpuMs * 1000) / size.customers)
  })
  const [fillUs = 0, indexUs = 0, mergeUs = 0] = costs
  return { folder, size, fillUs, indexUs, mergeUs }
}

/** Opens the archive for one case, read-only, once for each role. */
export function withReaders<T, Role extends 'main' | 'reader'>(
  { folder }: BenchShop,
  roles: readonly Role[],
  work: (readers: Readonly<Record<Role, ReadableDb>>) => T,
): T {
  const archive = openArchiveFolder(folder)
  const opened = roles.map(role => openReadable({ file: archive.paths.database, key: archive.key, role }))
  try {
    const entries = roles.map((role, index) => [role, opened[index]?.db] as const)
    return work(Object.fromEntries(entries) as Record<Role, ReadableDb>)
  } finally {
    for (const reader of opened) reader.close()
    archive.close({ isClean: true })
  }
}

/** Opens the archive for one case, for writing. */
export function withWriter<T>(folder: string, work: (writer: WritableDatabase) => T): T {
  const archive = openArchiveFolder(folder)
  const { key, paths } = archive
  const writer = openWritable({
    file: paths.database,
    key,
    migrations,
    mustCheck: false,
    beforeUpgrade: () => undefined,
  })
  try {
    return work(writer)
  } finally {
    writer.close()
    archive.close({ isClean: true })
  }
}

/**
 * Adds orders over five years, most of them by a few customers, until there are as many as wanted. They have no lines.
 * The indexes are taken away and made again from their own text: that is three times faster.
 */
function fillOrders(db: WritableDb, { customers, orders }: BenchSize): void {
  const indexes = db
    .prepareRead<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'sales_order' AND sql IS NOT NULL`,
    )
    .all()
  db.transaction(() => {
    for (const { name } of indexes) db.prepare(`DROP INDEX ${name}`).run()
    insertOrders(db, customers, orders)
    for (const { sql } of indexes) db.prepare(sql).run()
    refreshCustomerTotalsOfRange(db, 1, customers)
  })
}

/** Set-based, by a linear congruential generator: row by row it would take four times as long. */
const insertOrdersSql = `
WITH RECURSIVE made (n, chance) AS (
  SELECT :first, 20240601 UNION ALL
  SELECT n + 1, (chance * 1103515245 + 12345) & 2147483647 FROM made WHERE n < :last
), bought (n, customer_id, ordered_on, is_counted, paid_minor, hour) AS (
  SELECT n, 1 + (chance >> 3) % :customers * ((chance >> 3) % :customers) / :customers,
    date('2020-01-01', ((n - :first) * 1826 / (:last - :first + 1)) || ' days'),
    (chance >> 5) % 20 > 0, 100 + (chance >> 6) % 300 * ((chance >> 9) % 300), (chance >> 7) % 24
  FROM made
)
INSERT INTO sales_order (customer_id, platform, shop, order_key, order_number, ordered_on, ordered_at_local, status,
  is_cancellation, is_counted, paid_minor, refunded_minor, net_minor, created_at, updated_at)
SELECT customer_id, 'taobao', '样例二店', 'n:5' || n, '5' || n, ordered_on, ordered_on || printf('T%02d:00:00', hour),
  iif(is_counted, 'completed', 'closed'), 0, is_counted, paid_minor, 0, paid_minor,
  '2024-12-31T00:00:00.000Z', '2024-12-31T00:00:00.000Z'
FROM bought`

function insertOrders(db: WritableDb, customers: number, orders: number): void {
  const values: Readonly<Record<string, number>> = {
    first: 1_000_000_000 + customers / 2 + 1,
    last: 1_000_000_000 + orders,
    customers,
  }
  const sql = insertOrdersSql.replaceAll(/:(\w+)/g, (_, name: string) => String(values[name]))
  db.prepare(sql).run()
}
