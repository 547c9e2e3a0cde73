import type { ReadableDb, ReadStatement } from '#main/database/db.ts'
import { entryWords } from '#shared/domain/file-entry.ts'
import type { LineDetails } from '#shared/domain/line-details.ts'
import type { DocumentField, SearchDocument } from './search-document.ts'

type Rows = {
  readonly cards: ReadStatement<
    readonly [
      customerId: number,
      name: string,
      archiveNumber: string,
      legacyNumber: string | null,
      occupation: string | null,
      note: string | null,
    ]
  >
  readonly contacts: ReadStatement<readonly [customerId: number, kind: ContactKind, value: string]>
  readonly identities: ReadStatement<
    readonly [customerId: number, kind: string, value: string, nickname: string | null]
  >
  readonly tags: ReadStatement<readonly [customerId: number, name: string]>
  readonly fieldTexts: ReadStatement<readonly [customerId: number, text: string]>
  readonly regionNotes: ReadStatement<readonly [customerId: number, note: string]>
  readonly flowNotes: ReadStatement<readonly [customerId: number, note: string]>
  readonly lineDetails: ReadStatement<readonly [customerId: number, details: string]>
  readonly entries: ReadStatement<readonly [customerId: number, content: string]>
  readonly merged: ReadStatement<readonly [customerId: number, label: string]>
  readonly products: ReadStatement<readonly [customerId: number, productId: number]>
}

/** Numbers and names of files that were merged, by the customer who holds them now; public for the query-plan test. */
export const mergedNumbersSql = `WITH RECURSIVE merged (root_id, customer_id, label) AS (
    SELECT wanted.value, customer_id, archive_number || ' ' || name
      FROM json_each(?) AS wanted CROSS JOIN customer ON merged_into_id = wanted.value
    UNION ALL
    SELECT root_id, customer.customer_id, archive_number || ' ' || name
      FROM merged CROSS JOIN customer ON merged_into_id = merged.customer_id)
  SELECT root_id, label FROM merged`

/**
 * Texts in fields of the form by customer, and the names of choices as the operator typed them, such as class codes; built-in
 * choices have a name per language and are not searched. Public for the query-plan test.
 */
export const fieldTextsSql = `SELECT customer_id,
    CASE value_kind WHEN 'text' THEN field_value.value ELSE field_option.name END AS text
  FROM json_each(?) AS wanted CROSS JOIN field_value ON customer_id = wanted.value
  CROSS JOIN field_definition USING (field_id) CROSS JOIN field_group USING (field_group_id)
  LEFT JOIN field_option ON value_kind IN ('choice', 'choices') AND field_option_id = field_value.value
  WHERE field_definition.hidden_at IS NULL AND is_on = 1
    AND (value_kind = 'text' OR field_option.name IS NOT NULL)`

/** Lines of files by customer; public for the query-plan test. */
export const entryContentsSql = `SELECT customer_id, content
  FROM json_each(?) AS wanted CROSS JOIN file_entry ON customer_id = wanted.value`

/** What is noted of the regions of customers; public for the query-plan test. */
export const regionNotesSql = `SELECT DISTINCT customer_id, note
  FROM json_each(?) AS wanted CROSS JOIN contact_point ON customer_id = wanted.value AND kind = 'address'
  CROSS JOIN region_note ON region_note.province = contact_point.province
    AND region_note.city IN ('', contact_point.city)`

/** Where the goods of orders went, by customer; public for the query-plan test. */
export const flowNotesSql = `SELECT customer_id, flow_note
  FROM json_each(?) AS wanted CROSS JOIN sales_order INDEXED BY sales_order_flow_note ON customer_id = wanted.value
  WHERE flow_note IS NOT NULL AND deleted_at IS NULL`

/** What items of orders are like, by customer: orders are walked by index alone; public for the query-plan test. */
export const lineDetailsSql = `SELECT DISTINCT bought.customer_id, details
  FROM json_each(?) AS wanted
  CROSS JOIN sales_order AS bought INDEXED BY sales_order_customer_id_ordered_on ON bought.customer_id = wanted.value
  CROSS JOIN order_line INDEXED BY order_line_details ON order_line.sales_order_id = bought.sales_order_id
  CROSS JOIN sales_order AS kept ON kept.sales_order_id = order_line.sales_order_id
  WHERE details IS NOT NULL AND kept.deleted_at IS NULL`

type ContactKind = 'phone' | 'address' | 'email' | 'wechat'

const statements = new WeakMap<ReadableDb, Rows>()

/**
 * Reads the searchable texts of customers.
 *
 * Shape: in the order of the ids; customers who do not exist or are in the bin are left out.
 * Cost: about 10 µs a customer.
 */
export function loadDocuments(db: ReadableDb, customerIds: readonly number[]): SearchDocument[] {
  const {
    cards,
    contacts,
    identities,
    tags,
    fieldTexts,
    entries,
    regionNotes,
    flowNotes,
    lineDetails,
    merged,
  } = statementsOf(db)
  const wanted = JSON.stringify(customerIds)
  const documents = new Map<number, { keys: DocumentField[]; others: DocumentField[] }>()
  const found = cards.all(wanted)
  for (const [customerId, name] of found)
    documents.set(customerId, { keys: [{ field: 'name', text: name }], others: [] })
  for (const [customerId, kind, text] of contacts.all(wanted)) {
    const document = documents.get(customerId)
    if (kind === 'phone') document?.keys.push({ field: kind, text })
    else document?.others.push({ field: kind, text })
  }
  for (const [customerId, kind, value, nickname] of identities.all(wanted)) {
    const others = documents.get(customerId)?.others
    others?.push({ field: kind === 'buyer-id' ? 'buyerId' : 'legacyNumber', text: value })
    if (nickname) others?.push({ field: 'buyerId', text: nickname })
  }
  for (const [customerId, text] of tags.all(wanted))
    documents.get(customerId)?.others.push({ field: 'tag', text })
  for (const [customerId, text] of fieldTexts.all(wanted))
    documents.get(customerId)?.others.push({ field: 'ownField', text })
  for (const [customerId, content] of entries.all(wanted))
    for (const text of entryWords(JSON.parse(content) as Record<string, string | null>))
      documents.get(customerId)?.others.push({ field: 'entry', text })
  for (const [customerId, text] of regionNotes.all(wanted))
    documents.get(customerId)?.others.push({ field: 'regionNote', text })
  for (const [customerId, text] of flowNotes.all(wanted))
    documents.get(customerId)?.others.push({ field: 'flowNote', text })
  for (const [customerId, details] of lineDetails.all(wanted))
    for (const text of Object.values((JSON.parse(details) as Pick<LineDetails, 'values'>).values))
      if (text) documents.get(customerId)?.others.push({ field: 'lineDetails', text })
  for (const [customerId, text] of merged.all(wanted))
    documents.get(customerId)?.others.push({ field: 'mergedFile', text })
  return found.map(([customerId, , archiveNumber, legacyNumber, occupation, note]) => {
    const { keys = [], others = [] } = documents.get(customerId) ?? {}
    keys.push({ field: 'archiveNumber', text: archiveNumber })
    if (legacyNumber) others.push({ field: 'legacyNumber', text: legacyNumber })
    if (occupation) others.push({ field: 'occupation', text: occupation })
    if (note) others.push({ field: 'note', text: note })
    return { customerId, keys, others }
  })
}

/** Lists the products that customers bought, each once, by customer. Orders in the bin do not count. */
export function loadProductIds(db: ReadableDb, customerIds: readonly number[]): Map<number, number[]> {
  const products = new Map<number, number[]>()
  for (const [customerId, productId] of statementsOf(db).products.all(JSON.stringify(customerIds))) {
    const known = products.get(customerId)
    if (known) known.push(productId)
    else products.set(customerId, [productId])
  }
  return products
}

function statementsOf(db: ReadableDb): Rows {
  const known = statements.get(db)
  if (known) return known
  const prepared: Rows = {
    cards: db.prepareReadArrays(
      `SELECT customer_id, name, archive_number, legacy_number, occupation, note
       FROM json_each(?) AS wanted CROSS JOIN customer ON customer_id = wanted.value WHERE deleted_at IS NULL`,
    ),
    contacts: db.prepareReadArrays(
      `SELECT customer_id, kind, contact_point.value
       FROM json_each(?) AS wanted CROSS JOIN contact_point ON customer_id = wanted.value`,
    ),
    identities: db.prepareReadArrays(
      `SELECT customer_id, kind, customer_identity.value, nickname
       FROM json_each(?) AS wanted CROSS JOIN customer_identity ON customer_id = wanted.value
       WHERE kind <> 'row-hash'`,
    ),
    tags: db.prepareReadArrays(
      `SELECT customer_id, name
       FROM json_each(?) AS wanted CROSS JOIN customer_tag ON customer_id = wanted.value JOIN tag USING (tag_id)`,
    ),
    fieldTexts: db.prepareReadArrays(fieldTextsSql),
    entries: db.prepareReadArrays(entryContentsSql),
    regionNotes: db.prepareReadArrays(regionNotesSql),
    flowNotes: db.prepareReadArrays(flowNotesSql),
    lineDetails: db.prepareReadArrays(lineDetailsSql),
    merged: db.prepareReadArrays(mergedNumbersSql),
    products: db.prepareReadArrays(
      `SELECT DISTINCT customer_id, product_id
       FROM json_each(?) AS wanted CROSS JOIN sales_order ON customer_id = wanted.value
       CROSS JOIN order_line USING (sales_order_id)
       WHERE deleted_at IS NULL AND product_id IS NOT NULL`,
    ),
  }
  statements.set(db, prepared)
  return prepared
}
