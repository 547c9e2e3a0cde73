/** Texts for cells: those of one row for each of some rows; a null leaves its cell alone. */
export type CellTexts<Row> = {
  readonly rows: readonly Row[]
  readonly columnKeys: readonly string[]
  readonly texts: readonly (readonly (string | null)[])[]
  /** How they came, for what is said when it is done. */
  readonly by: 'typing' | 'paste' | 'fill' | 'clear'
  /** Rows that found no place and cells that cannot be typed into. */
  readonly leftOut: { readonly rows: number; readonly cells: number }
}

/** A cell that could not be written; `row` is its place in `rows`. */
export type RefusedText = { readonly row: number; readonly columnKey: string; readonly reason: string }

/** What a page does for a grid whose cells can be typed into. Keep it the same between draws. */
export type SheetEditing<Row> = {
  /** Names a row for good, so that marks stay with it. */
  readonly keyOf: (row: Row) => string
  /** Why nothing of a row can be typed into; null where it can. */
  readonly lockOf: (row: Row) => string | null
  /** Where a row stands now; null when it is not in the list any more. */
  readonly locate: (rowKey: string) => Promise<number | null>
  /** Writes, and says what could not be; null when nothing was written because of an error that was told. */
  readonly write: (cells: CellTexts<Row>) => Promise<readonly RefusedText[] | null>
  /** Has what the clipboard holds pasted into the field that has the focus, as if the key had been pressed. */
  readonly paste: () => void
  /** How much one step may write. */
  readonly cellLimit: number
  readonly rowLimit: number
  /** The row behind the last one, that makes a new record. */
  readonly newRow?: NewRow
}

/** What was typed into the row behind the last one becomes a record of its own. */
export type NewRow = {
  /** Stands in grey in this column until something is typed. */
  readonly hint: string
  readonly hintColumnKey: string
  /** Null: not made, and the page has said why; the texts stay. */
  readonly create: (
    texts: Readonly<Record<string, string>>,
  ) => Promise<'created' | readonly RefusedText[] | null>
}
