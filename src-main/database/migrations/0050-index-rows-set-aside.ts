/**
 * Makes indexes of the rows that lists and counts leave out, which are few: the bin, and documents that are no orders. A list
 * reads the index of its order and leaves these out; a count takes them away from all. Indexes of what is left would
 * cost every import. Lists by a total rely on every customer having totals.
 */
export const indexRowsSetAside = {
  version: 50,
  name: 'index-rows-set-aside',
  sql: `
CREATE INDEX customer_deleted_at ON customer (deleted_at, customer_id) WHERE deleted_at IS NOT NULL;
CREATE INDEX sales_order_set_aside ON sales_order (sales_order_id) WHERE deleted_at IS NOT NULL OR is_cancellation = 1;

INSERT INTO customer_total (customer_id, order_count, spend_minor, return_count, first_on, last_on)
SELECT customer_id, 0, 0, 0, NULL, NULL FROM customer
WHERE customer_id NOT IN (SELECT customer_id FROM customer_total);
`,
} as const
