/**
 * Keeps how customers went through the funnel, step by step: the stage and what was judged on that day. The newest step up
 * to a day says where a customer stood; in the third stage the ability is the sub-type and is never left open.
 */
export const createFunnelStep = {
  version: 550,
  name: 'create-funnel-step',
  sql: `
CREATE TABLE funnel_step (
  funnel_step_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  moved_on TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('analysis', 'prospect', 'target', 'left')),
  intention TEXT CHECK (intention IN ('none', 'weak', 'clear')),
  intention_reason TEXT,
  ability TEXT CHECK (ability IN ('none', 'weak', 'strong')),
  ability_reason TEXT,
  demand TEXT CHECK (demand IN ('small', 'medium', 'large')),
  demand_note TEXT,
  note TEXT,
  CHECK (stage != 'target' OR (intention IS 'clear' AND ability IS NOT NULL))
) STRICT;
CREATE INDEX funnel_step_customer_id ON funnel_step (customer_id, moved_on, funnel_step_id);
`,
} as const
