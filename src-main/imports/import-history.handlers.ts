import type { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { readFileUse } from '#main/database/compact.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { optimizeSearchIndex } from '#main/search/search-index.service.ts'
import type { Handlers, Request } from '#shared/contract/contract.ts'
import type { ImportJob } from './commit-progress.ts'
import { countClassedCustomers } from './import-analysis.service.ts'
import { listCustomersOfBatch } from './import-batch.queries.ts'
import { forgetLongUndone, getUndoneDays, saveUndoneDays } from './import-forget.service.ts'
import { getImportBatch, searchImports } from './import-history.service.ts'
import { UndoPlanner, undoImport } from './import-undo.service.ts'
import { listStagedFiles } from './left-staging.service.ts'
import type { ImportReaderContext } from './preview.service.ts'
import { findSourceOfValue } from './value-source.service.ts'

/** Answers on main: the history. */
export const importHistoryMainQueries = (db: ReadableDb) =>
  ({
    'imports.batch': ({ importBatchId }) => getImportBatch(db, importBatchId),
    'imports.history': request => searchImports(db, request),
  }) satisfies Partial<Handlers>

/** Answers on the reader: what taking an import back would do, and what the history takes of the file. */
export const importHistoryQueries = (
  { db, archivePath, key }: ImportReaderContext,
  publishList: (ids: Int32Array) => number,
) => {
  const undoPlanner = new UndoPlanner(db)
  return {
    'archives.fileUse': () => ({ ...readFileUse(archivePath, key), undoneDays: getUndoneDays(db) }),
    'imports.previewUndo': ({ importBatchId }) => undoPlanner.preview(importBatchId),
    'internal.listStaged': () => listStagedFiles(archivePath, key).flatMap(({ left }) => left ?? []),
    'imports.openCustomers': ({ importBatchId }) => {
      const ids = Int32Array.from(listCustomersOfBatch(db, importBatchId))
      return { listId: publishList(ids), total: ids.length }
    },
    'imports.sourceOf': ({ customerId, subject }) => findSourceOfValue(db, customerId, subject),
    'imports.undoItems': request => undoPlanner.items(request),
  } satisfies Partial<Handlers> & Record<string, unknown>
}

/** Answers on the reader that has the columns of all purchases: what became of an import's customers. */
export const importAnalysisQueries = (db: ReadableDb, analyst: RfmAnalyst) => ({
  'internal.countClassed': ({ importBatchId }: Request<'imports.analyse'>) =>
    countClassedCustomers(db, analyst, importBatchId),
})

/** Runs on the writer: taking an import back, and dropping what is kept of those taken back long ago. */
export const importHistoryCommands = (
  db: WritableDb,
  act: () => { readonly actor: string; readonly now: string },
) => ({
  'imports.undo': (request: Request<'imports.undo'>, job: ImportJob) => undoImport(db, request, act(), job),
  'archives.keepUndone': ({ days }: Request<'archives.keepUndone'>) => ({ days: saveUndoneDays(db, days) }),
  /** Before the file is copied without its holes: what an undo left in the search index takes as much as the rows did. */
  'internal.tidy': () => {
    optimizeSearchIndex(db)
    return forgetLongUndone(db, act().now)
  },
})
