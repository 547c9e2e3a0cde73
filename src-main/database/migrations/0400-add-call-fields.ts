/** Adds the built-in fields that the script of a call fills: views and advice, troubles, expectations, what to do better. */
export const addCallFields = {
  version: 400,
  name: 'add-call-fields',
  sql: `
INSERT INTO field_group (code, tab, customer_kind, position, is_sensitive, is_on)
SELECT 'voice', 'trade', NULL, max(position) + 1, 0, 1 FROM field_group;

INSERT INTO field_definition (field_group_id, code, value_kind, position)
SELECT field_group_id, added.value, 'text', added.key + 1
FROM field_group CROSS JOIN json_each('["opinion","troubles","expectations","improvements"]') AS added
WHERE field_group.code = 'voice' ORDER BY added.key;
`,
} as const
