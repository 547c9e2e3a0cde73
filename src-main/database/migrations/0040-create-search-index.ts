/**
 * The search index: tokens are written by the program; the tokenizer `ascii` only parts them at blanks and keeps every
 * character above U+007F. Rows to be indexed wait in a queue. The end of an order number is found by its last six
 * characters.
 */
export const createSearchIndex = {
  version: 40,
  name: 'create-search-index',
  sql: `
CREATE VIRTUAL TABLE search_key USING fts5 (tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE search_all USING fts5 (tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');

INSERT INTO search_key (search_key, rank) VALUES ('usermerge', 2);
INSERT INTO search_all (search_all, rank) VALUES ('usermerge', 2);

CREATE TABLE search_queue (
  customer_id INTEGER PRIMARY KEY
) STRICT;

CREATE INDEX sales_order_order_number_end ON sales_order (substr(order_number, -6), customer_id)
  WHERE order_number IS NOT NULL;
`,
} as const
