import { z } from 'zod'
import { CustomerId } from '#shared/domain/customer.ts'
import {
  CellIssueCount,
  ImportBatch,
  ImportBatchId,
  ImportCounts,
  ImportPlanOptions,
  ImportPreview,
  ImportStageCounts,
  PreviewRow,
  RowVerdict,
  SheetHead,
} from '#shared/domain/import-batch.ts'
import { CellMarkCount, CellMarkKind, MarkedCell } from '#shared/domain/import-cell.ts'
import { ImportBatchDetail, ImportFilter } from '#shared/domain/import-history.ts'
import {
  ImportPreset,
  ImportPresetCode,
  ImportPresetContent,
  ImportProfile,
  ImportProfileId,
} from '#shared/domain/import-mapping.ts'
import {
  EditedChoice,
  EditedRowChoice,
  StayingCustomer,
  UndoConflictItem,
  UndoPreview,
} from '#shared/domain/import-undo.ts'
import { ValueSource, ValueSubject } from '#shared/domain/value-source.ts'
import type { Contract } from './method.ts'

const JobStarted = z.object({ jobId: z.int() })
const StagingId = z.string().max(50)

export const importsContract = {
  /** Reads a file into staging. Ends with { stagingId }. Nothing of the archive changes. */
  'imports.stage': {
    kind: 'job',
    on: 'writer',
    request: z.object({
      fileToken: z.string(),
      encoding: z.string().optional(),
      separator: z.string().max(1).optional(),
      /** Nothing is taken from what is remembered of earlier files. */
      isUnremembered: z.boolean().optional(),
      /** Opens a file behind a password; used once, never stored, never written to a log. */
      password: z.string().min(1).max(255).optional(),
    }),
    response: JobStarted,
  },
  /** What an import would do, row by row; computed from the staged rows and the archive as it is now. */
  'imports.preview': {
    kind: 'query',
    on: 'reader',
    request: z.object({ stagingId: StagingId, options: ImportPlanOptions }),
    response: ImportPreview,
  },
  /**
   * The same for the first rows of a file that is still being read by the job of `imports.stage`; answers as soon as they
   * are there. Null when the job ended before, or the file has no rows.
   */
  'imports.previewHead': {
    kind: 'query',
    on: 'reader',
    request: z.object({ jobId: z.int(), options: ImportPlanOptions }),
    response: ImportPreview.nullable(),
  },
  /** More rows of the last preview of this staging. */
  'imports.previewRows': {
    kind: 'query',
    on: 'reader',
    request: z.object({
      stagingId: StagingId,
      verdict: RowVerdict.nullable(),
      /** Only rows in which a cell of this column changes a value. */
      changedColumn: z.int().nonnegative().optional(),
      start: z.int().nonnegative(),
      count: z.int().min(1).max(200),
    }),
    response: z.object({ total: z.int(), rows: z.array(PreviewRow) }),
  },
  /** Cells of the last preview of this staging that are damaged, or stored otherwise than they stand there. */
  'imports.previewCells': {
    kind: 'query',
    on: 'reader',
    request: z.object({
      stagingId: StagingId,
      kinds: z.array(CellMarkKind).min(1).max(20),
      start: z.int().nonnegative(),
      count: z.int().min(1).max(200),
    }),
    response: z.object({ total: z.int(), cells: z.array(MarkedCell) }),
  },
  /** Writes the import in one transaction. Ends with ImportOutcome. A changed preview (revision) answers `conflict`. */
  'imports.commit': {
    kind: 'job',
    on: 'writer',
    request: z.object({
      stagingId: StagingId,
      options: ImportPlanOptions,
      /** Of the preview that was shown; null on the command line. */
      previewRevision: z.string().nullable(),
      isDryRun: z.boolean().optional(),
    }),
    response: JobStarted,
  },
  /**
   * Classes the customers of an import and looks for those who may be known already. Ends with ImportAnalysis. Nothing is
   * written.
   */
  'imports.analyse': {
    kind: 'job',
    on: 'reader',
    request: z.object({ importBatchId: ImportBatchId }),
    response: JobStarted,
  },
  /**
   * Files that were read to their end and are not imported yet, the oldest first; those of an earlier session are offered
   * to go on with. The token is null when the file has gone.
   */
  'imports.listStaged': {
    kind: 'query',
    on: 'reader',
    request: z.object({}),
    response: z.array(
      z.object({
        stagingId: StagingId,
        fileName: z.string(),
        sizeBytes: z.int(),
        rowCount: z.int(),
        stagedAt: z.string(),
        fileToken: z.string().nullable(),
      }),
    ),
  },
  /** Drops staged rows. */
  'imports.discard': {
    kind: 'command',
    on: 'writer',
    request: z.object({ stagingId: StagingId }),
    response: z.null(),
  },
  /** The imports that a filter finds, newest first, page by page. */
  'imports.history': {
    kind: 'query',
    on: 'main',
    request: z.object({
      filter: ImportFilter,
      start: z.int().nonnegative(),
      count: z.int().min(1).max(200),
    }),
    response: z.object({ total: z.int(), batches: z.array(ImportBatch) }),
  },
  'imports.batch': {
    kind: 'query',
    on: 'main',
    request: z.object({ importBatchId: ImportBatchId }),
    response: ImportBatchDetail,
  },
  /**
   * Takes a snapshot of the customers that an import created or changed, as a list of `customers.listPage`. Empty once the
   * import was taken back: nothing of theirs is from it any more.
   */
  'imports.openCustomers': {
    kind: 'query',
    on: 'reader',
    request: z.object({ importBatchId: ImportBatchId }),
    response: z.object({ listId: z.int().positive(), total: z.int() }),
  },
  'imports.previewUndo': {
    kind: 'query',
    on: 'reader',
    request: z.object({ importBatchId: ImportBatchId }),
    response: UndoPreview,
  },
  /** Everything of one list of the plan to take an import back, page by page. */
  'imports.undoItems': {
    kind: 'query',
    on: 'reader',
    request: z.object({
      importBatchId: ImportBatchId,
      start: z.int().nonnegative(),
      count: z.int().min(1).max(200),
    }),
    response: z.object({
      conflictCount: z.int(),
      conflicts: z.array(UndoConflictItem),
      stayingCount: z.int(),
      staying: z.array(StayingCustomer),
    }),
  },
  /**
   * Takes back a whole import. Ends with UndoOutcome. `choices` of single rows go before `edited`; what was edited and is
   * left without a choice ends with `import-conflicts`.
   */
  'imports.undo': {
    kind: 'job',
    on: 'writer',
    request: z.object({
      importBatchId: ImportBatchId,
      edited: EditedChoice.nullable(),
      choices: z.array(EditedRowChoice).max(100_000).optional(),
    }),
    response: JobStarted,
  },
  /** Where a value on a customer's page comes from: the import's file, sheet, row and cell, or the edit by hand. */
  'imports.sourceOf': {
    kind: 'query',
    on: 'reader',
    request: z.object({ customerId: CustomerId, subject: ValueSubject }),
    response: ValueSource,
  },
  /**
   * Asks where to, and saves the rejected rows as xlsx with a reason column, the damaged cells on a second sheet. Null when
   * the dialog was closed.
   */
  'imports.saveRejectedRows': {
    kind: 'command',
    on: 'desktop',
    request: z.object({ importBatchId: ImportBatchId.nullable(), stagingId: StagingId.nullable() }),
    response: z.object({ fileName: z.string(), rowCount: z.int(), damagedCount: z.int() }).nullable(),
  },
  /** The first rows of a staged sheet as they stand in the file, title rows included; other sheets with the same headings. */
  'imports.readHead': {
    kind: 'query',
    on: 'reader',
    request: z.object({ stagingId: StagingId, sheetName: z.string().nullable() }),
    response: SheetHead,
  },
  /** What is remembered of earlier files, the newest first. */
  'imports.listProfiles': {
    kind: 'query',
    on: 'main',
    request: z.object({}),
    response: z.array(ImportProfile),
  },
  'imports.forgetProfile': {
    kind: 'command',
    on: 'writer',
    request: z.object({ importProfileId: ImportProfileId }),
    response: z.null(),
  },
  /** The operator's own presets, then the built-in ones. */
  'imports.listPresets': {
    kind: 'query',
    on: 'main',
    request: z.object({}),
    response: z.array(ImportPreset),
  },
  /** Saves a preset; code null makes a new one. */
  'imports.savePreset': {
    kind: 'command',
    on: 'writer',
    request: z.object({ code: ImportPresetCode.nullable(), content: ImportPresetContent }),
    response: ImportPreset,
  },
  'imports.deletePreset': {
    kind: 'command',
    on: 'writer',
    request: z.object({ code: ImportPresetCode }),
    response: z.null(),
  },
  /** The text of a file with these presets. */
  'imports.presetsAsText': {
    kind: 'query',
    on: 'main',
    request: z.object({ codes: z.array(z.string().max(60)).min(1).max(100) }),
    response: z.string(),
  },
  /** Adds the presets of such a text, those that are there already not again. */
  'imports.addPresets': {
    kind: 'command',
    on: 'writer',
    request: z.object({ text: z.string().max(1_000_000) }),
    response: z.array(ImportPreset),
  },
  /** Asks where to, and saves presets as a file. Null when the dialog was closed. */
  'imports.exportPresets': {
    kind: 'command',
    on: 'desktop',
    request: z.object({ codes: z.array(z.string().max(60)).min(1).max(100) }),
    response: z.object({ fileName: z.string() }).nullable(),
  },
  /** Asks for a file of presets and adds them. Null when the dialog was closed. */
  'imports.importPresets': {
    kind: 'command',
    on: 'desktop',
    request: z.object({}),
    response: z.array(ImportPreset).nullable(),
  },
} as const satisfies Contract

/** Value of the event `job.ended` of `imports.commit`. */
export const ImportOutcome = ImportCounts.extend({
  importBatchId: ImportBatchId.nullable(),
  cellIssues: z.array(CellIssueCount),
  /** Cells that were damaged, or are stored otherwise than they stand in the file. */
  cellMarks: z.array(CellMarkCount),
  stages: ImportStageCounts,
  elapsedMs: z.int(),
})
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** Value of the event `job.ended` of `imports.analyse`. */
export const ImportAnalysis = z.object({
  /** Created or changed customers who have bought, and so have a class by recency, frequency and spend. */
  customersClassed: z.int(),
  /** Pairs with a customer of the import who may be one person. */
  pairsSuggested: z.int(),
})
export type ImportAnalysis = z.infer<typeof ImportAnalysis>

/** Value of the event `job.ended` of `imports.undo`. */
export const UndoOutcome = z.object({
  importBatchId: ImportBatchId,
  customersRemoved: z.int(),
  ordersRemoved: z.int(),
  customersRestored: z.int(),
  ordersRestored: z.int(),
  /** Customers that it created and that stay for others, without what it knew of them. */
  customersStripped: z.int(),
  kept: z.int(),
  elapsedMs: z.int(),
})
export type UndoOutcome = z.infer<typeof UndoOutcome>
