import type { ReadableDb } from '#main/database/db.ts'

type MediaSums = {
  /** Null beside `all` for those who answered, and for everybody. */
  readonly option_id: number | null
  readonly part: 'option' | 'answered' | 'all'
  readonly customers: number
  readonly buyers: number
  readonly spend_minor: number
}

/**
 * The sums of a field of several choices: per choice, of all who answered, and how many customers there are.
 *
 * Shape: the first value is the field, the other two the keys of the customers as a JSON array. Public for the query-plan test.
 */
export function mediaSql(isOfSome: boolean): string {
  const wanted = isOfSome ? 'AND customer.customer_id IN (SELECT value FROM json_each(?))' : ''
  return `
    WITH said AS MATERIALIZED (
      SELECT field_value.value AS option_id, customer_id, coalesce(order_count, 0) > 0 AS is_buyer,
        coalesce(spend_minor, 0) AS spend_minor
      FROM field_value INNER JOIN customer USING (customer_id) LEFT JOIN customer_total USING (customer_id)
      WHERE field_id = ? AND deleted_at IS NULL ${wanted}
    )
    SELECT 'option' AS part, option_id, count(*) AS customers, sum(is_buyer) AS buyers, sum(spend_minor) AS spend_minor
      FROM said GROUP BY option_id
    UNION ALL
    SELECT 'answered', NULL, count(*), coalesce(sum(is_buyer), 0), coalesce(sum(spend_minor), 0)
      FROM (SELECT DISTINCT customer_id, is_buyer, spend_minor FROM said)
    UNION ALL
    SELECT 'all', NULL, count(*), 0, 0 FROM customer WHERE deleted_at IS NULL ${wanted}`
}

/** Sums what customers outside the bin said, all or some of them. */
export function sumMedia(db: ReadableDb, fieldId: number, customerIds: readonly number[] | null) {
  const statement = db.prepareRead<MediaSums>(mediaSql(customerIds !== null))
  if (customerIds === null) return statement.all(fieldId)
  const ids = JSON.stringify(customerIds)
  return statement.all(fieldId, ids, ids)
}
