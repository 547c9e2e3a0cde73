import type { WritableDb } from '#main/database/db.ts'

const isRevenue = "status IN ('paid', 'shipped', 'completed')"
/** Platforms close an order once all its money went back: it earned nothing, and it is a return. */
const isReturn = `refunded_minor > 0 OR (is_cancellation = 1 AND ${isRevenue})`

/** The totals of customers chosen by a condition on `customer.customer_id`, from orders and opening balances. */
function replaceSql(condition: string): string {
  return `
REPLACE INTO customer_total (customer_id, order_count, spend_minor, return_count, first_on, last_on)
SELECT customer_id, sum(order_count), sum(spend_minor), sum(return_count), min(first_on), max(last_on) FROM (
  SELECT customer_id, 0 AS order_count, 0 AS spend_minor, 0 AS return_count, NULL AS first_on, NULL AS last_on
  FROM customer WHERE customer_id ${condition}
  UNION ALL
  SELECT customer_id, sum(is_counted), sum(CASE WHEN ${isRevenue} THEN net_minor ELSE 0 END),
    sum(CASE WHEN ${isReturn} THEN 1 ELSE 0 END),
    min(CASE WHEN is_counted = 1 THEN ordered_on END), max(CASE WHEN is_counted = 1 THEN ordered_on END)
  FROM sales_order WHERE deleted_at IS NULL AND customer_id ${condition} GROUP BY customer_id
  UNION ALL
  SELECT customer_id, order_count, spend_minor, return_count, first_on, last_on
  FROM opening_balance WHERE customer_id ${condition}
) GROUP BY customer_id HAVING customer_id IN (SELECT customer_id FROM customer WHERE customer_id ${condition})`
}

/** Computes the totals of listed customers anew; ids as a JSON array. */
export function replaceTotals(db: WritableDb, customerIds: readonly number[]): void {
  const ids = JSON.stringify(customerIds)
  db.prepare(replaceSql('IN (SELECT value FROM json_each(?))')).run(ids, ids, ids, ids)
}

/** Computes the totals of an id range anew. */
export function replaceTotalsOfRange(db: WritableDb, firstId: number, lastId: number): void {
  db.prepare(replaceSql(`BETWEEN ${Math.trunc(firstId)} AND ${Math.trunc(lastId)}`)).run()
}
