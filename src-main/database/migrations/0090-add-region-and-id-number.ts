/**
 * Gives addresses the region that was read out of them, customers a resident ID number, and orders the day up to which the
 * file reached that their values are of. Nothing is computed here: what is blank is filled at the next write.
 */
export const addRegionAndIdNumber = {
  version: 90,
  name: 'add-region-and-id-number',
  sql: `
ALTER TABLE customer ADD COLUMN id_number TEXT;

ALTER TABLE contact_point ADD COLUMN region_code TEXT;
ALTER TABLE contact_point ADD COLUMN province TEXT;
ALTER TABLE contact_point ADD COLUMN city TEXT;
ALTER TABLE contact_point ADD COLUMN district TEXT;
ALTER TABLE contact_point ADD COLUMN region_confidence TEXT
  CHECK (region_confidence IN ('given', 'exact', 'likely', 'unclear', 'corrected'));
CREATE INDEX contact_point_corrected ON contact_point (match_key) WHERE region_confidence = 'corrected';

ALTER TABLE sales_order ADD COLUMN facts_on TEXT;
`,
} as const
