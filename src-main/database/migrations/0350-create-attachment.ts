/**
 * Lets an archive keep files. `stored_file` has one row for each content that lies, encrypted, in the folder attachments/ under
 * its `content_name`; `attachment` ties it to a customer, under the name that the file had. Fields may hold a picture, too: the
 * table of fields is made anew for that, with all its rows.
 */
export const createAttachment = {
  version: 350,
  name: 'create-attachment',
  sql: `
CREATE TABLE stored_file (
  stored_file_id INTEGER PRIMARY KEY AUTOINCREMENT,
  content_name TEXT NOT NULL UNIQUE CHECK (length(content_name) = 64),
  thumbnail_name TEXT CHECK (length(thumbnail_name) = 64),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  stored_at TEXT NOT NULL
) STRICT;

CREATE TABLE attachment (
  attachment_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  stored_file_id INTEGER NOT NULL REFERENCES stored_file (stored_file_id),
  file_name TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_customer_id ON attachment (customer_id, added_at);
CREATE INDEX attachment_stored_file_id ON attachment (stored_file_id);

CREATE TABLE field_definition_with_image (
  field_id INTEGER PRIMARY KEY AUTOINCREMENT,
  field_group_id INTEGER NOT NULL REFERENCES field_group (field_group_id),
  code TEXT UNIQUE,
  name TEXT,
  value_kind TEXT NOT NULL
    CHECK (value_kind IN ('text', 'number', 'money', 'day', 'choice', 'choices', 'yes-no', 'image')),
  position INTEGER NOT NULL,
  is_required INTEGER NOT NULL DEFAULT 0 CHECK (is_required IN (0, 1)),
  default_value TEXT,
  hidden_at TEXT,
  CHECK (code IS NOT NULL OR name IS NOT NULL)
) STRICT;
INSERT INTO field_definition_with_image
  SELECT field_id, field_group_id, code, name, value_kind, position, is_required, default_value, hidden_at
  FROM field_definition;
UPDATE sqlite_sequence SET seq = max(seq, (SELECT seq FROM sqlite_sequence WHERE name = 'field_definition'))
  WHERE name = 'field_definition_with_image';
DROP TABLE field_definition;
ALTER TABLE field_definition_with_image RENAME TO field_definition;
CREATE INDEX field_definition_field_group_id ON field_definition (field_group_id);
`,
} as const
