/** Customers, how to reach them, by which keys shops know them, their tags, and the counters that an undo never lowers. */
export const createCustomer = {
  version: 10,
  name: 'create-customer',
  sql: `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_revision (
  topic TEXT PRIMARY KEY CHECK (topic IN ('customers', 'orders', 'rules')),
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO topic_revision VALUES ('customers', 0), ('orders', 0), ('rules', 0);

CREATE TABLE customer (
  customer_id INTEGER PRIMARY KEY AUTOINCREMENT,
  archive_number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('individual', 'company')),
  card_type TEXT NOT NULL CHECK (card_type IN ('lead', 'active', 'former')),
  name TEXT NOT NULL,
  name_sort TEXT NOT NULL,
  gender TEXT CHECK (gender IN ('female', 'male')),
  birth_on TEXT,
  occupation TEXT,
  source TEXT,
  note TEXT,
  legacy_number TEXT,
  contact_refused_on TEXT,
  facts_on TEXT,
  import_batch_id INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  merged_into_id INTEGER REFERENCES customer (customer_id)
) STRICT;
CREATE INDEX customer_name_sort ON customer (name_sort, customer_id) WHERE deleted_at IS NULL;
CREATE INDEX customer_updated_at ON customer (updated_at, customer_id) WHERE deleted_at IS NULL;
CREATE INDEX customer_merged_into_id ON customer (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX customer_live ON customer (customer_id) WHERE deleted_at IS NULL;

CREATE TABLE contact_point (
  contact_point_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'address', 'email', 'wechat')),
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  match_key TEXT NOT NULL,
  UNIQUE (customer_id, kind, match_key)
) STRICT;
CREATE INDEX contact_point_customer_id ON contact_point (customer_id, kind, position);
CREATE INDEX contact_point_match_key ON contact_point (match_key, kind, customer_id);

CREATE TABLE customer_identity (
  customer_identity_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  kind TEXT NOT NULL CHECK (kind IN ('buyer-id', 'legacy-number', 'row-hash')),
  platform TEXT NOT NULL,
  shop TEXT NOT NULL,
  value TEXT NOT NULL,
  nickname TEXT,
  UNIQUE (kind, platform, shop, value)
) STRICT;
CREATE INDEX customer_identity_customer_id ON customer_identity (customer_id);

CREATE TABLE tag (
  tag_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE customer_tag (
  customer_tag_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  tag_id INTEGER NOT NULL REFERENCES tag (tag_id),
  UNIQUE (customer_id, tag_id)
) STRICT;
CREATE INDEX customer_tag_tag_id ON customer_tag (tag_id, customer_id);
`,
} as const
