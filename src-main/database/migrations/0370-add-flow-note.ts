/** Keeps with each order where its goods went and what for. A small index names the orders that say so, for the search. */
export const addFlowNote = {
  version: 370,
  name: 'add-flow-note',
  sql: `
ALTER TABLE sales_order ADD COLUMN flow_note TEXT;
CREATE INDEX sales_order_flow_note ON sales_order (customer_id) WHERE flow_note IS NOT NULL;
`,
} as const
