/**
 * Adds built-in fields: what moves a customer to buy, with the evidence for it; the media through which a customer is
 * reached; a group for the survey of future customers; limit and days of credit.
 */
export const extendCardFields = {
  version: 270,
  name: 'extend-card-fields',
  sql: `
INSERT INTO field_group (code, tab, customer_kind, position, is_sensitive, is_on)
SELECT 'survey', 'trade', NULL, max(position) + 1, 0, 1 FROM field_group;

INSERT INTO field_definition (field_group_id, code, value_kind, position)
SELECT field_group_id, added.code, value_kind,
  added.position + coalesce((SELECT max(position) FROM field_definition AS known
    WHERE known.field_group_id = field_group.field_group_id), 0)
FROM (
  SELECT 'personality' AS group_code, 'psychology' AS code, 'choices' AS value_kind, 1 AS position
  UNION ALL SELECT 'personality', 'psychology-evidence', 'text', 2
  UNION ALL SELECT 'purchase-channels', 'media-touch', 'choices', 1
  UNION ALL SELECT 'company-terms', 'credit-limit', 'money', 1
  UNION ALL SELECT 'company-terms', 'credit-days', 'number', 2
  UNION ALL SELECT 'survey', 'wanted-goods', 'text', 1
  UNION ALL SELECT 'survey', 'purchase-intention', 'choice', 2
  UNION ALL SELECT 'survey', 'decision-stage', 'choice', 3
  UNION ALL SELECT 'survey', 'next-step', 'text', 4
  UNION ALL SELECT 'survey', 'next-contact-on', 'day', 5
) AS added
JOIN field_group ON field_group.code = added.group_code
ORDER BY field_group_id, added.position;

INSERT INTO field_option (field_id, code, position)
SELECT field_id, option.code, option.position
FROM (
  SELECT 'psychology' AS field_code, 'practical' AS code, 1 AS position
  UNION ALL SELECT 'psychology', 'brand', 2
  UNION ALL SELECT 'psychology', 'beauty', 3
  UNION ALL SELECT 'psychology', 'novelty', 4
  UNION ALL SELECT 'psychology', 'following', 5
  UNION ALL SELECT 'media-touch', 'short-video', 1
  UNION ALL SELECT 'media-touch', 'wechat', 2
  UNION ALL SELECT 'media-touch', 'shopping-platform', 3
  UNION ALL SELECT 'media-touch', 'social-network', 4
  UNION ALL SELECT 'media-touch', 'search', 5
  UNION ALL SELECT 'media-touch', 'television', 6
  UNION ALL SELECT 'media-touch', 'print', 7
  UNION ALL SELECT 'media-touch', 'outdoor', 8
  UNION ALL SELECT 'media-touch', 'recommendation', 9
  UNION ALL SELECT 'purchase-intention', 'low', 1
  UNION ALL SELECT 'purchase-intention', 'middle', 2
  UNION ALL SELECT 'purchase-intention', 'high', 3
  UNION ALL SELECT 'decision-stage', 'need', 1
  UNION ALL SELECT 'decision-stage', 'search', 2
  UNION ALL SELECT 'decision-stage', 'compare', 3
  UNION ALL SELECT 'decision-stage', 'decide', 4
  UNION ALL SELECT 'decision-stage', 'after-purchase', 5
) AS option
JOIN field_definition ON field_definition.code = option.field_code
ORDER BY field_id, option.position;
`,
} as const
