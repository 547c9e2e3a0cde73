/**
 * Keeps what a file has any number of, line by line: responsible persons of a company, competitors, correspondence, rewards
 * for taking part in a survey, notes of service. `content` is JSON, as each kind needs it.
 */
export const createFileEntry = {
  version: 330,
  name: 'create-file-entry',
  sql: `
CREATE TABLE file_entry (
  file_entry_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'competitor', 'correspondence', 'incentive', 'service')),
  happened_on TEXT,
  content TEXT NOT NULL CHECK (json_valid(content)),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX file_entry_customer_id ON file_entry (customer_id, kind, happened_on);
`,
} as const
