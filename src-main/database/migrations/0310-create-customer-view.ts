/** Makes the ways of looking at the customer list that were given a name: filter, order and columns as JSON. */
export const createCustomerView = {
  version: 310,
  name: 'create-customer-view',
  sql: `
CREATE TABLE customer_view (
  customer_view_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
`,
} as const
