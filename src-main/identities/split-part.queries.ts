import type { ReadableDb } from '#main/database/db.ts'

/** An order as far as it tells whose it is. */
export type OrderOfSplit = {
  readonly id: number
  readonly platform: string
  readonly shop: string
  readonly order_number: string | null
  readonly ordered_on: string
  readonly net_minor: number
  readonly receiver_name: string | null
  readonly receiver_phone: string | null
}

/** A part with how it is named to the operator. */
export type NamedPart = {
  readonly id: number
  readonly label: string
  readonly day: string | null
  readonly netMinor: number | null
}

/** Lists orders by key. */
export function listOrdersOfSplit(db: ReadableDb, ids: readonly number[]): OrderOfSplit[] {
  return db
    .prepareRead<OrderOfSplit>(
      `SELECT sales_order_id AS id, platform, shop, order_number, ordered_on, net_minor, receiver_name, receiver_phone
       FROM json_each(?) AS wanted CROSS JOIN sales_order ON sales_order_id = wanted.value
       ORDER BY ordered_on, sales_order_id`,
    )
    .all(JSON.stringify(ids))
}

const namedParts = {
  contact_point: `SELECT contact_point_id AS id, contact_point.value AS label, NULL AS day, NULL AS netMinor
    FROM json_each(?) AS wanted CROSS JOIN contact_point ON contact_point_id = wanted.value ORDER BY id`,
  customer_tag: `SELECT customer_tag_id AS id, tag.name AS label, NULL AS day, NULL AS netMinor
    FROM json_each(?) AS wanted CROSS JOIN customer_tag ON customer_tag_id = wanted.value JOIN tag USING (tag_id) ORDER BY id`,
  field_value: `SELECT field_value_id AS id, CASE WHEN value_kind IN ('choice', 'choices') THEN '' WHEN value_kind = 'image' THEN substr(field_value.value, 66)
    ELSE field_value.value END AS label,
    NULL AS day, NULL AS netMinor FROM json_each(?) AS wanted CROSS JOIN field_value ON field_value_id = wanted.value
    JOIN field_definition USING (field_id) ORDER BY id`,
  file_entry: `SELECT file_entry_id AS id, coalesce(content ->> '$.name', content ->> '$.summary', content ->> '$.note', '') AS label,
    happened_on AS day, NULL AS netMinor FROM json_each(?) AS wanted CROSS JOIN file_entry ON file_entry_id = wanted.value ORDER BY id`,
  funnel_step: `SELECT funnel_step_id AS id, coalesce(funnel_step.note, '') AS label, moved_on AS day, NULL AS netMinor
    FROM json_each(?) AS wanted CROSS JOIN funnel_step ON funnel_step_id = wanted.value ORDER BY id`,
  credit_record: `SELECT credit_record_id AS id, coalesce(content ->> '$.grade', '') AS label, dated_on AS day, NULL AS netMinor
    FROM json_each(?) AS wanted CROSS JOIN credit_record ON credit_record_id = wanted.value ORDER BY id`,
  attachment: `SELECT attachment_id AS id, file_name AS label, substr(added_at, 1, 10) AS day, NULL AS netMinor
    FROM json_each(?) AS wanted CROSS JOIN attachment ON attachment_id = wanted.value ORDER BY id`,
  customer_identity: `SELECT customer_identity_id AS id, trim(shop || ' ' || customer_identity.value) AS label, NULL AS day,
    NULL AS netMinor FROM json_each(?) AS wanted CROSS JOIN customer_identity ON customer_identity_id = wanted.value
    WHERE customer_identity.kind != 'row-hash' ORDER BY id`,
  opening_balance: `SELECT opening_balance_id AS id, shop AS label, last_on AS day, spend_minor AS netMinor
    FROM json_each(?) AS wanted CROSS JOIN opening_balance ON opening_balance_id = wanted.value ORDER BY id`,
} as const

/** Lists parts that are no orders by key, with their names. Keys of rows are for imports only and are left out. */
export function listNamedParts(
  db: ReadableDb,
  table: keyof typeof namedParts,
  ids: readonly number[],
): NamedPart[] {
  return db.prepareRead<NamedPart>(namedParts[table]).all(JSON.stringify(ids))
}

/** Lists the sources and buyer IDs of keys. */
export function listBuyerIds(db: ReadableDb, identityIds: readonly number[]) {
  return db
    .prepareRead<{ platform: string; shop: string; value: string }>(
      `SELECT platform, shop, customer_identity.value
       FROM json_each(?) AS wanted CROSS JOIN customer_identity ON customer_identity_id = wanted.value
       WHERE customer_identity.kind = 'buyer-id'`,
    )
    .all(JSON.stringify(identityIds))
}

/** Lists the keys of phones among contact points. */
export function listPhoneKeys(db: ReadableDb, contactPointIds: readonly number[]): string[] {
  return db
    .prepareRead<{ match_key: string }>(
      `SELECT match_key FROM json_each(?) AS wanted CROSS JOIN contact_point ON contact_point_id = wanted.value
       WHERE contact_point.kind = 'phone'`,
    )
    .all(JSON.stringify(contactPointIds))
    .map(row => row.match_key)
}

/** Names a tag. */
export function findTagName(db: ReadableDb, tagId: number): string | undefined {
  return db.prepareRead<{ name: string }>('SELECT name FROM tag WHERE tag_id = ?').get(tagId)?.name
}
