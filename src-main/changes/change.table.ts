import type { Generated } from 'kysely'

/** One act that can be taken back: an edit, an import, an undo. Append-only. */
export interface ChangeSetTable {
  change_set_id: Generated<number>
  kind: string
  actor: string
  made_at: string
  import_batch_id: number | null
  undoes_change_set_id: number | null
  undone_by_change_set_id: number | null
}

/** One changed column of one row, with its value before and after. */
export interface ChangeTable {
  change_id: Generated<number>
  change_set_id: number
  table_name: string
  row_id: number
  column_name: string
  before: string | number | null
  after: string | number | null
}

/** Rows that a change set created, as id ranges. */
export interface CreatedRangeTable {
  change_set_id: number
  table_name: string
  first_id: number
  last_id: number
}
