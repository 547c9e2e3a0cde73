import type { ReadableDb } from '#main/database/db.ts'
import { getFieldValuesOfMany } from '#main/fields/field-cell.service.ts'
import type { CustomerListRow } from '#shared/domain/customer.ts'
import { getAskedKeys } from './completeness.service.ts'
import { toCustomerRow } from './customer.queries.ts'
import type { RegionColumns } from './customer.table.ts'
import { listStoredSheetRows } from './list-row.queries.ts'
import { storedRegion } from './region.service.ts'

/**
 * Lists the rows of known ids, in their order, with all that a column of the list may show.
 *
 * Shape: ids that are deleted or unknown are missing from the answer.
 * Cost: a few look-ups per id and, with fields, one per value.
 */
export function listSheetRows(
  db: ReadableDb,
  customerIds: readonly number[],
  fieldIds: readonly number[],
): CustomerListRow[] {
  const fields = getFieldValuesOfMany(db, customerIds, fieldIds)
  return listStoredSheetRows(db, customerIds, getAskedKeys(db)).map(row => ({
    ...toCustomerRow(row),
    wechat: row.wechat,
    source: row.source,
    contactRefusedOn: row.contact_refused_on,
    region: row.address === null ? null : regionOf(db, row.address, row),
    fields: fields.get(row.customer_id) ?? {},
  }))
}

function regionOf(db: ReadableDb, address: string, columns: RegionColumns): CustomerListRow['region'] {
  const { province, city, district } = storedRegion(db, address, columns)
  return { province, city, district }
}
