import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'

const columns = ['order_line_id', 'order_line.product_id', 'details', 'picture'] as const

/** Finds an item of an order outside the bin. Empty: undefined. */
export function findLine(db: ReadableDb, orderLineId: number) {
  return db.get(
    sqlBuilder
      .selectFrom('order_line')
      .innerJoin('sales_order', 'sales_order.sales_order_id', 'order_line.sales_order_id')
      .select(columns)
      .where('order_line_id', '=', orderLineId)
      .where('deleted_at', 'is', null),
  )
}

/** The items of a product; public for the query-plan test. */
export const linesOfProduct = (productId: number) =>
  sqlBuilder.selectFrom('order_line').select(columns).where('product_id', '=', productId)

/** Lists the items of a product, in whatever order they stand. */
export function listLinesOfProduct(db: ReadableDb, productId: number) {
  return db.all(linesOfProduct(productId))
}

/** The buyers of some items; public for the query-plan test. */
export const buyersOfLinesSql = `SELECT DISTINCT customer_id FROM json_each(?) AS wanted
  CROSS JOIN order_line ON order_line_id = wanted.value CROSS JOIN sales_order USING (sales_order_id)
  WHERE customer_id IS NOT NULL`

/** Lists the buyers of some items. */
export function listBuyersOfLines(db: ReadableDb, orderLineIds: readonly number[]): number[] {
  return db
    .prepareRead<{ customer_id: number }>(buyersOfLinesSql)
    .all(JSON.stringify(orderLineIds))
    .map(row => row.customer_id)
}

/** Writes what an item is like. */
export function updateLineContent(
  db: WritableDb,
  orderLineId: number,
  content: { readonly details: string | null; readonly picture: string | null },
): void {
  db.run(sqlBuilder.updateTable('order_line').set(content).where('order_line_id', '=', orderLineId))
}
