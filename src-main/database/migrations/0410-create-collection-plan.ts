/**
 * Keeps plans of collecting information: what for, which kinds of it, how far, about whom, by which method, by whom and when.
 * What is stated about a value can name the plan under which it was collected.
 */
export const createCollectionPlan = {
  version: 410,
  name: 'create-collection-plan',
  sql: `
CREATE TABLE collection_plan (
  collection_plan_id INTEGER PRIMARY KEY AUTOINCREMENT,
  goal TEXT NOT NULL,
  kinds TEXT,
  scope TEXT,
  target_group TEXT,
  method_option_id INTEGER REFERENCES field_option (field_option_id),
  people TEXT,
  from_on TEXT,
  to_on TEXT
) STRICT;

ALTER TABLE field_source ADD COLUMN collection_plan_id INTEGER REFERENCES collection_plan (collection_plan_id);
CREATE INDEX field_source_collection_plan_id ON field_source (collection_plan_id) WHERE collection_plan_id IS NOT NULL;
`,
} as const
