/**
 * Keeps how a customer file went from card to card: from 潜在客户调查卡 to 现有客户卡 to 旧客户卡 and back, with the day, and with
 * the reason where trade stopped; the attempts to win a former customer back; and suggestions that the operator waved off.
 */
export const createCardChange = {
  version: 210,
  name: 'create-card-change',
  sql: `
CREATE TABLE card_change (
  card_change_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  before TEXT NOT NULL CHECK (before IN ('lead', 'active', 'former')),
  after TEXT NOT NULL CHECK (after IN ('lead', 'active', 'former')),
  changed_on TEXT NOT NULL,
  stop_reason TEXT CHECK (stop_reason IN
    ('price', 'quality', 'service', 'delivery', 'no-need', 'moved', 'competitor', 'other', 'unknown')),
  note TEXT,
  CHECK (stop_reason IS NULL OR after = 'former')
) STRICT;
CREATE INDEX card_change_customer_id ON card_change (customer_id, card_change_id);

CREATE TABLE win_back (
  win_back_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  tried_on TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('phone', 'message', 'visit', 'gift', 'offer', 'other')),
  outcome TEXT NOT NULL CHECK (outcome IN ('won', 'open', 'lost', 'unreachable')),
  note TEXT
) STRICT;
CREATE INDEX win_back_customer_id ON win_back (customer_id, tried_on);

CREATE TABLE card_dismissal (
  card_dismissal_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer (customer_id),
  card_type TEXT NOT NULL CHECK (card_type IN ('lead', 'active', 'former')),
  last_on TEXT,
  UNIQUE (customer_id, card_type)
) STRICT;
CREATE INDEX customer_card_type ON customer (card_type, customer_id) WHERE deleted_at IS NULL;
`,
} as const
