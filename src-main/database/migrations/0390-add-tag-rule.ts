/**
 * Lets a tag have a rule by which it comes and goes. What a rule put on keeps no customer and no tag alive, and gives way to
 * what is put on by hand.
 */
export const addTagRule = {
  version: 390,
  name: 'add-tag-rule',
  sql: `
ALTER TABLE tag ADD COLUMN rule TEXT CHECK (rule IS NULL OR json_valid(rule));
ALTER TABLE customer_tag ADD COLUMN by_rule INTEGER NOT NULL DEFAULT 0 CHECK (by_rule IN (0, 1));
CREATE INDEX customer_tag_by_rule ON customer_tag (tag_id, customer_id) WHERE by_rule = 1;

CREATE TRIGGER customer_takes_rule_tags BEFORE DELETE ON customer BEGIN
  DELETE FROM customer_tag WHERE customer_id = old.customer_id AND by_rule = 1;
END;
CREATE TRIGGER tag_takes_rule_tags BEFORE DELETE ON tag BEGIN
  DELETE FROM customer_tag WHERE tag_id = old.tag_id AND by_rule = 1;
END;
CREATE TRIGGER customer_tag_replaces_rule_tag BEFORE INSERT ON customer_tag BEGIN
  DELETE FROM customer_tag WHERE customer_id = new.customer_id AND tag_id = new.tag_id AND by_rule = 1;
END;
CREATE TRIGGER moved_customer_tag_replaces_rule_tag BEFORE UPDATE OF customer_id, tag_id ON customer_tag BEGIN
  DELETE FROM customer_tag WHERE customer_id = new.customer_id AND tag_id = new.tag_id AND by_rule = 1
    AND customer_tag_id != new.customer_tag_id;
END;
`,
} as const
