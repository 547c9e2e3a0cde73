import type { Generated } from 'kysely'
import type { CellIssueKind } from '#shared/domain/quality.ts'

/** A cell of a customer's row that an import could not take over, or took over damaged. */
export interface CellIssueTable {
  cell_issue_id: Generated<number>
  import_batch_id: number
  row_number: number
  column_index: number
  /** Whose row it was; a plain number, since an import that is taken back leaves its issues behind. */
  customer_id: number
  /** The field of the card for which it was meant. */
  field: string
  kind: CellIssueKind
  /** Of `cell-issue.<code>` or `cell-mark.<code>` in the catalogue. */
  code: string
  /** What stands in the file; an ID number with its middle hidden. */
  text: string
  /** What was stored of it; null: nothing. */
  stored: string | null
}
