import type { FileFormat } from '#shared/domain/file-format.ts'
import type { ReadingOrigin } from '#shared/domain/import-batch.ts'

/**
 * One cell as the file holds it, typed and not interpreted.
 *
 * Text keeps its spaces; its line breaks are \n. Dates are calendar parts without a zone, seconds are whole; a date that
 * Excel alone knows stays as it shows it (1900-01-00, 1900-02-29), and elapsed times ([h]:mm) stay numbers of days.
 * `error` is Excel's own error text. A number shown by a zero-padding format (000000) is the padded string.
 * Empty cells, empty text and empty fields are null. Cells of a text file are text or null.
 */
export type RawCell =
  | string
  | number
  | boolean
  | null
  | { readonly date: string }
  | { readonly time: string }
  | { readonly datetime: string }
  | { readonly error: string }

/** One row of a sheet that has at least one filled cell. */
export type RawRow = {
  /** Counted from 1, as Excel shows it. In text files the record number (a quoted line break stays in one row). */
  readonly rowNumber: number
  readonly isHidden?: true
  /** From column A on; trailing empty cells may be missing. */
  readonly cells: readonly RawCell[]
}

/** A sheet of a file, in the order of the workbook. A text file has one, named ''. */
export type SheetInfo = { readonly name: string; readonly isHidden: boolean }

/** What was found out about a file before its first row. */
export type OpenedFile = {
  readonly format: FileFormat
  readonly sheets: readonly SheetInfo[]
  /** Text and HTML files: the label of the encoding in use; text files: the column separator ('' where every line is one cell). */
  readonly encoding?: string
  readonly separator?: string
  /** Where those two come from; left out where the content tells them. */
  readonly encodingOrigin?: ReadingOrigin
  readonly separatorOrigin?: ReadingOrigin
}

/** How text files of one source were read when that was chosen by hand, and what tells its files. */
export type RememberedReading = {
  readonly encoding: string | null
  readonly separator: string | null
  /** Empty for files without headings. */
  readonly headings: readonly string[]
  /** The file that is read has the name that such files always have. */
  readonly isSameName: boolean
}

/** What a reader is told. */
export type ReadOptions = {
  /** Only this sheet; without it all sheets in order. */
  readonly sheetName?: string
  /** Text and HTML files: use this encoding label instead of the detected one. */
  readonly encoding?: string
  /** Text files: use this separator instead of the detected one. */
  readonly separator?: string
  /** Text and HTML files: what was chosen by hand for earlier files, the newest first. */
  readonly remembered?: readonly RememberedReading[]
  /** Opens a file behind a password. It is never stored or written to a log. */
  readonly password?: string
}

/** Up to 1,000 rows of one sheet, on their way to staging. */
export type RowBatch = { readonly sheetIndex: number; readonly rows: readonly RawRow[] }
