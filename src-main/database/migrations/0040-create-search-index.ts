/** The search index: tokens are written by the program, never by the tokenizer; rows to be indexed wait in a queue. */
export const createSearchIndex = {
  version: 40,
  name: 'create-search-index',
  sql: `
CREATE VIRTUAL TABLE search_key USING fts5 (tokens, content='', contentless_delete=1, detail=none, tokenize='unicode61');
CREATE VIRTUAL TABLE search_all USING fts5 (tokens, content='', contentless_delete=1, detail=none, tokenize='unicode61');

CREATE TABLE search_queue (
  customer_id INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE customer_pinyin (
  customer_id INTEGER NOT NULL,
  reading TEXT NOT NULL,
  PRIMARY KEY (reading, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_pinyin_customer_id ON customer_pinyin (customer_id);
`,
} as const
