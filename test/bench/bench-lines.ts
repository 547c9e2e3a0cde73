import type { WritableDb } from '#main/database/db.ts'
import { type BenchShop, withWriter } from './bench-shop.ts'

/** Two lines an order on the average, and a category for each product: what a shop of 500 products in 20 categories sells. */
const insertLinesSql = `
INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, unit_price_micro, net_minor, refunded_minor)
SELECT sales_order_id, number, 1 + (mixed % 500) * ((mixed >> 4) % 500) / 500, '样例', 1, NULL, net_minor / 2, 0
FROM (
  SELECT sales_order_id, net_minor, number,
    ((sales_order_id * 3 + number) * 1103515245 + 12345) >> 8 & 1048575 AS mixed
  FROM sales_order CROSS JOIN (SELECT 1 AS number UNION ALL SELECT 2 UNION ALL SELECT 3)
)
WHERE (number = 1 OR (sales_order_id + number) % 2 = 0)
  AND sales_order_id > (SELECT ifnull(max(sales_order_id), 0) FROM order_line)`

/** Gives the orders behind the last one with lines theirs. Cost: about a minute for 2,000,000 orders. */
export function fillLines(shop: BenchShop): void {
  withWriter(shop.folder, ({ db }) => db.transaction(() => insertLines(db)))
}

/** The indexes are taken away and made again from their own text: that is faster. */
function insertLines(db: WritableDb): void {
  const indexes = db
    .prepareRead<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'order_line' AND sql IS NOT NULL",
    )
    .all()
  for (const { name } of indexes) db.prepare(`DROP INDEX ${name}`).run()
  db.prepare(insertLinesSql).run()
  db.prepare("UPDATE product SET category = '样例类' || product_id % 20").run()
  for (const { sql } of indexes) db.prepare(sql).run()
}
