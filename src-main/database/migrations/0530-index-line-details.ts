/** Names the items of orders that say what they are like, for the search, and has their buyers indexed anew. */
export const indexLineDetails = {
  version: 530,
  name: 'index-line-details',
  sql: `
CREATE INDEX order_line_details ON order_line (sales_order_id) WHERE details IS NOT NULL;
INSERT INTO search_queue (customer_id, is_card_new)
  SELECT DISTINCT customer_id, 0 FROM order_line JOIN sales_order USING (sales_order_id)
  WHERE details IS NOT NULL AND customer_id IS NOT NULL
  ON CONFLICT (customer_id) DO NOTHING;
`,
} as const
