/** Products, sales orders with lines and refunds, opening balances of old archives, and the totals kept per customer. */
export const createSalesOrder = {
  version: 20,
  name: 'create-sales-order',
  sql: `
CREATE TABLE product (
  product_id INTEGER PRIMARY KEY AUTOINCREMENT,
  platform TEXT NOT NULL,
  shop TEXT NOT NULL,
  product_key TEXT NOT NULL,
  name TEXT NOT NULL,
  external_id TEXT,
  sku TEXT,
  merchant_code TEXT,
  category TEXT,
  UNIQUE (platform, shop, product_key)
) STRICT;

CREATE TABLE sales_order (
  sales_order_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER REFERENCES customer (customer_id),
  platform TEXT NOT NULL,
  shop TEXT NOT NULL,
  order_key TEXT NOT NULL,
  order_number TEXT,
  ordered_on TEXT NOT NULL,
  ordered_at_local TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('unpaid', 'paid', 'shipped', 'completed', 'closed')),
  status_text TEXT,
  is_cancellation INTEGER NOT NULL CHECK (is_cancellation IN (0, 1)),
  is_counted INTEGER NOT NULL CHECK (is_counted IN (0, 1)),
  paid_minor INTEGER NOT NULL,
  refunded_minor INTEGER NOT NULL,
  net_minor INTEGER NOT NULL,
  receiver_name TEXT,
  receiver_phone TEXT,
  receiver_address TEXT,
  note TEXT,
  import_batch_id INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  UNIQUE (platform, shop, order_key)
) STRICT;
CREATE INDEX sales_order_customer_id_ordered_on ON sales_order (customer_id, ordered_on, status, net_minor, is_counted, deleted_at);
CREATE INDEX sales_order_ordered_on ON sales_order (ordered_on, status, net_minor, is_counted, customer_id, deleted_at);
CREATE INDEX sales_order_order_number ON sales_order (order_number) WHERE order_number IS NOT NULL;

CREATE TABLE order_line (
  order_line_id INTEGER PRIMARY KEY AUTOINCREMENT,
  sales_order_id INTEGER NOT NULL REFERENCES sales_order (sales_order_id),
  line_number INTEGER NOT NULL,
  sub_order_number TEXT,
  product_id INTEGER REFERENCES product (product_id),
  title TEXT NOT NULL,
  attributes TEXT,
  quantity REAL NOT NULL,
  unit_price_micro INTEGER,
  net_minor INTEGER NOT NULL,
  refunded_minor INTEGER NOT NULL
) STRICT;
CREATE INDEX order_line_sales_order_id ON order_line (sales_order_id, line_number);
CREATE INDEX order_line_product_id ON order_line (product_id, sales_order_id);

CREATE TABLE refund (
  refund_id INTEGER PRIMARY KEY AUTOINCREMENT,
  sales_order_id INTEGER NOT NULL REFERENCES sales_order (sales_order_id),
  order_line_id INTEGER REFERENCES order_line (order_line_id),
  refunded_on TEXT NOT NULL,
  is_date_known INTEGER NOT NULL CHECK (is_date_known IN (0, 1)),
  refunded_minor INTEGER NOT NULL
) STRICT;
CREATE INDEX refund_sales_order_id ON refund (sales_order_id);
CREATE INDEX refund_order_line_id ON refund (order_line_id) WHERE order_line_id IS NOT NULL;

CREATE TABLE opening_balance (
  opening_balance_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  platform TEXT NOT NULL,
  shop TEXT NOT NULL,
  order_count INTEGER NOT NULL,
  spend_minor INTEGER NOT NULL,
  return_count INTEGER NOT NULL,
  first_on TEXT,
  last_on TEXT,
  covers_until_on TEXT NOT NULL,
  UNIQUE (customer_id, platform, shop)
) STRICT;

CREATE TABLE customer_total (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (customer_id) ON DELETE CASCADE,
  order_count INTEGER NOT NULL,
  spend_minor INTEGER NOT NULL,
  return_count INTEGER NOT NULL,
  first_on TEXT,
  last_on TEXT
) STRICT;
CREATE INDEX customer_total_last_on ON customer_total (last_on, customer_id);
CREATE INDEX customer_total_spend_minor ON customer_total (spend_minor, customer_id);
CREATE INDEX customer_total_order_count ON customer_total (order_count, customer_id);
`,
} as const
