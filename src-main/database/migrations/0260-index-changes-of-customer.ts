/**
 * Leads from a customer to the contact points, tags and values that were put on the file or taken off it one by one: the
 * change log keeps such a row whole, with the customer in it, also when the row itself is gone.
 */
export const indexChangesOfCustomer = {
  version: 260,
  name: 'index-changes-of-customer',
  sql: `
CREATE INDEX change_customer_id ON change (json_extract(coalesce(before, after), '$.customer_id'))
  WHERE column_name = '*';
`,
} as const
