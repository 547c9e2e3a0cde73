/**
 * Adds the fields of a customer file beyond the default card: groups of fields by tab, their fields and choices, and the
 * values of customers. The groups and fields that come with the program have a code and no name: their names are in the
 * catalogue until they are renamed. Groups that hold what a shop rarely needs are off until a purpose is written down.
 */
export const createFieldDefinition = {
  version: 200,
  name: 'create-field-definition',
  sql: `
CREATE TABLE field_group (
  field_group_id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  name TEXT,
  tab TEXT NOT NULL CHECK (tab IN ('basic', 'attitude', 'behaviour', 'business', 'trade')),
  customer_kind TEXT CHECK (customer_kind IN ('individual', 'company')),
  position INTEGER NOT NULL,
  is_sensitive INTEGER NOT NULL DEFAULT 0 CHECK (is_sensitive IN (0, 1)),
  is_on INTEGER NOT NULL DEFAULT 1 CHECK (is_on IN (0, 1)),
  purpose TEXT,
  CHECK (code IS NOT NULL OR name IS NOT NULL),
  CHECK (is_sensitive = 0 OR is_on = 0 OR purpose IS NOT NULL)
) STRICT;

CREATE TABLE field_definition (
  field_id INTEGER PRIMARY KEY AUTOINCREMENT,
  field_group_id INTEGER NOT NULL REFERENCES field_group (field_group_id),
  code TEXT UNIQUE,
  name TEXT,
  value_kind TEXT NOT NULL CHECK (value_kind IN ('text', 'number', 'money', 'day', 'choice', 'choices', 'yes-no')),
  position INTEGER NOT NULL,
  is_required INTEGER NOT NULL DEFAULT 0 CHECK (is_required IN (0, 1)),
  default_value TEXT,
  hidden_at TEXT,
  CHECK (code IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX field_definition_field_group_id ON field_definition (field_group_id);

CREATE TABLE field_option (
  field_option_id INTEGER PRIMARY KEY AUTOINCREMENT,
  field_id INTEGER NOT NULL REFERENCES field_definition (field_id),
  code TEXT,
  name TEXT,
  position INTEGER NOT NULL,
  hidden_at TEXT,
  CHECK (code IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX field_option_field_id ON field_option (field_id);

CREATE TABLE field_value (
  field_value_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  field_id INTEGER NOT NULL REFERENCES field_definition (field_id),
  position INTEGER NOT NULL,
  value ANY NOT NULL,
  UNIQUE (customer_id, field_id, position)
) STRICT;
CREATE INDEX field_value_field_id ON field_value (field_id, value, customer_id);

INSERT INTO field_group (field_group_id, code, tab, customer_kind, position, is_sensitive, is_on) VALUES
  (1, 'self', 'basic', 'individual', 1, 0, 1),
  (2, 'family', 'basic', 'individual', 2, 0, 1),
  (3, 'career', 'basic', 'individual', 3, 0, 1),
  (4, 'personality', 'attitude', 'individual', 4, 0, 1),
  (5, 'life', 'attitude', 'individual', 5, 0, 1),
  (6, 'education', 'attitude', 'individual', 6, 0, 1),
  (7, 'belief', 'attitude', 'individual', 7, 1, 0),
  (8, 'purchase-motive', 'behaviour', 'individual', 8, 0, 1),
  (9, 'purchase-kinds', 'behaviour', 'individual', 9, 0, 1),
  (10, 'purchase-channels', 'behaviour', 'individual', 10, 0, 1),
  (11, 'company-facts', 'basic', 'company', 11, 0, 1),
  (12, 'company-business', 'business', 'company', 12, 0, 1),
  (13, 'company-management', 'business', 'company', 13, 0, 1),
  (14, 'company-terms', 'trade', 'company', 14, 0, 1),
  (15, 'trade-state', 'trade', NULL, 15, 0, 1);

INSERT INTO field_definition (field_id, field_group_id, code, value_kind, position) VALUES
  (1, 1, 'native-place', 'text', 1),
  (2, 1, 'ability', 'text', 2),
  (3, 1, 'experience', 'text', 3),
  (4, 2, 'marital-status', 'choice', 1),
  (5, 2, 'family-members', 'text', 2),
  (6, 2, 'children', 'text', 3),
  (7, 3, 'employer', 'text', 1),
  (8, 3, 'job-title', 'text', 2),
  (9, 3, 'income-level', 'choice', 3),
  (10, 4, 'character', 'text', 1),
  (11, 5, 'interests', 'text', 1),
  (12, 5, 'hobbies', 'text', 2),
  (13, 5, 'lifestyle', 'text', 3),
  (14, 6, 'education-level', 'choice', 1),
  (15, 6, 'school', 'text', 2),
  (16, 7, 'belief', 'text', 1),
  (17, 8, 'purchase-motive', 'text', 1),
  (18, 9, 'purchase-kinds', 'text', 1),
  (19, 9, 'brand-preference', 'text', 2),
  (20, 10, 'purchase-channels', 'choices', 1),
  (21, 11, 'founded-on', 'day', 1),
  (22, 11, 'industry', 'text', 2),
  (23, 11, 'company-size', 'choice', 3),
  (24, 12, 'sales-ability', 'text', 1),
  (25, 12, 'sales-results', 'text', 2),
  (26, 12, 'growth-potential', 'text', 3),
  (27, 12, 'strengths', 'text', 4),
  (28, 12, 'weaknesses', 'text', 5),
  (29, 13, 'business-philosophy', 'text', 1),
  (30, 13, 'management-ability', 'text', 2),
  (31, 13, 'reputation', 'text', 3),
  (32, 14, 'trade-terms', 'text', 1),
  (33, 14, 'credit-grade', 'choice', 2),
  (34, 14, 'relationship', 'choice', 3),
  (35, 14, 'willingness', 'choice', 4),
  (36, 15, 'trade-problems', 'text', 1),
  (37, 15, 'trade-potential', 'text', 2),
  (38, 15, 'financial-state', 'text', 3),
  (39, 15, 'credit-state', 'text', 4);

INSERT INTO field_option (field_option_id, field_id, code, position) VALUES
  (1, 4, 'single', 1), (2, 4, 'married', 2), (3, 4, 'other', 3),
  (4, 9, 'low', 1), (5, 9, 'middle', 2), (6, 9, 'high', 3),
  (7, 14, 'primary-school', 1), (8, 14, 'middle-school', 2), (9, 14, 'high-school', 3), (10, 14, 'college', 4),
  (11, 14, 'bachelor', 5), (12, 14, 'postgraduate', 6),
  (13, 20, 'online-shop', 1), (14, 20, 'live-stream', 2), (15, 20, 'wechat', 3), (16, 20, 'street-shop', 4),
  (17, 20, 'phone', 5), (18, 20, 'recommendation', 6),
  (19, 23, 'micro', 1), (20, 23, 'small', 2), (21, 23, 'medium', 3), (22, 23, 'large', 4),
  (23, 33, 'a', 1), (24, 33, 'b', 2), (25, 33, 'c', 3), (26, 33, 'd', 4),
  (27, 34, 'new', 1), (28, 34, 'ordinary', 2), (29, 34, 'good', 3), (30, 34, 'close', 4),
  (31, 35, 'low', 1), (32, 35, 'middle', 2), (33, 35, 'high', 3);
`,
} as const
