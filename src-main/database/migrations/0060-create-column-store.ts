/**
 * Makes the store of columns: what the analyses read of customers and orders, packed column by column in chunks of 65,536
 * rows. It is derived data: a store that is missing or of another format is made again from the rows.
 *
 * The triggers note which stored rows were written since, whoever wrote them. They are idle while nothing is stored, and for
 * rows above `last_id`, which are read from their table anyway. A row that comes back under its old id is found in the
 * change log behind `last_change_id`: a trigger for new rows would make them a quarter dearer.
 */
export const createColumnStore = {
  version: 60,
  name: 'create-column-store',
  sql: `
CREATE TABLE column_source (
  source TEXT PRIMARY KEY CHECK (source IN ('customer', 'sales_order')),
  format INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  last_change_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE column_chunk (
  source TEXT NOT NULL,
  column_name TEXT NOT NULL,
  chunk_number INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  first_value INTEGER NOT NULL,
  least_value INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (source, column_name, chunk_number)
) STRICT;

CREATE TABLE stale_row (
  source TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  PRIMARY KEY (source, row_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER customer_updated AFTER UPDATE OF created_at, contact_refused_on, deleted_at ON customer
WHEN new.customer_id <= (SELECT last_id FROM column_source WHERE source = 'customer')
BEGIN
  INSERT INTO stale_row VALUES ('customer', new.customer_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER customer_removed AFTER DELETE ON customer
WHEN old.customer_id <= (SELECT last_id FROM column_source WHERE source = 'customer')
BEGIN
  INSERT INTO stale_row VALUES ('customer', old.customer_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER sales_order_updated
AFTER UPDATE OF customer_id, ordered_on, status, net_minor, is_counted, deleted_at ON sales_order
WHEN new.sales_order_id <= (SELECT last_id FROM column_source WHERE source = 'sales_order')
BEGIN
  INSERT INTO stale_row VALUES ('sales_order', new.sales_order_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER sales_order_removed AFTER DELETE ON sales_order
WHEN old.sales_order_id <= (SELECT last_id FROM column_source WHERE source = 'sales_order')
BEGIN
  INSERT INTO stale_row VALUES ('sales_order', old.sales_order_id) ON CONFLICT DO NOTHING;
END;
`,
} as const
