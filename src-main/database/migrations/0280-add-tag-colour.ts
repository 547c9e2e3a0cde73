/** Gives tags a colour and a last day; after it they leave the customers they are on. */
export const addTagColour = {
  version: 280,
  name: 'add-tag-colour',
  sql: `
ALTER TABLE tag ADD COLUMN color TEXT CHECK (color IN ('green', 'blue', 'amber', 'red'));
ALTER TABLE tag ADD COLUMN expires_on TEXT;
CREATE INDEX tag_expires_on ON tag (expires_on) WHERE expires_on IS NOT NULL;
`,
} as const
