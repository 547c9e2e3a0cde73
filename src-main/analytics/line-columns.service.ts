import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { loadRows, type SourceRows } from './source-columns.service.ts'
import { findLastChangeId, readAtOneMoment } from './stored-columns.queries.ts'
import { type Columns, getSourceState, type PackedColumns, packColumns } from './stored-columns.service.ts'

/** Fewer rows are read one by one in no time. */
const fewestStored = 20_000

/**
 * Reads the lines or the hours of all orders: the stored columns with what changed since, or row by row.
 *
 * Shape: `packed` is what the writer should store so that the next reading is fast, null when that does not pay.
 * Cost: row by row about 3 µs a row; stored about 10 ns per row and column.
 */
export function loadOwnColumns<Kind extends Columns, Row>(
  db: ReadableDb,
  rows: SourceRows<Kind, Row>,
  fewest = fewestStored,
): { readonly columns: Kind; readonly packed: PackedColumns | null } {
  return readAtOneMoment(db, () => {
    const state = getSourceState(db, rows.source)
    const isOld = !state.stored || state.changedCount > state.stored.row_count / 100
    const columns = loadRows(db, state, rows, true)
    const count = Object.values(columns)[0]?.length ?? 0
    const packed =
      isOld && count >= fewest
        ? {
            revision: getRevision(db),
            lastChangeId: findLastChangeId(db),
            sources: [packColumns(db, rows.source, columns)],
          }
        : null
    return { columns, packed }
  })
}
