/**
 * Makes merges of customers and what was decided about pairs. A customer can then hold several opening balances of one
 * source: the merged files bring one each, and both count.
 */
export const createCustomerMerge = {
  version: 100,
  name: 'create-customer-merge',
  sql: `
CREATE TABLE customer_merge (
  customer_merge_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id) ON DELETE CASCADE,
  survivor_id INTEGER NOT NULL REFERENCES customer (customer_id) ON DELETE CASCADE,
  import_batch_id INTEGER REFERENCES import_batch (import_batch_id),
  merged_at TEXT NOT NULL,
  first_change_id INTEGER NOT NULL,
  last_change_id INTEGER NOT NULL,
  last_ids TEXT NOT NULL,
  split_change_set_id INTEGER
) STRICT;
CREATE INDEX customer_merge_customer_id ON customer_merge (customer_id);
CREATE INDEX customer_merge_survivor_id ON customer_merge (survivor_id);
CREATE INDEX customer_merge_import_batch_id ON customer_merge (import_batch_id) WHERE import_batch_id IS NOT NULL;

CREATE TABLE customer_pair (
  customer_pair_id INTEGER PRIMARY KEY AUTOINCREMENT,
  low_id INTEGER NOT NULL REFERENCES customer (customer_id) ON DELETE CASCADE,
  high_id INTEGER NOT NULL REFERENCES customer (customer_id) ON DELETE CASCADE,
  decision TEXT NOT NULL CHECK (decision IN ('different', 'same-apart')),
  decided_at TEXT NOT NULL,
  UNIQUE (low_id, high_id),
  CHECK (low_id < high_id)
) STRICT;
CREATE INDEX customer_pair_high_id ON customer_pair (high_id);

CREATE TABLE opening_balance_of_merged (
  opening_balance_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  platform TEXT NOT NULL,
  shop TEXT NOT NULL,
  order_count INTEGER NOT NULL,
  spend_minor INTEGER NOT NULL,
  return_count INTEGER NOT NULL,
  first_on TEXT,
  last_on TEXT,
  covers_until_on TEXT NOT NULL
) STRICT;
INSERT INTO opening_balance_of_merged SELECT opening_balance_id, customer_id, platform, shop, order_count, spend_minor,
  return_count, first_on, last_on, covers_until_on FROM opening_balance;
DELETE FROM sqlite_sequence WHERE name = 'opening_balance_of_merged';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'opening_balance_of_merged', seq FROM sqlite_sequence WHERE name = 'opening_balance';
DROP TABLE opening_balance;
ALTER TABLE opening_balance_of_merged RENAME TO opening_balance;
CREATE INDEX opening_balance_customer_id ON opening_balance (customer_id, platform, shop);
`,
} as const
