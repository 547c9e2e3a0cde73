/**
 * Keeps what holds for everybody of a region, once for all customers there: culture, customs, room to grow, policy. `city` is
 * '' for a whole province.
 */
export const createRegionNote = {
  version: 360,
  name: 'create-region-note',
  sql: `
CREATE TABLE region_note (
  region_note_id INTEGER PRIMARY KEY AUTOINCREMENT,
  province TEXT NOT NULL,
  city TEXT NOT NULL,
  aspect TEXT NOT NULL CHECK (aspect IN ('culture', 'customs', 'potential', 'policy')),
  note TEXT NOT NULL,
  UNIQUE (province, city, aspect)
) STRICT;
`,
} as const
