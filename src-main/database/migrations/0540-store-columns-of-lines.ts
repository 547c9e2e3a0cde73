/**
 * Stores columns of order lines and of the hours of orders beside those of customers and orders, each once an analysis asked for them.
 * What was stored is let go: it is derived data, and made again from the rows.
 */
export const storeColumnsOfLines = {
  version: 540,
  name: 'store-columns-of-lines',
  sql: `
DELETE FROM stale_row;
DELETE FROM column_chunk;
DROP TABLE column_source;
CREATE TABLE column_source (
  source TEXT PRIMARY KEY CHECK (source IN ('customer', 'sales_order', 'order_time', 'order_line')),
  format INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  last_change_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER order_time_updated AFTER UPDATE OF ordered_at_local ON sales_order
WHEN new.sales_order_id <= (SELECT last_id FROM column_source WHERE source = 'order_time')
BEGIN
  INSERT INTO stale_row VALUES ('order_time', new.sales_order_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER order_time_removed AFTER DELETE ON sales_order
WHEN old.sales_order_id <= (SELECT last_id FROM column_source WHERE source = 'order_time')
BEGIN
  INSERT INTO stale_row VALUES ('order_time', old.sales_order_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER order_line_updated
AFTER UPDATE OF sales_order_id, product_id, quantity, unit_price_micro, net_minor, refunded_minor ON order_line
WHEN new.order_line_id <= (SELECT last_id FROM column_source WHERE source = 'order_line')
BEGIN
  INSERT INTO stale_row VALUES ('order_line', new.order_line_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER order_line_removed AFTER DELETE ON order_line
WHEN old.order_line_id <= (SELECT last_id FROM column_source WHERE source = 'order_line')
BEGIN
  INSERT INTO stale_row VALUES ('order_line', old.order_line_id) ON CONFLICT DO NOTHING;
END;
`,
} as const
