import { z } from 'zod'
import { ConflictPolicies } from './conflict-policy.ts'
import { FileFormat } from './file-format.ts'
import { CellMarkCount, type MarkedCell } from './import-cell.ts'
import { cellIssues, ImportFieldName, ImportKind, ImportTarget } from './import-field.ts'
import { ColumnOrigin, RecalledProfile } from './import-mapping.ts'

export const ImportBatchId = z.int().positive()
export type ImportBatchId = z.infer<typeof ImportBatchId>

export const RowVerdict = z.enum(['created', 'updated', 'unchanged', 'rejected'])
export type RowVerdict = z.infer<typeof RowVerdict>

/** Counts of one import. rows = created + updated + unchanged + rejected, always. */
export const ImportCounts = z.object({
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  customersCreated: z.int(),
  customersUpdated: z.int(),
  ordersCreated: z.int(),
  ordersUpdated: z.int(),
  linesCreated: z.int(),
  rowsWithoutCustomer: z.int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

/** What the stages of an import do, beside the rows that are entered. */
export const ImportStageCounts = z.object({
  /** Cells that are stored otherwise than the file writes them. */
  tidiedCells: z.int(),
  damagedCells: z.int(),
  /** Buyer IDs and numbers of old files by which customers are known from now on. */
  identitiesFound: z.int(),
  /** Values of known records that become others. */
  valuesChanged: z.int(),
  /** Known customers whose purchases are summed up, and so scored, anew. */
  customersRescored: z.int(),
})
export type ImportStageCounts = z.infer<typeof ImportStageCounts>

/** What happens to orders that an opening balance already covers. */
export const BalancePolicy = z.enum(['replace', 'skip'])
export type BalancePolicy = z.infer<typeof BalancePolicy>

/** How a sheet is to be read; everything left out is proposed by the program. */
export const ImportPlanOptions = z.object({
  sheetName: z.string().optional(),
  /** First row of the headings, counted from 1 as Excel does; 0 for a sheet without headings. */
  headerRow: z.int().nonnegative().optional(),
  /** How many rows the headings take, with `headerRow`; without it as many as look like headings. */
  headerRowCount: z.int().min(1).max(3).optional(),
  /** Code of a preset; '' for none, not even one that fits. */
  preset: z.string().max(60).optional(),
  /** Nothing is taken from what is remembered of earlier files. */
  isUnremembered: z.boolean().optional(),
  kind: ImportKind.optional(),
  /** Column index from 0 -> field, null = leave the column out. Columns not named keep the proposal. */
  mapping: z.record(z.string().regex(/^\d+$/), ImportTarget.nullable()).optional(),
  platform: z.string().max(50).optional(),
  /** '' = 未说明, chosen on purpose; absent = not yet chosen. */
  shop: z.string().max(100).optional(),
  isShopConfirmed: z.boolean().optional(),
  balance: BalancePolicy.optional(),
  restoreFromBin: z.boolean().optional(),
  /** Rows that only name a person join the one customer of that name. */
  matchNames: z.boolean().optional(),
  /** Fills blank birth dates and genders from resident ID numbers. */
  fillFromIdNumber: z.boolean().optional(),
  /** What becomes of values that the archive has; a field left out follows `newer-wins`. */
  policies: ConflictPolicies.optional(),
})
export type ImportPlanOptions = z.infer<typeof ImportPlanOptions>

/** One column of the sheet with the field it is mapped to. */
export const MappedColumn = z.object({
  columnIndex: z.int().nonnegative(),
  header: z.string(),
  field: ImportTarget.nullable(),
  origin: ColumnOrigin,
  /** What the column was called in the file before, where it was renamed since. */
  wasHeader: z.string().nullable(),
  /** Looks like ID numbers: left out unless a field was chosen for it on purpose. */
  isSensitive: z.boolean(),
  samples: z.array(z.string()),
})
export type MappedColumn = z.infer<typeof MappedColumn>

/**
 * A changed cell of the preview: what the archive has and what it will have. Money in major units; a status by its code.
 */
export const PreviewChange = z.object({
  columnIndex: z.int(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/** A row as the preview shows it. `cells` are texts by column; `blanks` are those that are imported as blank, and why (`cell-issue.<code>`). */
export const PreviewRow = z.object({
  rowNumber: z.int(),
  verdict: RowVerdict,
  cells: z.array(z.string()),
  changes: z.array(PreviewChange),
  blanks: z.array(z.object({ columnIndex: z.int(), code: z.enum(cellIssues) })),
  /** `row-reason.<code>` of a rejected row, with the cell's address such as B418 and what stands there. */
  reason: z.string().nullable(),
  reasonCell: z.string().nullable(),
  reasonText: z.string().nullable(),
})
export type PreviewRow = z.infer<typeof PreviewRow>

/** What stands in the way of committing; each is asked in the wizard. */
export const ImportQuestion = z.enum([
  'choose-kind',
  'choose-shop',
  'shop-differs',
  'map-required-field',
  'new-columns',
  'balance-overlaps',
])
export type ImportQuestion = z.infer<typeof ImportQuestion>

/** How many cells of an import have one and the same issue. */
export const CellIssueCount = z.object({ code: z.enum(cellIssues), count: z.int().positive() })
export type CellIssueCount = z.infer<typeof CellIssueCount>

/** Another import that has to do with one: the same file, or its rejected rows. */
export const RelatedImport = z.object({
  importBatchId: ImportBatchId,
  fileName: z.string(),
  committedAt: z.string(),
  state: z.enum(['committed', 'undone']),
})
export type RelatedImport = z.infer<typeof RelatedImport>

/** Who says how the bytes of a text file are to be read: its content, the last import of such a file, or the operator. */
export const ReadingOrigin = z.enum(['found', 'remembered', 'chosen'])
export type ReadingOrigin = z.infer<typeof ReadingOrigin>

/** Everything the wizard shows before anything is written. */
export const ImportPreview = z.object({
  stagingId: z.string(),
  /** Only the first rows were compared, since the file is still being read: the counts are theirs. */
  isHeadOnly: z.boolean(),
  fileName: z.string(),
  format: FileFormat,
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  encodingOrigin: ReadingOrigin,
  separatorOrigin: ReadingOrigin,
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), rowCount: z.int() })),
  sheetName: z.string(),
  headerRow: z.int(),
  headerRowCount: z.int(),
  titleRows: z.array(z.string()),
  kind: ImportKind,
  columns: z.array(MappedColumn),
  missingFields: z.array(ImportFieldName),
  /** What was taken from memory; null for a file as there was none before. */
  recalled: RecalledProfile.nullable(),
  /** The preset that the columns come from. */
  presetCode: z.string().nullable(),
  platform: z.string(),
  shop: z.string().nullable(),
  knownShops: z.array(z.object({ platform: z.string(), shop: z.string() })),
  questions: z.array(ImportQuestion),
  counts: ImportCounts,
  cellIssues: z.array(CellIssueCount),
  /** Cells that are damaged, or stored otherwise than they stand there. */
  cellMarks: z.array(CellMarkCount),
  stages: ImportStageCounts,
  /** In how many rows a cell of a column changes a value. */
  changedColumns: z.array(z.object({ columnIndex: z.int(), count: z.int().positive() })),
  /** The policies in force, chosen or remembered. */
  policies: ConflictPolicies,
  rows: z.array(PreviewRow),
  rejectedRows: z.array(PreviewRow),
  /** Data revision the verdicts were computed from. */
  revision: z.string(),
  /** An earlier import of the very same file, if any. */
  sameFileImportedAt: z.string().nullable(),
  /** The import whose rejected rows this file brings back; it is read as that one was. */
  corrects: RelatedImport.nullable(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** The first rows of a sheet as the file holds them, texts by column. */
export const SheetHead = z.object({
  sheetName: z.string(),
  rows: z.array(z.object({ rowNumber: z.int(), cells: z.array(z.string()) })),
  /** Filled sheets that are not hidden and whose headings are the same in the same order, this one not among them. */
  alikeSheets: z.array(z.string()),
})
export type SheetHead = z.infer<typeof SheetHead>

/** One entry of the import history. */
export const ImportBatch = z.object({
  importBatchId: ImportBatchId,
  state: z.enum(['committed', 'undone']),
  kind: ImportKind,
  fileName: z.string(),
  sheetName: z.string(),
  platform: z.string(),
  shop: z.string(),
  counts: ImportCounts.omit({ customersUpdated: true, ordersUpdated: true }),
  committedAt: z.string(),
  elapsedMs: z.int(),
  undoneAt: z.string().nullable(),
})
export type ImportBatch = z.infer<typeof ImportBatch>

/**
 * Header and original cells of the rejected rows of an import, with reasons, and its damaged cells: what a workbook for
 * correcting them is made of. It holds whole ID numbers as the file does, and never goes to a window.
 */
export type RejectedRows = {
  readonly fileName: string
  readonly headers: readonly string[]
  /** Goes behind the heading of the reasons, so that the file is recognised when it comes back. */
  readonly mark: string
  readonly rows: readonly PreviewRow[]
  readonly damaged: readonly MarkedCell[]
}

/** Whose rejected rows are wanted: those of an import, or of what is still staged. */
export type RejectedRequest = { readonly importBatchId: number | null; readonly stagingId: string | null }
