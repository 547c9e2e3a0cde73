/**
 * What is remembered of the files of each source, and the operator's own presets. `columns_before` is what was remembered
 * before the import named beside it, for when that import is taken back. Imports of earlier versions are taken over: the
 * newest of each source and heading line; what their values looked like is not known.
 */
export const rememberMappings = {
  version: 80,
  name: 'remember-mappings',
  sql: `
CREATE TABLE import_profile (
  import_profile_id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('customers', 'orders')),
  platform TEXT NOT NULL,
  shop TEXT NOT NULL,
  header_row_count INTEGER NOT NULL,
  encoding TEXT,
  separator TEXT,
  columns TEXT NOT NULL,
  columns_before TEXT,
  file_names TEXT NOT NULL,
  options TEXT NOT NULL,
  import_batch_id INTEGER NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE INDEX import_profile_saved_at ON import_profile (saved_at);

INSERT INTO import_profile
  (kind, platform, shop, header_row_count, encoding, columns, file_names, options, import_batch_id, saved_at)
SELECT
  kind, platform, shop, 1, NULL,
  (SELECT json_group_array(json_object(
     'header', json_extract(value, '$.header'), 'field', json_extract(value, '$.field'), 'values', 'empty'))
   FROM json_each(mapping)),
  '[]', '{}', max(import_batch_id), committed_at
FROM import_batch
WHERE state = 'committed' AND mapping <> '[]'
GROUP BY kind, platform, shop, mapping;

CREATE TABLE import_preset (
  import_preset_id INTEGER PRIMARY KEY AUTOINCREMENT,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

INSERT INTO counter VALUES ('import-memory', 0);
`,
} as const
