/**
 * Lets an import say more of itself: how many known customers and orders it changed, which import's rejected rows its file
 * brought back corrected, and when, long after it was taken back, its original cells and old values were dropped.
 */
export const extendImportBatch = {
  version: 110,
  name: 'extend-import-batch',
  sql: `
ALTER TABLE import_batch ADD COLUMN customers_updated INTEGER;
ALTER TABLE import_batch ADD COLUMN orders_updated INTEGER;
ALTER TABLE import_batch ADD COLUMN corrects_import_batch_id INTEGER REFERENCES import_batch (import_batch_id);
ALTER TABLE import_batch ADD COLUMN forgotten_at TEXT;
CREATE INDEX import_batch_corrects ON import_batch (corrects_import_batch_id) WHERE corrects_import_batch_id IS NOT NULL;
CREATE INDEX import_batch_file ON import_batch (file_sha256, sheet_name);
`,
} as const
