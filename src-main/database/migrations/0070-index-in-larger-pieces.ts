/**
 * Makes indexing cheaper. Who only bought something else waits in the queue with `is_card_new` 0: the entry of the key
 * fields stays. And the index merges its pieces later (16 of a size, not 4; removals when they are nearly all of a
 * piece, not a tenth): writing entries anew cost six times as much before. Pieces are merged to the end when idle.
 */
export const indexInLargerPieces = {
  version: 70,
  name: 'index-in-larger-pieces',
  sql: `
ALTER TABLE search_queue ADD COLUMN is_card_new INTEGER NOT NULL DEFAULT 1 CHECK (is_card_new IN (0, 1));

INSERT INTO search_key (search_key, rank) VALUES ('automerge', 16);
INSERT INTO search_key (search_key, rank) VALUES ('crisismerge', 32);
INSERT INTO search_key (search_key, rank) VALUES ('deletemerge', 90);
INSERT INTO search_all (search_all, rank) VALUES ('automerge', 16);
INSERT INTO search_all (search_all, rank) VALUES ('crisismerge', 32);
INSERT INTO search_all (search_all, rank) VALUES ('deletemerge', 90);
`,
} as const
