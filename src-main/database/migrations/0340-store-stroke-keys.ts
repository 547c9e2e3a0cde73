/**
 * Keeps with each customer the key by which names are ordered by their strokes; NULL until the program, which knows the
 * strokes, has written it. A small index names the contact points that are not the first of their kind, so that the order by
 * phone or address is read from the index of keys that is there.
 */
export const storeStrokeKeys = {
  version: 340,
  name: 'store-stroke-keys',
  sql: `
ALTER TABLE customer ADD COLUMN name_strokes TEXT;
CREATE INDEX customer_name_strokes ON customer (name_strokes);
CREATE INDEX contact_point_further ON contact_point (contact_point_id) WHERE position > 0;
`,
} as const
