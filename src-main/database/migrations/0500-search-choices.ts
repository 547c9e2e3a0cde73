/** Has customers with a choice whose name was typed, such as a class code, indexed anew: such names are searched from now on. */
export const searchChoices = {
  version: 500,
  name: 'search-choices',
  sql: `
INSERT OR IGNORE INTO search_queue (customer_id)
  SELECT DISTINCT customer_id FROM field_option CROSS JOIN field_value
    ON field_value.field_id = field_option.field_id AND value = field_option_id WHERE name IS NOT NULL;
`,
} as const
