/**
 * Keeps with each item of an order what it is like, after the words of its trade (`details`, JSON), and a picture of it
 * (`picture`: the name of a stored file's content and of the file). A small index names the items that have one.
 */
export const addLineDetails = {
  version: 380,
  name: 'add-line-details',
  sql: `
ALTER TABLE order_line ADD COLUMN details TEXT CHECK (json_valid(details));
ALTER TABLE order_line ADD COLUMN picture TEXT;
CREATE INDEX order_line_picture ON order_line (picture) WHERE picture IS NOT NULL;
`,
} as const
