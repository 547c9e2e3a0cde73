/**
 * Keeps what is noted about the credit of customers: financial statements, sheets by which it was judged, and what was agreed.
 * `content` is JSON, as each kind needs it.
 */
export const createCreditRecord = {
  version: 560,
  name: 'create-credit-record',
  sql: `
CREATE TABLE credit_record (
  credit_record_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  kind TEXT NOT NULL CHECK (kind IN ('statement', 'review', 'terms')),
  dated_on TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE INDEX credit_record_customer_id ON credit_record (customer_id, kind, dated_on);
`,
} as const
