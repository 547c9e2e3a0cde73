/**
 * Keeps segments that were given a name, with every version of their rules: a version is never changed. `frozen` tells of a list
 * that stays as it was on which day, from which data and which rule it came, with the keys of its customers.
 */
export const createSavedSegment = {
  version: 570,
  name: 'create-saved-segment',
  sql: `
CREATE TABLE saved_segment (
  saved_segment_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  frozen TEXT CHECK (frozen IS NULL OR json_valid(frozen))
) STRICT;
CREATE TABLE segment_version (
  segment_version_id INTEGER PRIMARY KEY AUTOINCREMENT,
  saved_segment_id INTEGER NOT NULL REFERENCES saved_segment (saved_segment_id),
  version INTEGER NOT NULL CHECK (version > 0),
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  made_at TEXT NOT NULL,
  UNIQUE (saved_segment_id, version)
) STRICT;
`,
} as const
