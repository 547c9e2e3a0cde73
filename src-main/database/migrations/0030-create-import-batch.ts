/** What was imported, row by row, and the one change log that undo, history and put-back read; audit apart from it. */
export const createImportBatch = {
  version: 30,
  name: 'create-import-batch',
  sql: `
CREATE TABLE import_batch (
  import_batch_id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN ('committed', 'undone')),
  kind TEXT NOT NULL CHECK (kind IN ('customers', 'orders')),
  file_name TEXT NOT NULL,
  file_size_bytes INTEGER NOT NULL,
  file_sha256 TEXT NOT NULL,
  sheet_name TEXT NOT NULL,
  header_row INTEGER NOT NULL,
  encoding TEXT,
  platform TEXT NOT NULL,
  shop TEXT NOT NULL,
  mapping TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  created_count INTEGER NOT NULL,
  updated_count INTEGER NOT NULL,
  unchanged_count INTEGER NOT NULL,
  rejected_count INTEGER NOT NULL,
  customers_created INTEGER NOT NULL,
  orders_created INTEGER NOT NULL,
  lines_created INTEGER NOT NULL,
  rows_without_customer INTEGER NOT NULL,
  committed_at TEXT NOT NULL,
  elapsed_ms INTEGER NOT NULL,
  undone_at TEXT
) STRICT;

CREATE TABLE import_row (
  import_batch_id INTEGER NOT NULL REFERENCES import_batch (import_batch_id),
  row_number INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('created', 'updated', 'unchanged', 'rejected')),
  customer_id INTEGER,
  sales_order_id INTEGER,
  reason TEXT,
  column_index INTEGER,
  PRIMARY KEY (import_batch_id, row_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_cells (
  import_batch_id INTEGER NOT NULL REFERENCES import_batch (import_batch_id),
  first_row_number INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  cells BLOB NOT NULL,
  PRIMARY KEY (import_batch_id, first_row_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE change_set (
  change_set_id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  made_at TEXT NOT NULL,
  import_batch_id INTEGER REFERENCES import_batch (import_batch_id),
  undoes_change_set_id INTEGER REFERENCES change_set (change_set_id),
  undone_by_change_set_id INTEGER
) STRICT;
CREATE INDEX change_set_import_batch_id ON change_set (import_batch_id) WHERE import_batch_id IS NOT NULL;

CREATE TABLE change (
  change_id INTEGER PRIMARY KEY AUTOINCREMENT,
  change_set_id INTEGER NOT NULL REFERENCES change_set (change_set_id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  before ANY,
  after ANY
) STRICT;
CREATE INDEX change_change_set_id ON change (change_set_id);
CREATE INDEX change_row ON change (table_name, row_id, column_name, change_id);

CREATE TABLE created_range (
  change_set_id INTEGER NOT NULL REFERENCES change_set (change_set_id),
  table_name TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  PRIMARY KEY (change_set_id, table_name, first_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_event (
  audit_event_id INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
`,
} as const
