import type { ChangeRecorder } from '#main/changes/change-log.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { deleteFieldValue, listFieldParts, updateFieldValue } from './commit.queries.ts'
import type { KeyRange } from './key-range.ts'
import type { FieldChange } from './plan/record-fields.ts'
import type { RowInserter } from './row-inserter.ts'

/** Where the values of fields beyond the default card are written. */
type FieldPlace = {
  readonly db: WritableDb
  readonly recorder: ChangeRecorder
  readonly range: KeyRange
  readonly rows: RowInserter
}

/** Writes the values of fields beyond the default card that an import changes; new rows lie in its range. */
export function writeFields(
  { db, recorder, range, rows }: FieldPlace,
  customerId: number,
  changes: readonly FieldChange[],
): void {
  for (const { fieldId, before, after } of changes) {
    const stored = before.length === 0 ? [] : listFieldParts(db, customerId, fieldId)
    after.forEach((value, position) => {
      const row = stored[position]
      if (!row) rows.add(range.take(), customerId, fieldId, position, value)
      else if (row.value !== value) {
        recorder.updated('field_value', row.field_value_id, 'value', row.value, value)
        updateFieldValue(db, row.field_value_id, value)
      }
    })
    for (const { field_value_id } of stored.slice(after.length)) {
      recorder.deleting('field_value', field_value_id)
      deleteFieldValue(db, field_value_id)
    }
  }
}
