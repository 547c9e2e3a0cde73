import type { ReadableDb } from '#main/database/db.ts'
import type { AskedKeys } from './completeness.queries.ts'
import { firstPoint, rowColumns, type StoredRow } from './customer.queries.ts'
import type { RegionColumns } from './customer.table.ts'

type StoredSheetRow = StoredRow &
  RegionColumns & { readonly wechat: string | null; readonly source: string | null }

/** The statement behind `listStoredSheetRows`; public for the query-plan test. */
export const sheetRowsSql = (
  asked: AskedKeys,
) => `SELECT ${rowColumns(asked)}, ${firstPoint('wechat')} AS wechat, customer.source,
  point.region_code, point.province, point.city, point.district, point.region_confidence
FROM json_each(?) AS wanted CROSS JOIN customer ON customer.customer_id = wanted.value
LEFT JOIN customer_total ON customer_total.customer_id = customer.customer_id
LEFT JOIN contact_point AS point ON point.contact_point_id =
  (SELECT contact_point_id FROM contact_point AS own WHERE own.customer_id = customer.customer_id
   AND own.kind = 'address' ORDER BY own.position LIMIT 1)
WHERE customer.deleted_at IS NULL
ORDER BY wanted.key`

/** Lists what all columns of the list but the fields beyond the default card show, in the order of the ids. */
export function listStoredSheetRows(
  db: ReadableDb,
  customerIds: readonly number[],
  asked: AskedKeys,
): StoredSheetRow[] {
  return db.prepareRead<StoredSheetRow>(sheetRowsSql(asked)).all(JSON.stringify(customerIds))
}
