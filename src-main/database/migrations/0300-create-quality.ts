/**
 * Lets an archive say how sure it is of what it holds: the day on which a file was last confirmed, where a value of a card
 * comes from and who verified it, cells that an import could not take over, and findings that are right as they are. The
 * indexes hold only what may be wrong, so that counting it opens no card. Two groups of fields come with it: 装订, under which
 * class code, binder, volume and page the printed file is found, and 信息采集, from which channel and by which method its facts
 * came. Class codes are the shop's own: their list begins empty.
 */
export const createQuality = {
  version: 300,
  name: 'create-quality',
  sql: `
ALTER TABLE customer ADD COLUMN confirmed_on TEXT;
CREATE INDEX customer_known_on ON customer
  (max(coalesce(confirmed_on, ''), coalesce(facts_on, substr(created_at, 1, 10))), customer_id)
  WHERE deleted_at IS NULL;
CREATE INDEX customer_birth_on ON customer (birth_on) WHERE birth_on IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_with_id_number ON customer (customer_id) WHERE id_number IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX contact_point_odd_phone ON contact_point (customer_id, value)
  WHERE kind = 'phone' AND instr(value, '*') = 0
    AND match_key NOT GLOB '1[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]';
CREATE INDEX contact_point_without_region ON contact_point (customer_id, value)
  WHERE kind = 'address' AND region_confidence IS NOT NULL AND (province IS NULL OR region_confidence = 'unclear');

CREATE TABLE field_source (
  field_source_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  subject TEXT NOT NULL,
  value TEXT NOT NULL,
  source_option_id INTEGER REFERENCES field_option (field_option_id),
  method_option_id INTEGER REFERENCES field_option (field_option_id),
  stated_on TEXT,
  verifier TEXT,
  second_method_option_id INTEGER REFERENCES field_option (field_option_id),
  second_on TEXT,
  second_verifier TEXT,
  note TEXT,
  UNIQUE (customer_id, subject)
) STRICT;

CREATE TABLE quality_decision (
  quality_decision_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT,
  decided_on TEXT NOT NULL,
  UNIQUE (customer_id, kind, value)
) STRICT;

CREATE TABLE cell_issue (
  cell_issue_id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_batch_id INTEGER NOT NULL REFERENCES import_batch (import_batch_id),
  row_number INTEGER NOT NULL,
  column_index INTEGER NOT NULL,
  customer_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'birthday', 'id-number', 'damaged', 'unread')),
  code TEXT NOT NULL,
  text TEXT NOT NULL,
  stored TEXT
) STRICT;
CREATE INDEX cell_issue_kind ON cell_issue (kind, customer_id);
CREATE INDEX cell_issue_customer_id ON cell_issue (customer_id);

INSERT INTO field_group (code, tab, position)
  SELECT 'filing', 'basic', coalesce(max(position), 0) + 1 FROM field_group;
INSERT INTO field_group (code, tab, position)
  SELECT 'collection', 'basic', coalesce(max(position), 0) + 1 FROM field_group;

INSERT INTO field_definition (field_group_id, code, value_kind, position)
  SELECT field_group_id, field.code, field.kind, field.position FROM field_group CROSS JOIN (
    SELECT 'filing' AS owner, 'class-code' AS code, 'choice' AS kind, 1 AS position
    UNION ALL SELECT 'filing', 'binder', 'text', 2
    UNION ALL SELECT 'filing', 'volume', 'text', 3
    UNION ALL SELECT 'filing', 'page', 'text', 4
    UNION ALL SELECT 'collection', 'collection-source', 'choice', 1
    UNION ALL SELECT 'collection', 'collection-method', 'choice', 2
  ) AS field ON field_group.code = field.owner
  ORDER BY field_group_id, field.position;

INSERT INTO field_option (field_id, code, position)
  SELECT field_id, value, key + 1 FROM field_definition
  CROSS JOIN json_each('["direct.survey","direct.marketing","direct.service","direct.outlet","direct.fair","direct.contact",
    "indirect.web-search","indirect.database","indirect.exhibition","indirect.old-customer","indirect.institute",
    "indirect.government","indirect.bank-telecom","indirect.media",
    "online.search-engine","online.industry-site","online.company-site","online.portal","online.institute-site",
    "online.forum",
    "offline.press","offline.trade-fair","offline.government","offline.old-customer","offline.client-firm",
    "offline.conference","offline.related-trade","offline.competitor",
    "nature.personal","nature.commercial","nature.public","nature.experience"]')
  WHERE field_definition.code = 'collection-source' ORDER BY key;

INSERT INTO field_option (field_id, code, position)
  SELECT field_id, value, key + 1 FROM field_definition
  CROSS JOIN json_each('["interview","observation","mail-form","web-form","e-mail-form","phone-form","mobile-form"]')
  WHERE field_definition.code = 'collection-method' ORDER BY key;
`,
} as const
